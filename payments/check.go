package payments

import (
	"context"
	_ "embed"

	"partnerledger/models"
)

var (
	//go:embed check.sql
	checkSQL string
	//go:embed check_batches.sql
	checkBatchesSQL string
)

// Checks compare every payment with its entries and every batch with its payments.
func Checks() []models.Check {
	return []models.Check{
		{Table: "partners", Key: "id", Statement: checkSQL},
		{Table: "payment_batches", Key: "id", Statement: checkBatchesSQL},
	}
}

// Check returns the payments and batches that differ: none, if all is well.
func (s *Service) Check(ctx context.Context) ([]models.Difference, error) {
	return models.FindDifferences(ctx, s.DB, Checks())
}
