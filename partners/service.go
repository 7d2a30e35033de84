package partners

import (
	"context"
	"database/sql"
	"time"

	"gorm.io/gorm"

	"partnerledger/models"
)

// Service finds, creates and changes partners.
type Service struct {
	*models.Business
	DB *gorm.DB
}

// write runs what changes partners, in one transaction and one at a time.
func (s *Service) write(ctx context.Context, f func(tx *gorm.DB) error) error {
	return s.DB.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		if err := lock(tx); err != nil {
			return err
		}
		return f(tx)
	}, &sql.TxOptions{Isolation: sql.LevelReadCommitted})
}

// lock keeps all others who change partners out until the transaction ends. Two of them at once could take one code, or
// make a circle of parents of which neither sees the other's half. Those who record orders don't wait for it.
func lock(tx *gorm.DB) error {
	return tx.Exec("SELECT pg_advisory_xact_lock(hashtextextended('partnerledger.partners', 0))").Error
}

// now is the time as Postgres keeps it: in microseconds.
func (s *Service) now() time.Time { return s.Now().UTC().Truncate(time.Microsecond) }
