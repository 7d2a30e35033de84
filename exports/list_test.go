package exports_test

import (
	"slices"
	"testing"

	"partnerledger/ledger"
	"partnerledger/models"
)

func TestTheListHasTheNewestFirst(t *testing.T) {
	s := newService(t)
	var made []int64
	for range 5 {
		made = append(made, create(t, s, ledger.Criteria{}).ID)
	}
	slices.Reverse(made)
	var found []int64
	page := models.Page{First: 2}
	for {
		list, err := s.List(t.Context(), page, true)
		if err != nil {
			t.Fatal(err)
		}
		if want := 5 + len(found)/2; list.Count != want {
			t.Errorf("%d in all, want %d", list.Count, want)
		}
		for _, e := range list.Nodes {
			found = append(found, e.ID)
		}
		if !list.HasNextPage {
			break
		}
		page.After = &list.Cursors[len(list.Cursors)-1]
		create(t, s, ledger.Criteria{}) // what is new doesn't move the pages behind
	}
	if !slices.Equal(found, made) {
		t.Errorf("found %v, want %v", found, made)
	}
}

func TestTheListRefusesWhatIsNoPage(t *testing.T) {
	s := newService(t)
	elsewhere := models.Position{List: "payments", ID: 1}.Cursor()
	for field, page := range map[string]models.Page{
		"first": {First: 501}, "after": {First: 1, After: &elsewhere},
	} {
		_, err := s.List(t.Context(), page, false)
		if found, _ := models.UserErrors(err); len(found) != 1 || found[0].Field[0] != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}

func TestTheListCountsWhereItIsAsked(t *testing.T) {
	s := newService(t)
	create(t, s, ledger.Criteria{})
	if list, err := s.List(t.Context(), models.Page{First: 1}, false); err != nil || list.Count != 0 || len(list.Nodes) != 1 {
		t.Errorf("%+v, %v", list, err)
	}
}
