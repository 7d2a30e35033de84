package payments

import (
	"context"

	"github.com/prometheus/client_golang/prometheus"
	"gorm.io/gorm"

	"partnerledger/ledger"
	"partnerledger/models"
)

// Service plans, records, voids and finds payments.
type Service struct {
	*models.Business
	DB     *gorm.DB
	Ledger *ledger.Service

	turn models.Turn // see alone
}

// batches counts for this process, whatever its services are.
var batches = prometheus.NewCounterVec(prometheus.CounterOpts{
	Name: "partnerledger_batches_total", Help: "Batches of payments that this process has created or voided.",
}, []string{"step"})

// Metrics returns what is counted of payments.
func Metrics() prometheus.Collector { return batches }

// alone runs f in the transaction of one who records or voids payments of batches: one at a time.
func (s *Service) alone(ctx context.Context, f func(tx *gorm.DB) error) error {
	giveBack, err := s.turn.Take(ctx)
	if err != nil {
		return err
	}
	defer giveBack()
	return ledger.Write(ctx, s.DB, func(tx *gorm.DB) error {
		if err := lockBatches(tx); err != nil {
			return err
		}
		return f(tx)
	})
}

// batchLock is the advisory lock that keeps it so beside other servers. It ends with the
// transaction, so it passes through PgBouncer.
const batchLock = 0x70617962 // "payb"

func lockBatches(tx *gorm.DB) error {
	return tx.Exec("SELECT pg_advisory_xact_lock(?)", batchLock).Error
}
