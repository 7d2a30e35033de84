package exports

import (
	"context"
	_ "embed"

	"partnerledger/models"
)

//go:embed check.sql
var checkSQL string

// Checks compare the sums kept with every export with its frozen rows.
func Checks() []models.Check {
	return []models.Check{{Table: "ledger_exports", Key: "id", Statement: checkSQL}}
}

// Check returns the exports that differ: none, if all is well.
func (s *Service) Check(ctx context.Context) ([]models.Difference, error) {
	return models.FindDifferences(ctx, s.DB, Checks())
}
