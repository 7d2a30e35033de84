package commissions

import (
	"context"
	_ "embed"

	"partnerledger/models"
)

//go:embed check.sql
var checkSQL string

// Check compares orders with their lines and commissions with what was clawed back of them, and returns what doesn't fit:
// nothing, if all is well.
func (s *Service) Check(ctx context.Context) ([]models.Difference, error) {
	return models.FindDifferences(ctx, s.DB, checkSQL)
}
