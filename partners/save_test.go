package partners_test

import (
	"strings"
	"testing"
	"time"

	"partnerledger/models"
	"partnerledger/partners"
)

func TestCreate(t *testing.T) {
	h := open(t)
	made := h.create(partners.Input{Code: "RP-1", Name: "Łąka & Co", Email: ptr("")})
	found := h.find("rp-1")
	if *found != *made {
		t.Errorf("made %+v, found %+v", made, found)
	}
	want := models.Partner{
		ID: made.ID, Code: "RP-1", Name: "Łąka & Co", Status: models.PartnerActive, CurrencyCode: "GBP",
		CreatedAt: time.Date(2011, 6, 15, 12, 0, 0, 123456000, time.UTC),
	}
	if *found != want {
		t.Errorf("found %+v, want %+v", found, want)
	}
}

func TestUpdateReplacesAllButStatusAndCurrency(t *testing.T) {
	h := open(t)
	program := h.program("Gold")
	p := h.create(partners.Input{
		Code: "A", Name: "Old", Email: ptr("a@b"), Status: ptr(models.PartnerInactive),
		CurrencyCode: ptr("JPY"), ParentID: &h.create(input("B", nil)).ID, ProgramID: &program,
	})
	updated, err := h.Update(t.Context(), p.ID, partners.Input{Code: "a", Name: "New"})
	must(t, err)
	want := models.Partner{ID: p.ID, Code: "a", Name: "New", Status: models.PartnerInactive, CurrencyCode: "JPY", CreatedAt: p.CreatedAt}
	if found := h.find("A"); *found != want || *updated != want {
		t.Errorf("found %+v, answered %+v, want %+v", found, updated, want)
	}
	_, err = h.Update(t.Context(), p.ID, partners.Input{
		Code: "a", Name: "New", Email: ptr("c@d"),
		Status: ptr(models.PartnerActive), CurrencyCode: ptr("KWD"), ProgramID: &program,
	})
	must(t, err)
	if found := h.find("A"); *found.Email != "c@d" || found.Status != models.PartnerActive || found.CurrencyCode != "KWD" || *found.ProgramID != program {
		t.Errorf("found %+v", found)
	}
}

func TestInputIsRefused(t *testing.T) {
	h := open(t)
	a := h.create(input("A", nil))
	b := h.create(input("B", a))
	c := h.create(input("C", b))
	for _, test := range []struct {
		name   string
		change func(*partners.Input)
		want   string
	}{
		{"no code", func(in *partners.Input) { in.Code = "" }, "INVALID input.code"},
		{"a code with accents", func(in *partners.Input) { in.Code = "É" }, "INVALID input.code"},
		{"a long code", func(in *partners.Input) { in.Code = strings.Repeat("x", 101) }, "INVALID input.code"},
		{"a code that is taken", func(in *partners.Input) { in.Code = "b" }, "CONFLICT input.code"},
		{"no name", func(in *partners.Input) { in.Name = "" }, "INVALID input.name"},
		{"a name of two lines", func(in *partners.Input) { in.Name = "a\nb" }, "INVALID input.name"},
		{"no e-mail address", func(in *partners.Input) { in.Email = ptr("a.example") }, "INVALID input.email"},
		{"two addresses", func(in *partners.Input) { in.Email = ptr("a@b, c@d") }, "INVALID input.email"},
		{"no status", func(in *partners.Input) { in.Status = ptr(models.PartnerStatus("GONE")) }, "INVALID input.status"},
		{"no currency", func(in *partners.Input) { in.CurrencyCode = ptr("gbp") }, "INVALID input.currencyCode"},
		{"no such parent", func(in *partners.Input) { in.ParentID = ptr(int64(0)) }, "NOT_FOUND input.parentId"},
		{"no such program", func(in *partners.Input) { in.ProgramID = ptr(int64(0)) }, "NOT_FOUND input.programId"},
		{"several", func(in *partners.Input) { in.Name, in.Email = "", ptr("@") }, "INVALID input.name, INVALID input.email"},
		{"several, of others too", func(in *partners.Input) { in.Code, in.ProgramID = "C", ptr(int64(0)) }, "CONFLICT input.code, NOT_FOUND input.programId"},
	} {
		t.Run(test.name, func(t *testing.T) {
			in := input("New", nil)
			test.change(&in)
			p, err := h.Create(t.Context(), in)
			equal(t, problems(err), test.want)
			updated, err := h.Update(t.Context(), a.ID, in)
			equal(t, problems(err), test.want)
			if p != nil || updated != nil {
				t.Errorf("answered %v and %v", p, updated)
			}
		})
	}
	for parent, p := range map[*models.Partner]string{a: "itself", b: "its child", c: "its child's child"} {
		_, err := h.Update(t.Context(), a.ID, input("A", parent))
		if got := problems(err); got != "INVALID input.parentId" {
			t.Errorf("A below %s: %s", p, got)
		}
	}
	_, err := h.Update(t.Context(), 0, input("New", nil))
	equal(t, problems(err), "NOT_FOUND id")
	equal(t, h.parents(), "A B<A C<B")
}

func atOnce(n int, do func(i int) error) (failed []error) {
	start, errs := make(chan struct{}), make(chan error)
	for i := range n {
		go func() {
			<-start
			errs <- do(i)
		}()
	}
	close(start)
	for range n {
		if err := <-errs; err != nil {
			failed = append(failed, err)
		}
	}
	return failed
}

func TestOneCodeAtOnce(t *testing.T) {
	h := open(t)
	failed := atOnce(10, func(i int) error {
		_, err := h.Create(t.Context(), input([]string{"a", "A"}[i%2], nil))
		return err
	})
	for _, err := range failed {
		equal(t, problems(err), "CONFLICT input.code")
	}
	if len(failed) != 9 {
		t.Errorf("%d were refused", len(failed))
	}
}

// Each of the ten wants to stand below the next, the last below the first: nine can.
func TestCircleAtOnce(t *testing.T) {
	h := open(t)
	var ring []*models.Partner
	for _, code := range strings.Split("ABCDEFGHIJ", "") {
		ring = append(ring, h.create(input(code, nil)))
	}
	failed := atOnce(10, func(i int) error {
		_, err := h.Update(t.Context(), ring[i].ID, input(ring[i].Code, ring[(i+1)%10]))
		return err
	})
	if len(failed) != 1 || problems(failed[0]) != "INVALID input.parentId" {
		t.Errorf("refused: %v; %s", failed, h.parents())
	}
}
