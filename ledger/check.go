package ledger

import (
	"context"
	_ "embed"

	"partnerledger/models"
)

//go:embed check.sql
var checkSQL string

// Checks recompute every opening balance from the entries, partner by partner.
func Checks() []models.Check {
	return []models.Check{{Table: "partners", Key: "id", Statement: checkSQL}}
}

// Check returns the opening balances that differ: none, if all is well.
func (s *Service) Check(ctx context.Context) ([]models.Difference, error) {
	return models.FindDifferences(ctx, s.DB, Checks())
}
