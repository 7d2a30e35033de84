package ledger

import (
	"context"
	_ "embed"
	"errors"

	"github.com/jackc/pgx/v5/pgconn"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"partnerledger/models"
)

//go:embed close.sql
var closeSQL string

// CloseMonths carries the ledgers forward to every first of a month up to the current one, oldest first, a transaction
// each, and returns how many months it closed. It is safe to call at any time, from several servers at once: each
// month is closed by one of them. Recording waits while a month is closed; reading doesn't.
func (s *Service) CloseMonths(ctx context.Context) (int, error) {
	return s.closeMonths(ctx, lockEntries)
}

// ErrBusy says that entries are being recorded by something that takes longer than CloseMonthsBeside waits.
var ErrBusy = errors.New("entries are being recorded")

// CloseMonthsBeside is CloseMonths for whoever comes again: all that records queues behind it while it waits, behind a long
// import or batch, so it gives up soon, with ErrBusy. A month that is closed late makes reports slower, never wrong.
func (s *Service) CloseMonthsBeside(ctx context.Context) (int, error) {
	return s.closeMonths(ctx, lockEntriesSoon)
}

func (s *Service) closeMonths(ctx context.Context, lock func(tx *gorm.DB) error) (int, error) {
	for n := 0; ; n++ {
		// Look before locking: nearly always there is nothing to close.
		if next, _, err := s.nextMonth(s.DB.WithContext(ctx)); err != nil || next.IsZero() {
			return n, err
		}
		done := false
		err := s.DB.WithContext(ctx).Transaction(func(tx *gorm.DB) (err error) {
			if err := lock(tx); err != nil {
				return err
			}
			done, err = s.closeNext(tx)
			return err
		})
		if err != nil || !done {
			return n, err
		}
	}
}

// History prepares for loading entries dated from a day on, too many to carry forward one by one: it reopens the months
// behind that day, and the function that it returns closes them again and has Postgres count what is there now, by which
// it plans reports. Both run in the transaction that loads, and nobody else records until it ends.
func (s *Service) History(tx *gorm.DB, from models.Date) (done func() error, err error) {
	if err := lockEntries(tx); err != nil {
		return nil, err
	}
	if err := tx.Exec("DELETE FROM closed_months WHERE month > ?", from).Error; err != nil {
		return nil, err
	}
	if err := tx.Exec("DELETE FROM opening_balances WHERE month > ?", from).Error; err != nil {
		return nil, err
	}
	return func() error {
		for more := true; more; {
			if more, err = s.closeNext(tx); err != nil {
				return err
			}
		}
		return tx.Exec("SELECT analyze_ledger()").Error
	}, nil
}

// Alone waits until nobody else records, and keeps it so until the transaction ends.
func (s *Service) Alone(tx *gorm.DB) error { return lockEntries(tx) }

// lockEntries waits until nobody records, and keeps it so until the transaction ends.
func lockEntries(tx *gorm.DB) error { return tx.Exec("SELECT lock_ledger_entries()").Error }

// lockEntriesSoon does so within two seconds, or says ErrBusy, which is nothing for the log. An autovacuum gives way to whoever
// has waited longer than deadlock_timeout, which is one.
func lockEntriesSoon(tx *gorm.DB) error {
	if err := tx.Exec("SET LOCAL lock_timeout = '2s'").Error; err != nil {
		return err
	}
	err := lockEntries(tx.Session(&gorm.Session{Logger: logger.Discard}))
	if told, ok := errors.AsType[*pgconn.PgError](err); ok && told.Code == "55P03" { // lock_not_available
		return ErrBusy
	}
	return err
}

// closeNext closes the next month, under the lock. It tells whether there was one.
func (s *Service) closeNext(tx *gorm.DB) (bool, error) {
	next, last, err := s.nextMonth(tx)
	if err != nil || next.IsZero() {
		return false, err
	}
	return true, models.PlanAnew(tx).Exec(closeSQL, map[string]any{"month": next, "last": last, "now": s.Now().UTC()}).Error
}

// nextMonth returns the first day to carry forward to next, zero if there is none, and the last one carried to.
func (s *Service) nextMonth(tx *gorm.DB) (next, last models.Date, err error) {
	var found struct{ Last, First models.Date }
	err = tx.Raw(`SELECT coalesce((SELECT max(month) FROM closed_months), DATE '` + noMonth + `') AS last,
		(SELECT min(date) FROM ledger_entries) AS first`).Scan(&found).Error
	if err != nil || found.First.IsZero() {
		return models.Date{}, found.Last, err
	}
	next = found.Last.FirstOfNextMonth()
	if next.Before(found.First) {
		next = found.First.FirstOfNextMonth()
	}
	if s.Today().Before(next) {
		next = models.Date{}
	}
	return next, found.Last, nil
}
