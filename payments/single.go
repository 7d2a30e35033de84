package payments

import (
	"context"
	"fmt"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/ledger"
	"partnerledger/models"
)

// Single is a payment outside any batch.
type Single struct {
	PartnerID    int64
	Amount       decimal.Decimal // more than zero
	CurrencyCode *string         // the partner's own if nil
	Type         models.PaymentType
	Date         *models.Date // today if nil
	Note         *string
	RequestID    string
}

// CreateSingle records a payment outside any batch. The request id makes it safe to repeat: the same request answers
// with the first payment. Mistakes are UserErrors: NOT_FOUND, INVALID, CONFLICT.
func (s *Service) CreateSingle(ctx context.Context, r Single, by string) (*models.Payment, error) {
	var payment *models.Payment
	err := ledger.Write(ctx, s.DB, func(tx *gorm.DB) (err error) {
		wanted, err := s.single(tx, r, by)
		if err != nil {
			return err
		}
		payment, err = s.recordSingle(tx, r, wanted)
		return err
	})
	if err != nil {
		return nil, err
	}
	return payment, nil
}

// single makes the payment that a request asks for.
func (s *Service) single(tx *gorm.DB, r Single, by string) (*models.Payment, error) {
	if err := models.CheckName(r.RequestID, "requestId"); err != nil {
		return nil, err
	}
	if r.Note != nil {
		if err := models.CheckText(*r.Note, "note"); err != nil {
			return nil, err
		}
	}
	currency, err := payee(tx, r)
	if err != nil {
		return nil, err
	}
	if !r.Amount.IsPositive() {
		return nil, models.Invalid([]string{"amount"}, "a payment is more than zero")
	}
	if err := models.CheckAmount(r.Amount, currency, "amount"); err != nil {
		return nil, err
	}
	p := &models.Payment{
		PartnerID: r.PartnerID, RequestID: &r.RequestID, CurrencyCode: currency, Amount: models.InCurrency(r.Amount, currency),
		Type: r.Type, Date: s.Today(), Note: r.Note, CreatedAt: s.Now().UTC(), CreatedBy: by,
	}
	if r.Date != nil {
		p.Date = *r.Date
	}
	return p, nil
}

// payee looks up the partner and returns the currency to pay in: left out, it is the partner's own, or, where the request comes
// again, what that was then.
func payee(tx *gorm.DB, r Single) (string, error) {
	var currencies []string
	err := tx.Raw(`SELECT coalesce((SELECT f.currency_code FROM payments f WHERE f.partner_id = p.id AND f.request_id = ?), p.currency_code)
		FROM partners p WHERE p.id = ?`, r.RequestID, r.PartnerID).Scan(&currencies).Error
	if err != nil {
		return "", err
	}
	if len(currencies) == 0 {
		return "", models.NotFound([]string{"partnerId"}, "there is no such partner")
	}
	if r.CurrencyCode != nil {
		return *r.CurrencyCode, models.CheckCurrency(*r.CurrencyCode, "currencyCode")
	}
	return currencies[0], nil
}

func (s *Service) recordSingle(tx *gorm.DB, r Single, p *models.Payment) (*models.Payment, error) {
	var made []*models.Payment
	err := tx.Raw(`INSERT INTO payments (partner_id, request_id, currency_code, amount, type, date, note, created_at, created_by)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (partner_id, request_id) DO NOTHING RETURNING *`,
		p.PartnerID, p.RequestID, p.CurrencyCode, p.Amount, p.Type, p.Date, p.Note, p.CreatedAt, p.CreatedBy).Find(&made).Error
	if err != nil {
		return nil, err
	}
	if len(made) == 0 {
		return replaySingle(tx, r, p)
	}
	p = made[0]
	_, err = ledger.Record(tx, []models.LedgerEntry{{
		PartnerID: p.PartnerID, CurrencyCode: p.CurrencyCode, Date: p.Date, Kind: models.PaymentMade, Amount: p.Amount.Neg(),
		Source: fmt.Sprintf("payment:%d", p.ID), Description: "Payment", PaymentID: &p.ID,
		RecordedAt: p.CreatedAt,
	}})
	if err != nil {
		return nil, err
	}
	return p, s.recordPayment(tx, models.ActionPaymentCreated, nil, p)
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// replaySingle returns the payment that was recorded under the same request id, if it was the same request: a date that
// is left out today meant another day then.
func replaySingle(tx *gorm.DB, r Single, p *models.Payment) (*models.Payment, error) {
	var first models.Payment
	if err := tx.Where("partner_id = ? AND request_id = ?", p.PartnerID, p.RequestID).Take(&first).Error; err != nil {
		return nil, err
	}
	same := first.Amount.Equal(p.Amount) && first.CurrencyCode == p.CurrencyCode && first.Type == p.Type &&
		(r.Date == nil || first.Date == p.Date) && text(first.Note) == text(p.Note)
	if !same {
		return nil, models.Problem(models.CodeConflict, []string{"requestId"},
			"another payment to this partner was recorded under the request id %s", r.RequestID)
	}
	return &first, nil
}
