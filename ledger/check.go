package ledger

import (
	"context"
	_ "embed"

	"gorm.io/gorm"

	"partnerledger/models"
)

//go:embed check.sql
var checkSQL string

// Check recomputes every opening balance from the entries and returns those that differ: none, if all is well.
func (s *Service) Check(ctx context.Context) ([]models.Difference, error) {
	var differences []models.Difference
	err := s.read(ctx, func(tx *gorm.DB) error { return tx.Raw(checkSQL).Scan(&differences).Error })
	return differences, err
}
