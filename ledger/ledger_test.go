package ledger_test

import (
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

// report returns all rows of a report, or a page where the query says how many.
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
	return r
}
