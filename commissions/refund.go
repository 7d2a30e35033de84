package commissions

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/models"
)

// RefundInput is a refund to record: what a customer got back of an order, in the order's currency.
type RefundInput struct {
	RefundID, OrderID string
	RefundedAt        time.Time
	Amount            decimal.Decimal
}

// RecordedRefund is what a refund claws back: an entry for each level that had earned more than nothing, be it of zero
// because the share is too small. Replayed if the refund was there already.
type RecordedRefund struct {
	Entries  []models.LedgerEntry
	Replayed bool
}

// RecordRefund records a refund and claws back commissions in proportion, paid or not. The same refund again changes
// nothing. Mistakes are UserErrors. A refund may be dated before its order: clocks differ, and the money is gone anyway.
func (s *Service) RecordRefund(ctx context.Context, in RefundInput) (*RecordedRefund, error) {
	if err := s.CheckRefund(in, "input"); err != nil {
		return nil, err
	}
	recorded := new(RecordedRefund)
	err := s.Write(ctx, func(tx *gorm.DB) error {
		outcomes, err := s.RecordRefundsIn(tx, []RefundInput{in}, "input")
		if err != nil {
			return err
		}
		if outcomes[0].Err != nil {
			return outcomes[0].Err
		}
		recorded.Replayed = outcomes[0].Replayed
		if recorded.Entries, err = clawbacksOf(tx, in); err != nil || recorded.Replayed {
			return err
		}
		return s.recordedRefund(tx, in, recorded.Entries)
	})
	if err != nil {
		return nil, err
	}
	return recorded, nil
}

// CheckRefund returns what is wrong with a refund by itself: UserErrors whose fields, named as in the API, are below
// prefix.
func (s *Service) CheckRefund(in RefundInput, prefix ...string) error {
	field := func(name string) []string { return append(slices.Clone(prefix), name) }
	return errors.Join(
		models.CheckName(in.RefundID, field("refundId")...),
		models.CheckName(in.OrderID, field("orderId")...),
		s.checkDate(in.RefundedAt, field("refundedAt")),
		checkPositive(in.Amount, "amount", field("amount")),
	)
}

func clawbacksOf(tx *gorm.DB, in RefundInput) ([]models.LedgerEntry, error) {
	found, err := findEntries(tx, models.Array[string]{in.OrderID})
	entries := []models.LedgerEntry{}
	for _, e := range found {
		if e.Source == refundSource(in.RefundID, e.Level) {
			entries = append(entries, e.LedgerEntry)
		}
	}
	return entries, err
}
