package audit_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"gorm.io/gorm"

	"partnerledger/audit"
	"partnerledger/models"
)

// TestEventsAreAppendOnly: the server's role can add events, and neither change nor delete them.
func TestEventsAreAppendOnly(t *testing.T) {
	h := open(t)
	h.order("1")
	for _, statement := range []string{
		"UPDATE audit_events SET actor = 'nobody'", "DELETE FROM audit_events", "TRUNCATE audit_events",
		"DROP TABLE audit_events", "ALTER TABLE audit_events ADD COLUMN x text",
		"INSERT INTO audit_events (id, at, action, actor, through, operation, subject) SELECT id, at, 'X', actor, through, operation, subject FROM audit_events ON CONFLICT (id) DO UPDATE SET actor = 'nobody'",
	} {
		if err := h.DB.Exec(statement).Error; err == nil {
			t.Errorf("the server may %s", statement)
		}
	}
	got, _ := h.subjects(audit.Criteria{Search: ptr("ada@example.com")}, models.Page{First: 10})
	equal(t, got, "1: order 1")
}

// TestEventsStandAndFallWithTheirTransaction: an event whose transaction fails, or whose caller has gone, isn't there.
func TestEventsStandAndFallWithTheirTransaction(t *testing.T) {
	h := open(t)
	broken := errors.New("broken")
	gone, cancel := context.WithCancel(t.Context())
	for name, c := range map[string]struct {
		ctx   context.Context
		after func() error
	}{
		"fails": {t.Context(), func() error { return broken }},
		"gone":  {gone, func() error { cancel(); return nil }},
	} {
		err := h.DB.WithContext(c.ctx).Transaction(func(tx *gorm.DB) error {
			if err := audit.Record(tx, h.clock, audit.Event{Action: models.ActionSignedIn, Subject: "x"}); err != nil {
				return err
			}
			return c.after()
		})
		if err == nil {
			t.Errorf("%s: the transaction did not fail", name)
		}
	}
	got, _ := h.subjects(audit.Criteria{}, models.Page{First: 10})
	equal(t, got, "0: ")
}

// TestWhatChangesNothingIsNoEvent: before and after are the same.
func TestWhatChangesNothingIsNoEvent(t *testing.T) {
	h := open(t)
	h.write("a", audit.Event{Action: models.ActionPartnerChanged, Subject: "x", Before: object{"a": 1, "b": "2"}, After: object{"b": "2", "a": 1}})
	got, _ := h.subjects(audit.Criteria{}, models.Page{First: 10})
	equal(t, got, "0: ")
}

func TestChanges(t *testing.T) {
	h := open(t)
	for _, c := range []struct {
		before, after any
		want          string
	}{
		{nil, nil, ""},
		{nil, object{"name": "Ada", "email": nil, "lines": 2}, "lines: - > 2; name: - > Ada"},
		{object{"name": "Ada"}, nil, "name: Ada > -"},
		{object{"name": "Ada", "note": "x", "on": true}, object{"name": "Ada", "note": "", "on": false}, "note: x > ; on: true > false"},
		{object{"n": nil}, object{"n": "null"}, "n: - > null"},
		{object{"amount": 1234567890123456789}, object{"amount": 1234567890123456788}, "amount: 1234567890123456789 > 1234567890123456788"},
		{
			object{"rules": object{"level 1": "10%", "level 2": "5%"}, "list": []int{1, 2}},
			object{"rules": object{"level 1": "11%", "level 3": "1%"}, "list": []int{1}},
			"list: [1,2] > [1]; rules.level 1: 10% > 11%; rules.level 2: 5% > -; rules.level 3: - > 1%",
		},
	} {
		h.write("a", audit.Event{Action: models.ActionPartnerChanged, Subject: "x", Before: c.before, After: c.after})
		found, err := h.Search(t.Context(), audit.Criteria{}, models.Page{First: 1}, false)
		must(t, err)
		changes, err := audit.Changes(found.Nodes[0])
		must(t, err)
		var told []string
		for _, change := range changes {
			told = append(told, fmt.Sprintf("%s: %s > %s", change.Field, or(change.Before), or(change.After)))
		}
		equal(t, strings.Join(told, "; "), c.want)
	}
}

func or(s *string) string {
	if s == nil {
		return "-"
	}
	return *s
}

// TestTheServerIsTheSource of what nobody has asked for.
func TestTheServerIsTheSource(t *testing.T) {
	h := open(t)
	must(t, audit.Record(h.DB, h.clock, audit.Event{Action: models.ActionFileImported, Subject: "x"}))
	found, err := h.Search(t.Context(), audit.Criteria{}, models.Page{First: 1}, false)
	must(t, err)
	e := found.Nodes[0]
	equal(t, fmt.Sprint(e.Actor, e.Role, e.Through, e.Address, e.Operation), "the server<nil>the server<nil>")
}
