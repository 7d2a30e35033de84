package exports

import (
	"context"
	_ "embed"

	"partnerledger/models"
)

//go:embed check.sql
var checkSQL string

// Check compares the sums kept with every export with its frozen rows, and returns those that differ: none, if all is well.
func (s *Service) Check(ctx context.Context) ([]models.Difference, error) {
	return models.FindDifferences(ctx, s.DB, checkSQL)
}
