package ledger

import (
	"context"
	_ "embed"

	"partnerledger/models"
)

//go:embed check.sql
var checkSQL string

// Check recomputes every opening balance from the entries and returns those that differ: none, if all is well.
func (s *Service) Check(ctx context.Context) ([]models.Difference, error) {
	return models.FindDifferences(ctx, s.DB, checkSQL)
}
