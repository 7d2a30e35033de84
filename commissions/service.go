package commissions

import (
	"context"
	"time"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/ledger"
	"partnerledger/models"
)

// Service records orders, refunds and adjustments, and keeps the programs.
type Service struct {
	*models.Business
	DB *gorm.DB
}

// limit is what every amount stays below. It fits, with all digits, what the API can say.
var limit = decimal.New(1, 15)

// Write runs what records, in one transaction, which RecordOrdersIn and RecordRefundsIn want.
func (s *Service) Write(ctx context.Context, f func(tx *gorm.DB) error) error {
	return ledger.Write(ctx, s.DB, f)
}

// lockLedger waits until nobody closes months or loads history. That must come before any order is inserted or locked:
// who loads history keeps the ledger to himself, then wants orders.
func lockLedger(tx *gorm.DB) error {
	return tx.Exec("LOCK TABLE ledger_entries IN ROW EXCLUSIVE MODE").Error
}

// now is the time as Postgres keeps it.
func (s *Service) now() time.Time { return instant(s.Now()) }

// checkDate refuses an instant that falls, where the business is, on a day outside the years that dates have.
func (s *Service) checkDate(instant time.Time, field []string) error {
	if _, err := models.ParseDate(s.DateOf(instant).String()); err != nil {
		return models.Invalid(field, "%v", err)
	}
	return nil
}

// instant cuts a time to what Postgres keeps.
func instant(t time.Time) time.Time { return t.UTC().Truncate(time.Microsecond) }
