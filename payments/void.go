package payments

import (
	"context"
	_ "embed"
	"strings"
	"time"

	"gorm.io/gorm"

	"partnerledger/ledger"
	"partnerledger/models"
)

//go:embed void.sql
var voidSQL string

// Void says why payments are taken back, and on which day: today if nil, never before they were made.
type Void struct {
	Reason string
	Date   *models.Date
}

// VoidBatch takes back every payment of a batch that still stands. Mistakes are UserErrors: NOT_FOUND, ALREADY_VOIDED,
// INVALID.
func (s *Service) VoidBatch(ctx context.Context, batchID string, v Void) (*models.PaymentBatch, error) {
	var batch *models.PaymentBatch
	err := s.void(ctx, v, func(tx *gorm.DB, v voiding) (err error) {
		batch, err = findBatch(tx, batchID)
		switch {
		case err != nil:
			return err
		case batch == nil:
			return models.NotFound([]string{"batchId"}, "there is no batch of this id")
		case batch.VoidedAt != nil:
			return models.Problem(models.CodeAlreadyVoided, []string{"batchId"}, "the batch %s was voided before", batch.BatchID)
		}
		if err := v.reverse(tx, "batch_id = @batch", map[string]any{"batch": batch.ID}, batch.Date); err != nil {
			return err
		}
		old := *batch
		if err := v.closeBatch(tx, batch); err != nil {
			return err
		}
		return s.recordBatch(tx, models.ActionBatchVoided, &old, batch)
	})
	if err != nil {
		return nil, err
	}
	batches.WithLabelValues("voided").Inc()
	return batch, nil
}

// VoidPayment takes back one payment. The last payment of a batch that is voided voids the batch. Mistakes are
// UserErrors: NOT_FOUND, ALREADY_VOIDED, INVALID.
func (s *Service) VoidPayment(ctx context.Context, id int64, v Void) (*models.Payment, error) {
	var payment *models.Payment
	err := s.void(ctx, v, func(tx *gorm.DB, v voiding) (err error) {
		payment, err = findPayment(tx, id)
		switch {
		case err != nil:
			return err
		case payment == nil:
			return models.NotFound([]string{"id"}, "there is no such payment")
		case payment.VoidedAt != nil:
			return models.Problem(models.CodeAlreadyVoided, []string{"id"}, "the payment was voided before")
		}
		which := map[string]any{"partner": payment.PartnerID, "payment": payment.ID}
		if err := v.reverse(tx, "partner_id = @partner AND id = @payment", which, payment.Date); err != nil {
			return err
		}
		old := *payment
		payment.VoidedAt, payment.VoidReason = &v.now, &v.Reason
		if err := v.closeBatchOf(tx, payment); err != nil {
			return err
		}
		return s.recordPayment(tx, models.ActionPaymentVoided, &old, payment)
	})
	if err != nil {
		return nil, err
	}
	return payment, nil
}

// void runs f in a transaction of its own that no batch runs beside.
func (s *Service) void(ctx context.Context, v Void, f func(*gorm.DB, voiding) error) error {
	if err := models.CheckName(v.Reason, "reason"); err != nil {
		return err
	}
	as := voiding{Void: v, now: s.Now().UTC(), date: s.Today()}
	if v.Date != nil {
		as.date = *v.Date
	}
	return s.alone(ctx, func(tx *gorm.DB) error { return f(tx, as) })
}

// voiding is a Void with its defaults filled in.
type voiding struct {
	Void
	now  time.Time
	date models.Date
}

func (v voiding) reverse(tx *gorm.DB, which string, args map[string]any, paid models.Date) error {
	if v.date.Before(paid) {
		return models.Invalid([]string{"date"}, "a payment of %s can't be taken back on %s, before it was made", paid, v.date)
	}
	args["now"], args["reason"], args["date"] = v.now, v.Reason, v.date
	args["description"] = "Payment voided" // the reason is for those who voided it, a partner reads this
	statement := strings.NewReplacer("{which}", which, "{carried}", ledger.Carried()).Replace(voidSQL)
	var reversed int
	err := tx.Raw(statement, args).Scan(&reversed).Error
	ledger.Count(tx, models.PaymentReversal, reversed)
	return err
}

func (v voiding) closeBatch(tx *gorm.DB, batch *models.PaymentBatch) error {
	batch.VoidedAt, batch.VoidReason = &v.now, &v.Reason
	return tx.Model(batch).Select("voided_at", "void_reason").Updates(batch).Error
}

// closeBatchOf voids the batch of a payment that was the last one to stand.
func (v voiding) closeBatchOf(tx *gorm.DB, payment *models.Payment) error {
	if payment.BatchID == nil {
		return nil
	}
	return tx.Exec(`UPDATE payment_batches b SET voided_at = @now, void_reason = @reason WHERE b.id = @batch
		AND NOT EXISTS (SELECT FROM payments p WHERE p.batch_id = b.id AND p.voided_at IS NULL)`,
		map[string]any{"now": v.now, "reason": v.Reason, "batch": *payment.BatchID}).Error
}

func findPayment(tx *gorm.DB, id int64) (*models.Payment, error) {
	var found []*models.Payment
	if err := tx.Where("id = ?", id).Find(&found).Error; err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}
