package models

import (
	"time"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"
)

// PaymentMethod is how the amount of each payment in a batch is found.
type PaymentMethod string

const (
	CommissionEarned                     PaymentMethod = "COMMISSION_EARNED"
	BeginningBalancePlusCommissionEarned PaymentMethod = "BEGINNING_BALANCE_PLUS_COMMISSION_EARNED"
	EndingBalance                        PaymentMethod = "ENDING_BALANCE"
)

// PaymentType is the way by which money was paid, outside.
type PaymentType string

// SkipReason is why a partner on the report got no payment in a batch.
type SkipReason string

const (
	SkipZeroAmount     SkipReason = "ZERO_AMOUNT"
	SkipNegativeAmount SkipReason = "NEGATIVE_AMOUNT"
	SkipBelowMinimum   SkipReason = "BELOW_MINIMUM"
	SkipAlreadyPaid    SkipReason = "ALREADY_PAID"
)

// PaymentWarning is something that a person should know about a payment before it is recorded.
type PaymentWarning string

const (
	WarnExceedsBalance  PaymentWarning = "EXCEEDS_BALANCE"
	WarnCappedAtBalance PaymentWarning = "CAPPED_AT_BALANCE"
	WarnPartnerInactive PaymentWarning = "PARTNER_INACTIVE"
)

// BatchStatus tells whether a batch still stands.
type BatchStatus string

const (
	BatchRecorded BatchStatus = "RECORDED"
	BatchVoided   BatchStatus = "VOIDED"
)

// PaymentBatch is a batch of payments that were recorded at once, by one method.
type PaymentBatch struct {
	ID           int64 `gorm:"primaryKey"`
	BatchID      string
	Method       PaymentMethod
	Type         PaymentType
	Date         Date
	PeriodStart  Date
	PeriodEnd    Date
	CurrencyCode string
	PaymentCount int
	Total        decimal.Decimal
	SkippedCount int
	RequestHash  string // of the arguments of the call that made it
	CreatedAt    time.Time
	CreatedBy    string
	VoidedAt     *time.Time
	VoidReason   *string
}

// Period returns the days that the batch pays.
func (b *PaymentBatch) Period() Period { return Period{Start: b.PeriodStart, End: b.PeriodEnd} }

// Status tells whether the batch still stands.
func (b *PaymentBatch) Status() BatchStatus {
	if b.VoidedAt != nil {
		return BatchVoided
	}
	return BatchRecorded
}

// AfterFind gives the total the digits of its currency.
func (b *PaymentBatch) AfterFind(*gorm.DB) error {
	b.Total = InCurrency(b.Total, b.CurrencyCode)
	return nil
}

// Payment records that a partner was paid, in a batch or one-off. Amount is positive.
type Payment struct {
	PartnerID    int64  `gorm:"primaryKey"`
	ID           int64  `gorm:"primaryKey"`
	BatchID      *int64 // nil for a one-off payment
	RequestID    *string
	CurrencyCode string
	Amount       decimal.Decimal
	Type         PaymentType
	Date         Date
	Note         *string
	// The basis of a batch payment.
	BeginningBalance decimal.NullDecimal
	Commissions      decimal.NullDecimal
	Adjustments      decimal.NullDecimal
	Payments         decimal.NullDecimal
	EndingBalance    decimal.NullDecimal
	CreatedAt        time.Time
	CreatedBy        string
	VoidedAt         *time.Time
	VoidReason       *string
}

// AfterFind gives every amount the digits of its currency.
func (p *Payment) AfterFind(*gorm.DB) error {
	p.Amount = InCurrency(p.Amount, p.CurrencyCode)
	for _, d := range []*decimal.NullDecimal{&p.BeginningBalance, &p.Commissions, &p.Adjustments, &p.Payments, &p.EndingBalance} {
		d.Decimal = InCurrency(d.Decimal, p.CurrencyCode)
	}
	return nil
}

// PaymentBasis is the figures that a payment's amount was found from, as they were then.
type PaymentBasis struct {
	BeginningBalance decimal.Decimal
	Commissions      decimal.Decimal
	Adjustments      decimal.Decimal
	Payments         decimal.Decimal
	EndingBalance    decimal.Decimal
}

// Basis returns the payment's basis, nil for a one-off payment.
func (p *Payment) Basis() *PaymentBasis {
	if p.BatchID == nil {
		return nil
	}
	return &PaymentBasis{
		BeginningBalance: p.BeginningBalance.Decimal,
		Commissions:      p.Commissions.Decimal,
		Adjustments:      p.Adjustments.Decimal,
		Payments:         p.Payments.Decimal,
		EndingBalance:    p.EndingBalance.Decimal,
	}
}

// SkippedPartner is a partner who was on the report of a batch and got no payment. Amount is what the method found.
type SkippedPartner struct {
	BatchID     int64 `gorm:"primaryKey"`
	PartnerID   int64 `gorm:"primaryKey"`
	Amount      decimal.Decimal
	Reason      SkipReason
	PaidBatchID *int64 // of ALREADY_PAID
}
