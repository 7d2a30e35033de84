package commissions

import (
	"context"
	_ "embed"

	"partnerledger/models"
)

var (
	//go:embed check.sql
	checkSQL string
	//go:embed check_clawbacks.sql
	checkClawbacksSQL string
)

// Checks compare orders with their lines and refunds, and commissions with what was clawed back of them.
func Checks() []models.Check {
	return []models.Check{
		{Table: "orders", Key: "order_id", Statement: checkSQL},
		{Table: "partners", Key: "id", Statement: checkClawbacksSQL},
	}
}

// Check returns what doesn't fit: nothing, if all is well.
func (s *Service) Check(ctx context.Context) ([]models.Difference, error) {
	return models.FindDifferences(ctx, s.DB, Checks())
}
