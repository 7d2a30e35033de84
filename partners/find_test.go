package partners_test

import (
	"fmt"
	"strings"
	"testing"

	"partnerledger/models"
	"partnerledger/partners"
)

func TestFind(t *testing.T) {
	h := open(t)
	a := h.create(input("Ab-1", nil))
	for _, c := range []struct {
		id   *int64
		code *string
		want string
	}{
		{&a.ID, nil, "Ab-1"},
		{nil, ptr("aB-1"), "Ab-1"},
		{nil, ptr("aB"), ""},
		{nil, ptr("' OR true"), ""},
		{ptr(int64(0)), nil, ""},
	} {
		p, err := h.Find(t.Context(), c.id, c.code)
		must(t, err)
		code := ""
		if p != nil {
			code = p.Code
		}
		equal(t, code, c.want)
	}
	for _, both := range []bool{false, true} {
		var id *int64
		var code *string
		if both {
			id, code = &a.ID, &a.Code
		}
		_, err := h.Find(t.Context(), id, code)
		equal(t, problems(err), "INVALID")
	}
	_, err := h.Find(t.Context(), nil, ptr("a\x00"))
	equal(t, problems(err), "INVALID code")
}

func TestByIDs(t *testing.T) {
	h := open(t)
	a, b := h.create(input("A", nil)), h.create(input("B", nil))
	found, err := h.ByIDs(t.Context(), []int64{b.ID, 0, a.ID, a.ID})
	must(t, err)
	if len(found) != 2 || *found[a.ID] != *a || *found[b.ID] != *b {
		t.Errorf("found %v", found)
	}
	if found, err = h.ByIDs(t.Context(), nil); err != nil || len(found) != 0 {
		t.Errorf("found %v, %v", found, err)
	}
}

// listed pages through the whole list and returns the codes, a bar between pages.
func (h *house) listed(q partners.Query) string {
	h.t.Helper()
	var pages []string
	for {
		found, err := h.List(h.t.Context(), q)
		must(h.t, err)
		var codes []string
		for _, p := range found.Nodes {
			codes = append(codes, p.Code)
		}
		pages = append(pages, strings.Join(codes, " "))
		if found.HasPreviousPage != (q.Page.After != nil) {
			h.t.Errorf("a previous page: %v", found.HasPreviousPage)
		}
		if !found.HasNextPage {
			return strings.Join(pages, "|")
		}
		q.Page.After = &found.Cursors[len(found.Cursors)-1]
	}
}

func TestList(t *testing.T) {
	h := open(t)
	for i, name := range []string{"émile", "Zoë", "Adam", "adam", "Ægir", "Same", "Same", "100%", "a_b"} {
		in := partners.Input{Code: fmt.Sprintf("P%d", i+1), Name: name}
		if i%2 == 0 {
			in.Status, in.Email = ptr(models.PartnerInactive), ptr(fmt.Sprintf("Box%d@Example.com", i+1))
		}
		h.create(in)
	}
	page := func(first int) models.Page { return models.Page{First: first} }
	equal(t, h.listed(partners.Query{Page: page(500)}), "P8 P9 P4 P3 P5 P1 P6 P7 P2")
	equal(t, h.listed(partners.Query{Page: page(2)}), "P8 P9|P4 P3|P5 P1|P6 P7|P2")
	equal(t, h.listed(partners.Query{Page: page(3), Status: ptr(models.PartnerInactive)}), "P9 P3 P5|P1 P7")
	for search, want := range map[string]string{
		"ADAM": "P4 P3", "É": "P1", "æG": "P5", "%": "P8", "_": "P9", "p3": "P3", "box1@": "P1", "example": "P9 P3 P5 P1 P7", "e\\": "", "": "P8 P9 P4 P3 P5 P1 P6 P7 P2",
	} {
		equal(t, search+": "+h.listed(partners.Query{Page: page(50), Search: &search}), search+": "+want)
	}
	found, err := h.List(t.Context(), partners.Query{Page: page(1), Search: ptr("same"), Count: true})
	if err != nil || found.Count != 2 || len(found.Nodes) != 1 {
		t.Errorf("%+v, %v", found, err)
	}
}

func TestListIsRefused(t *testing.T) {
	h := open(t)
	for want, q := range map[string]partners.Query{
		"INVALID first":  {},
		"INVALID after":  {Page: models.Page{First: 1, After: ptr("x")}},
		"INVALID search": {Page: models.Page{First: 1}, Search: ptr("a\nb")},
	} {
		_, err := h.List(t.Context(), q)
		equal(t, problems(err), want)
	}
}
