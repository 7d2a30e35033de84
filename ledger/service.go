package ledger

import (
	"context"

	"gorm.io/gorm"

	"partnerledger/models"
)

// Service reads ledgers and closes months.
type Service struct {
	*models.Business
	DB *gorm.DB
}

// Ledger is one partner's account over a period, in one currency.
type Ledger struct {
	Partner      *models.Partner
	Period       models.Period
	CurrencyCode string
	models.Figures
}

// read runs several statements on one snapshot, perhaps twice.
func (s *Service) read(ctx context.Context, f func(tx *gorm.DB) error) error {
	return models.Snapshot(ctx, s.DB, f)
}
