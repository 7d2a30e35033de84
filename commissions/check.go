package commissions

import (
	"context"
	_ "embed"

	"partnerledger/models"
)

//go:embed check.sql
var checkSQL string

// Check recomputes every stored total and returns those that differ: none, if all is well.
func (s *Service) Check(ctx context.Context) ([]models.Difference, error) {
	var differences []models.Difference
	err := s.DB.WithContext(ctx).Raw(checkSQL).Scan(&differences).Error
	return differences, err
}
