package audit_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"partnerledger/audit"
	"partnerledger/models"
	"partnerledger/postgres/pgtest"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// house is the log on a database of its own, in London, at noon of 15 June 2011, where that is 11:00 in UTC.
type house struct {
	*audit.Service
	t     testing.TB
	clock time.Time
}

func open(t testing.TB) *house {
	london, err := time.LoadLocation("Europe/London")
	must(t, err)
	h := &house{t: t, clock: time.Date(2011, 6, 15, 11, 0, 0, 0, time.UTC)}
	h.Service = &audit.Service{DB: pgtest.New(t), Business: &models.Business{
		Zone: london, Currency: "GBP", Now: func() time.Time { return h.clock },
	}}
	return h
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func ptr[T any](v T) *T { return &v }

// write records an event by somebody.
func (h *house) write(actor string, e audit.Event) {
	h.t.Helper()
	role := models.RoleFinance
	ctx := audit.With(h.t.Context(), audit.Source{
		Actor: actor, Role: &role, Through: "session 1", Address: ptr("192.0.2.7"), Operation: "test",
	})
	must(h.t, h.DB.WithContext(ctx).Transaction(func(tx *gorm.DB) error { return audit.Record(tx, h.clock, e) }))
}

// order records that an order was recorded.
func (h *house) order(id string) {
	h.t.Helper()
	h.write("ada@example.com", audit.Event{Action: models.ActionOrderRecorded, Subject: "order " + id, After: object{"total": "5.00"}})
}

type object = map[string]any

// subjects returns what a page of events is about, and how to get the next one.
func (h *house) subjects(c audit.Criteria, page models.Page) (subjects string, next *string) {
	h.t.Helper()
	found, err := h.Search(h.t.Context(), c, page, true)
	must(h.t, err)
	var all []string
	for _, e := range found.Nodes {
		all = append(all, e.Subject)
	}
	if found.HasNextPage {
		next = &found.Cursors[len(found.Cursors)-1]
	}
	return fmt.Sprintf("%d: %s", found.Count, strings.Join(all, ", ")), next
}

func equal(t testing.TB, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
