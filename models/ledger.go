package models

import (
	"time"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"
)

// EntryKind is what an entry of a ledger is about.
type EntryKind string

const (
	Commission      EntryKind = "COMMISSION"
	Clawback        EntryKind = "CLAWBACK"
	Adjustment      EntryKind = "ADJUSTMENT"
	PaymentMade     EntryKind = "PAYMENT"
	PaymentReversal EntryKind = "PAYMENT_REVERSAL"
)

// LedgerEntry is one line of a partner's ledger. It is never changed or deleted: what was wrong is reversed by another.
// Amount is signed by its effect on what the partner is owed.
type LedgerEntry struct {
	PartnerID        int64           `gorm:"primaryKey" json:"partner_id"`
	CurrencyCode     string          `gorm:"primaryKey" json:"currency_code"`
	Date             Date            `gorm:"primaryKey" json:"date"`
	ID               int64           `gorm:"primaryKey" json:"-"`
	Kind             EntryKind       `json:"kind"`
	Amount           decimal.Decimal `json:"amount"`
	Source           string          `json:"source"`
	Description      string          `json:"description"`
	CommissionSource *string         `json:"commission_source"` // of a clawback: the source of the commission that it takes back
	PaymentID        *int64          `json:"payment_id"`        // of a payment and its reversal
	RecordedAt       time.Time       `json:"recorded_at"`
}

// AfterFind gives the amount the digits of its currency: Postgres keeps 10.5 as it was written.
func (e *LedgerEntry) AfterFind(*gorm.DB) error {
	e.Amount = InCurrency(e.Amount, e.CurrencyCode)
	return nil
}

// OpeningBalance holds the sums of every entry of a ledger before the first day of a month. What was earned is
// Balance - ClawedBack - Adjusted + Paid; Paid is positive, ClawedBack is not.
type OpeningBalance struct {
	Month        Date   `gorm:"primaryKey"`
	CurrencyCode string `gorm:"primaryKey"`
	PartnerID    int64  `gorm:"primaryKey"`
	Balance      decimal.Decimal
	ClawedBack   decimal.Decimal
	Adjusted     decimal.Decimal
	Paid         decimal.Decimal
}

// ClosedMonth says that ledgers are carried forward to the first day of Month: the months before it are closed.
type ClosedMonth struct {
	Month    Date `gorm:"primaryKey"`
	ClosedAt time.Time
}
