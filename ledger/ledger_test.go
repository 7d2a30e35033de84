package ledger_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/ledger"
	"partnerledger/models"
	"partnerledger/postgres/pgtest"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// books is a ledger service on a database of its own, on a day that a test may set.
type books struct {
	*ledger.Service
	t     testing.TB
	clock time.Time
	count int
}

func open(t testing.TB) *books { return openOn(t, pgtest.New(t)) }

func openOn(t testing.TB, db *gorm.DB) *books {
	b := &books{t: t, clock: time.Date(2011, 6, 15, 12, 0, 0, 0, time.UTC)}
	b.Service = &ledger.Service{DB: db, Business: &models.Business{
		Zone: time.UTC, Currency: "USD", Now: func() time.Time { return b.clock },
	}}
	return b
}

func (b *books) partner(p models.Partner) *models.Partner {
	b.t.Helper()
	b.count++
	if p.Code == "" {
		p.Code = fmt.Sprintf("P%03d", b.count)
	}
	if p.Name == "" {
		p.Name = "Partner " + p.Code
	}
	if p.Status == "" {
		p.Status = models.PartnerActive
	}
	if p.CurrencyCode == "" {
		p.CurrencyCode = "USD"
	}
	p.CreatedAt = b.clock
	must(b.t, b.DB.Create(&p).Error)
	return &p
}

// entry makes an entry of a kind that needs no payment or commission to name.
func (b *books) entry(p *models.Partner, kind models.EntryKind, date, amount string) models.LedgerEntry {
	b.count++
	e := models.LedgerEntry{
		PartnerID: p.ID, CurrencyCode: "USD", Date: day(date), Kind: kind, Amount: dec(amount),
		Source: fmt.Sprintf("test:%d", b.count), Description: "test", RecordedAt: b.clock,
	}
	return e
}

func (b *books) record(entries ...models.LedgerEntry) {
	b.t.Helper()
	must(b.t, b.DB.Transaction(func(tx *gorm.DB) error {
		_, err := ledger.Record(tx, entries)
		return err
	}))
}

// payment records a payment and returns its entry.
func (b *books) payment(p *models.Partner, date, amount string) models.LedgerEntry {
	b.t.Helper()
	b.count++
	request := fmt.Sprintf("request-%d", b.count)
	payment := models.Payment{
		PartnerID: p.ID, RequestID: &request, CurrencyCode: "USD", Amount: dec(amount).Abs(), Type: "CHECK",
		Date: day(date), CreatedAt: b.clock,
	}
	must(b.t, b.DB.Omit("id").Create(&payment).Error)
	must(b.t, b.DB.Raw("SELECT max(id) FROM payments").Scan(&payment.ID).Error)
	e := b.entry(p, models.PaymentMade, date, amount)
	e.PaymentID = &payment.ID
	b.record(e)
	return e
}

func (b *books) closeMonths() int {
	b.t.Helper()
	n, err := b.CloseMonths(b.t.Context())
	must(b.t, err)
	return n
}

// report returns all rows of a report.
func (b *books) report(q ledger.Query) *ledger.Report {
	b.t.Helper()
	q.Totals, q.Count = true, true
	if q.Page.First == 0 {
		q.Page.First = models.MaxPage
	}
	if q.Order.Field == "" {
		q.Order = ledger.Order{Field: "PARTNER_NAME", Direction: "ASC"}
	}
	r, err := b.Report(b.t.Context(), q)
	must(b.t, err)
	return r
}

// adds up ends every test that writes: do the opening balances still say what the entries say?
func (b *books) addsUp() {
	b.t.Helper()
	differences, err := b.Check(b.t.Context())
	must(b.t, err)
	for _, d := range differences {
		b.t.Error(d)
	}
}

func period(start, end string) *models.Period {
	return &models.Period{Start: day(start), End: day(end)}
}

func day(s string) models.Date {
	d, err := models.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
