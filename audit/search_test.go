package audit_test

import (
	"testing"
	"time"

	"partnerledger/audit"
	"partnerledger/models"
)

func TestCriteria(t *testing.T) {
	h := open(t)
	partner := int64(7)
	h.order("1")
	h.clock = time.Date(2011, 6, 15, 23, 30, 0, 0, time.UTC) // 16 June in London
	h.write("Bob@Example.com", audit.Event{Action: models.ActionPartnerChanged, Subject: "partner RP_7", PartnerID: &partner, Before: object{"name": "A"}, After: object{"name": "B"}})
	h.clock = h.clock.AddDate(0, 0, 1)
	h.order("100%")
	day := func(d int) models.Date { return models.NewDate(2011, 6, d) }
	for want, c := range map[string]audit.Criteria{
		"3: order 100%, partner RP_7, order 1": {},
		"1: order 1":                           {Period: &models.Period{Start: day(15), End: day(15)}},
		"2: partner RP_7, order 1":             {Period: &models.Period{Start: day(1), End: day(16)}},
		"2: order 100%, order 1":               {Action: ptr(models.ActionOrderRecorded)},
		"1: partner RP_7":                      {PartnerID: &partner},
		"1: order 100%":                        {Search: ptr("0%")},
		"0: ":                                  {Search: ptr("rp%7")},
		"2: order 100%, partner RP_7":          {Period: &models.Period{Start: day(16), End: day(17)}, Search: ptr("")},
	} {
		got, _ := h.subjects(c, models.Page{First: 10})
		equal(t, got, want)
	}
	for search, want := range map[string]string{
		"BOB@example": "1: partner RP_7", "rp_7": "1: partner RP_7", "192.0.2": "3: order 100%, partner RP_7, order 1",
	} {
		got, _ := h.subjects(audit.Criteria{Search: &search}, models.Page{First: 10})
		equal(t, got, want)
	}
}

// TestPagesHoldWhileEventsArrive: what arrives stands before the first page, and moves none of those behind it; events of
// the same moment are in the order in which they were written.
func TestPagesHoldWhileEventsArrive(t *testing.T) {
	h := open(t)
	for _, id := range []string{"1", "2", "3", "4", "5"} {
		h.order(id)
	}
	got, next := h.subjects(audit.Criteria{}, models.Page{First: 2})
	equal(t, got, "5: order 5, order 4")
	h.order("6")
	got, next = h.subjects(audit.Criteria{}, models.Page{First: 2, After: next})
	equal(t, got, "6: order 3, order 2")
	got, next = h.subjects(audit.Criteria{}, models.Page{First: 2, After: next})
	equal(t, got, "6: order 1")
	if next != nil {
		t.Error("there is a page behind the last one")
	}
}

func TestWrongCriteria(t *testing.T) {
	h := open(t)
	for field, c := range map[string]audit.Criteria{
		"criteria.period.end: the period ends on 2011-06-01, before it starts on 2011-06-02": {
			Period: &models.Period{Start: models.NewDate(2011, 6, 2), End: models.NewDate(2011, 6, 1)},
		},
		"criteria.search: search has control characters": {Search: ptr("a\x00")},
	} {
		_, err := h.Search(t.Context(), c, models.Page{First: 1}, false)
		if err == nil || err.Error() != field {
			t.Errorf("%v, not %s", err, field)
		}
	}
	for _, page := range []models.Page{{First: 0}, {First: 501}, {First: 1, After: ptr("x")}, {First: 1, After: ptr(models.Position{List: "audit", Key: "now"}.Cursor())}} {
		if _, err := h.Search(t.Context(), audit.Criteria{}, page, false); err == nil {
			t.Errorf("%+v is taken", page)
		}
	}
}
