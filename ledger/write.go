package ledger

import (
	"context"
	"database/sql"

	"github.com/prometheus/client_golang/prometheus"
	"gorm.io/gorm"

	"partnerledger/models"
)

// entriesRecorded counts for this process, whatever its services are.
var entriesRecorded = prometheus.NewCounterVec(prometheus.CounterOpts{
	Name: "partnerledger_entries_recorded_total", Help: "Entries that this process has recorded, by kind.",
}, []string{"kind"})

// Metrics returns what is counted of ledgers.
func Metrics() prometheus.Collector { return entriesRecorded }

// Write runs f in one transaction, that of everything that records entries: at READ COMMITTED, so that a statement sees what
// it has waited for. What it has recorded is counted once it is there to stay. While recording is stopped it is refused, by a
// UserError: RECORDING_STOPPED.
func Write(ctx context.Context, db *gorm.DB, f func(tx *gorm.DB) error) error {
	counted := make(tally)
	err := db.WithContext(context.WithValue(ctx, tallyKey{}, counted)).Transaction(func(tx *gorm.DB) error {
		if err := refuseStopped(tx); err != nil {
			return err
		}
		return f(tx)
	}, &sql.TxOptions{Isolation: sql.LevelReadCommitted})
	if err == nil {
		for kind, n := range counted {
			entriesRecorded.WithLabelValues(string(kind)).Add(float64(n)) // Prometheus counts in floats; entries, not money
		}
	}
	return err
}

// tally is how many entries a transaction has recorded.
type tally map[models.EntryKind]int

type tallyKey struct{}

// Count notes for Write that a statement of the caller's own has recorded n entries.
func Count(tx *gorm.DB, kind models.EntryKind, n int) {
	if counted, within := tx.Statement.Context.Value(tallyKey{}).(tally); within {
		counted[kind] += n
	}
}
