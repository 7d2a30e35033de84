// Package ledgertest helps tests that need partners and entries.
package ledgertest

import (
	"fmt"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/ledger"
	"partnerledger/models"
)

// Books is a ledger service on a day that a test may set: at first noon on 15 June 2011, in UTC, in USD.
type Books struct {
	*ledger.Service
	T     testing.TB
	Clock time.Time
	count int
}

// Open makes books on a database.
func Open(t testing.TB, db *gorm.DB) *Books {
	b := &Books{T: t, Clock: time.Date(2011, 6, 15, 12, 0, 0, 0, time.UTC)}
	b.Service = &ledger.Service{DB: db, Business: &models.Business{
		Zone: time.UTC, Currency: "USD", Now: func() time.Time { return b.Clock },
	}}
	return b
}

// Partner records a partner; what is left empty is filled in.
func (b *Books) Partner(p models.Partner) *models.Partner {
	b.T.Helper()
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
	p.CreatedAt = b.Clock
	Must(b.T, b.DB.Create(&p).Error)
	return &p
}

// Entry makes an entry with a source of its own, and doesn't record it.
func (b *Books) Entry(p *models.Partner, kind models.EntryKind, date, amount string) models.LedgerEntry {
	b.count++
	return models.LedgerEntry{
		PartnerID: p.ID, CurrencyCode: "USD", Date: Day(date), Kind: kind, Amount: Dec(amount),
		Source: fmt.Sprintf("test:%d", b.count), Description: "test", RecordedAt: b.Clock,
	}
}

// Record records entries.
func (b *Books) Record(entries ...models.LedgerEntry) {
	b.T.Helper()
	Must(b.T, b.DB.Transaction(func(tx *gorm.DB) error {
		_, err := ledger.Record(tx, entries)
		return err
	}))
}

// Commission records a commission.
func (b *Books) Commission(p *models.Partner, date, amount string) {
	b.T.Helper()
	b.Record(b.Entry(p, models.Commission, date, amount))
}

// Payment records a payment of a negative amount and returns its entry.
func (b *Books) Payment(p *models.Partner, date, amount string) models.LedgerEntry {
	b.T.Helper()
	e := b.Entry(p, models.PaymentMade, date, amount)
	payment := models.Payment{
		PartnerID: p.ID, RequestID: &e.Source, CurrencyCode: "USD", Amount: e.Amount.Abs(), Type: "CHECK",
		Date: e.Date, CreatedAt: b.Clock,
	}
	Must(b.T, b.DB.Omit("id").Create(&payment).Error)
	Must(b.T, b.DB.Raw("SELECT max(id) FROM payments").Scan(&payment.ID).Error)
	e.PaymentID, e.Source = &payment.ID, fmt.Sprintf("payment:%d", payment.ID)
	b.Record(e)
	return e
}

// Owed returns what a partner is owed now.
func (b *Books) Owed(p *models.Partner) string {
	b.T.Helper()
	owed, err := b.OwedNow(b.T.Context(), "USD", []int64{p.ID})
	Must(b.T, err)
	return models.DecimalString(owed[p.ID])
}

// AddsUp ends tests that record: do the opening balances still say what the entries say?
func (b *Books) AddsUp() {
	b.T.Helper()
	differences, err := b.Check(b.T.Context())
	Must(b.T, err)
	for _, d := range differences {
		b.T.Error(d)
	}
}

// Period makes a period of two days as texts.
func Period(start, end string) *models.Period {
	return &models.Period{Start: Day(start), End: Day(end)}
}

// Day reads a day.
func Day(s string) models.Date {
	d, err := models.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// Dec reads an amount.
func Dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// Ptr returns a pointer to a value.
func Ptr[T any](v T) *T { return &v }

// Must ends a test that met an error which it isn't about.
func Must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
