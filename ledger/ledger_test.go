package ledger_test

import (
	"fmt"
	"reflect"
	"testing"

	"gorm.io/gorm"

	"partnerledger/ledger"
	"partnerledger/ledger/ledgertest"
	"partnerledger/models"
	"partnerledger/postgres/pgtest"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

var (
	period = ledgertest.Period
	day    = ledgertest.Day
	dec    = ledgertest.Dec
	must   = ledgertest.Must
)

func ptr[T any](v T) *T { return &v }

// books are the books of a test, with short words for what the tests of this package do.
type books struct{ *ledgertest.Books }

func open(t testing.TB) *books                { return openOn(t, pgtest.New(t)) }
func openOn(t testing.TB, db *gorm.DB) *books { return &books{ledgertest.Open(t, db)} }

func (b *books) closeMonths() int {
	b.T.Helper()
	n, err := b.CloseMonths(b.T.Context())
	must(b.T, err)
	return n
}

// report returns all rows of a report, or a page where the query says how many, and sees that they are the same without the
// whole: other statements find them then.
func (b *books) report(q ledger.Query) *ledger.Report {
	b.T.Helper()
	q.Totals, q.Count = true, true
	if q.Page.First == 0 {
		q.Page.First = models.MaxPage
	}
	if q.Order.Field == "" {
		q.Order = ledger.Order{Field: "PARTNER_NAME", Direction: "ASC"}
	}
	r, err := b.Report(b.T.Context(), q)
	must(b.T, err)
	q.Totals, q.Count = false, false
	alone, err := b.Report(b.T.Context(), q)
	must(b.T, err)
	if !reflect.DeepEqual(r.Cursors, alone.Cursors) || fmt.Sprint(figuresOf(r)) != fmt.Sprint(figuresOf(alone)) {
		b.T.Errorf("the page is %v with the whole, %v without", figuresOf(r), figuresOf(alone))
	}
	return r
}

func figuresOf(r *ledger.Report) (all []models.Figures) {
	for _, l := range r.Nodes {
		all = append(all, l.Figures)
	}
	return all
}
