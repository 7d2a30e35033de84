package commissions

import (
	"context"
	"errors"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/ledger"
	"partnerledger/models"
)

// AdjustInput is a bonus or a correction. A nil Date is today; a nil currency is the partner's own.
type AdjustInput struct {
	PartnerID         int64
	Amount            decimal.Decimal
	Date              *models.Date
	Reason, RequestID string
	CurrencyCode      *string
}

// Adjust records a bonus or a correction. RequestID, unique among the adjustments of one partner, makes it safe to
// repeat: the same again answers the first entry, whatever day it is now. Mistakes are UserErrors.
func (s *Service) Adjust(ctx context.Context, in AdjustInput) (*models.LedgerEntry, error) {
	if err := in.check(); err != nil {
		return nil, err
	}
	var entry *models.LedgerEntry
	err := s.Write(ctx, func(tx *gorm.DB) (err error) {
		entry, err = s.adjust(tx, in)
		return err
	})
	return entry, err
}

func (in AdjustInput) check() error {
	problems := []error{
		models.CheckName(in.Reason, "reason"),
		models.CheckName(in.RequestID, "requestId"),
	}
	if in.Amount.IsZero() || in.Amount.Abs().GreaterThanOrEqual(limit) {
		problems = append(problems, models.Invalid([]string{"amount"},
			"the amount must not be zero, and have at most 15 digits before the point"))
	}
	if in.CurrencyCode != nil {
		problems = append(problems, models.CheckCurrency(*in.CurrencyCode, "currencyCode"))
	}
	return errors.Join(problems...)
}

func (s *Service) adjust(tx *gorm.DB, in AdjustInput) (*models.LedgerEntry, error) {
	wanted, err := s.adjustment(tx, in)
	if err != nil {
		return nil, err
	}
	recorded, err := ledger.Record(tx, []models.LedgerEntry{*wanted})
	if err != nil {
		return nil, err
	}
	if len(recorded) == 1 {
		return &recorded[0], s.recordedAdjustment(tx, in, &recorded[0])
	}
	var there models.LedgerEntry
	if err := tx.Where("partner_id = ? AND source = ?", wanted.PartnerID, wanted.Source).Take(&there).Error; err != nil {
		return nil, err
	}
	if !in.asks(there) {
		return nil, models.Problem(models.CodeConflict, []string{"requestId"},
			"an adjustment of this request id is recorded already, with another content")
	}
	return &there, nil
}

// adjustment makes the entry that is asked for.
func (s *Service) adjustment(tx *gorm.DB, in AdjustInput) (*models.LedgerEntry, error) {
	var partner models.Partner
	err := tx.Where("id = ?", in.PartnerID).Take(&partner).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, models.NotFound([]string{"partnerId"}, "there is no such partner")
	}
	if err != nil {
		return nil, err
	}
	entry := &models.LedgerEntry{
		PartnerID: partner.ID, CurrencyCode: partner.CurrencyCode, Date: s.Today(), Kind: models.Adjustment,
		Amount: in.Amount, Source: "adjustment:" + in.RequestID, Description: in.Reason, RecordedAt: s.now(),
	}
	if in.CurrencyCode != nil {
		entry.CurrencyCode = *in.CurrencyCode
	} else if err := tx.Raw("SELECT currency_code FROM ledger_entries WHERE partner_id = ? AND source = ?",
		partner.ID, entry.Source).Scan(&entry.CurrencyCode).Error; err != nil { // the partner's own, as it was the first time
		return nil, err
	}
	if in.Date != nil {
		entry.Date = *in.Date
	}
	return entry, models.CheckAmount(in.Amount, entry.CurrencyCode, "amount")
}

// asks tells whether the input asks for an entry that is there. What it leaves out may have meant another day, or
// another currency, then.
func (in AdjustInput) asks(there models.LedgerEntry) bool {
	return there.Amount.Equal(in.Amount) && there.Description == in.Reason &&
		(in.Date == nil || *in.Date == there.Date) &&
		(in.CurrencyCode == nil || *in.CurrencyCode == there.CurrencyCode)
}
