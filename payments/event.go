package payments

import (
	"fmt"

	"gorm.io/gorm"

	"partnerledger/audit"
	"partnerledger/models"
)

// toldBatch is what the audit log keeps of a batch.
type toldBatch struct {
	Method       models.PaymentMethod `json:"method"`
	Type         models.PaymentType   `json:"type"`
	Date         models.Date          `json:"date"`
	PeriodStart  models.Date          `json:"periodStart"`
	PeriodEnd    models.Date          `json:"periodEnd"`
	CurrencyCode string               `json:"currencyCode"`
	PaymentCount int                  `json:"paymentCount"`
	Total        string               `json:"total"`
	SkippedCount int                  `json:"skippedCount"`
	Status       models.BatchStatus   `json:"status"`
	VoidReason   *string              `json:"voidReason,omitempty"`
}

// toldPayment is what the audit log keeps of a payment.
type toldPayment struct {
	Type         models.PaymentType `json:"type"`
	Date         models.Date        `json:"date"`
	CurrencyCode string             `json:"currencyCode"`
	Amount       string             `json:"amount"`
	Note         *string            `json:"note,omitempty"`
	RequestID    *string            `json:"requestId,omitempty"`
	Batch        string             `json:"batch,omitempty"`
	Voided       bool               `json:"voided"`
	VoidReason   *string            `json:"voidReason,omitempty"`
	// BatchVoided says that the batch had no other payment left that stood.
	BatchVoided bool `json:"batchVoided,omitempty"`
}

// recordBatch tells the audit log of a batch that is new (nil old) or voided.
func (s *Service) recordBatch(tx *gorm.DB, action models.AuditAction, old, b *models.PaymentBatch) error {
	event := audit.Event{Action: action, Subject: "batch " + b.BatchID, After: tellBatch(b)}
	if old != nil {
		event.Before = tellBatch(old)
	}
	return audit.Record(tx, s.Now(), event)
}

func tellBatch(b *models.PaymentBatch) toldBatch {
	return toldBatch{
		b.Method, b.Type, b.Date, b.PeriodStart, b.PeriodEnd, b.CurrencyCode, b.PaymentCount,
		models.AmountString(b.Total, b.CurrencyCode), b.SkippedCount, b.Status(), b.VoidReason,
	}
}

// recordPayment tells the audit log of a payment that is new (nil old) or voided.
func (s *Service) recordPayment(tx *gorm.DB, action models.AuditAction, old, p *models.Payment) error {
	after := tellPayment(p)
	if p.BatchID != nil {
		var batch models.PaymentBatch
		if err := tx.Where("id = ?", *p.BatchID).Take(&batch).Error; err != nil {
			return err
		}
		after.Batch, after.BatchVoided = batch.BatchID, batch.VoidedAt != nil
	}
	event := audit.Event{Action: action, Subject: fmt.Sprintf("payment %d", p.ID), PartnerID: &p.PartnerID, After: after}
	if old != nil {
		before := tellPayment(old)
		before.Batch = after.Batch
		event.Before = before
	}
	return audit.Record(tx, s.Now(), event)
}

func tellPayment(p *models.Payment) toldPayment {
	return toldPayment{
		Type: p.Type, Date: p.Date, CurrencyCode: p.CurrencyCode, Amount: models.AmountString(p.Amount, p.CurrencyCode),
		Note: p.Note, RequestID: p.RequestID, Voided: p.VoidedAt != nil, VoidReason: p.VoidReason,
	}
}
