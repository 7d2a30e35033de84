package commissions

import (
	"errors"

	"gorm.io/gorm"

	"partnerledger/models"
)

// errOvertaken says that somebody else recorded a refund of the same id, for another order, at the same moment.
var errOvertaken = errors.New("a refund of the same id was recorded at the same moment")

// RecordRefundsIn records many refunds, one after the other, within the caller's transaction at READ COMMITTED, in a
// handful of statements however many they are. The outcomes are in the order of the refunds; the fields of their errors
// are below prefix.
func (s *Service) RecordRefundsIn(tx *gorm.DB, refunds []RefundInput, prefix ...string) (outcomes []Outcome, err error) {
	if err := lockLedger(tx); err != nil {
		return nil, err
	}
	// Refunds of one order wait for each other at the order. Refunds of one id for different orders meet at the insert
	// only: whoever comes second starts again, and finds the other's.
	for range 5 {
		err = tx.Transaction(func(tx *gorm.DB) error {
			outcomes, err = s.recordRefunds(tx, refunds, prefix)
			return err
		})
		if !errors.Is(err, errOvertaken) {
			return outcomes, err
		}
	}
	return nil, err
}

func (s *Service) recordRefunds(tx *gorm.DB, refunds []RefundInput, prefix []string) ([]Outcome, error) {
	b, err := newRefundBatch(tx, refunds)
	if err != nil {
		return nil, err
	}
	outcomes := make([]Outcome, len(refunds))
	for i, in := range refunds {
		if outcomes[i].Err = s.CheckRefund(in, prefix...); outcomes[i].Err == nil {
			outcomes[i] = b.take(s.refund(in), prefix)
		}
	}
	if err := insertRefunds(tx, b.refunds); err != nil {
		return nil, err
	}
	_, err = recordEntries(tx, b.entries)
	return outcomes, err
}

func (s *Service) refund(in RefundInput) models.Refund {
	return models.Refund{
		RefundID: in.RefundID, OrderID: in.OrderID, RefundedAt: instant(in.RefundedAt),
		Date: s.DateOf(in.RefundedAt), Amount: in.Amount, RecordedAt: s.now(),
	}
}
