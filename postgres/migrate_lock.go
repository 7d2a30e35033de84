package postgres

import (
	"context"
	"database/sql"
	"fmt"
	"log/slog"
)

// migrationLock is the advisory lock of whoever migrates: "pl migr" in ASCII, so that it meets nobody else's.
const migrationLock int64 = 0x706c206d696772

// withMigrationLock runs work while no other process runs its own. The lock belongs to a transaction that does nothing
// else, so it is released however this process ends, and PgBouncer in transaction mode keeps it where it is.
func withMigrationLock(ctx context.Context, pool *sql.DB, log *slog.Logger, work func(context.Context) error) error {
	tx, err := pool.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("lock the database for migrating: %w", err)
	}
	defer tx.Rollback()
	if err := takeMigrationLock(ctx, tx, log); err != nil {
		return fmt.Errorf("lock the database for migrating: %w", err)
	}
	if err := work(ctx); err != nil {
		return err
	}
	return tx.Commit()
}

func takeMigrationLock(ctx context.Context, tx *sql.Tx, log *slog.Logger) error {
	// A migration of a big table takes its time; a server's time-outs would set the lock free meanwhile.
	const untimed = `SELECT set_config(name, '0', true) FROM pg_settings WHERE name IN
		('idle_in_transaction_session_timeout', 'transaction_timeout', 'statement_timeout', 'lock_timeout')`
	if _, err := tx.ExecContext(ctx, untimed); err != nil {
		return err
	}
	var free bool
	if err := tx.QueryRowContext(ctx, "SELECT pg_try_advisory_xact_lock($1)", migrationLock).Scan(&free); err != nil || free {
		return err
	}
	log.InfoContext(ctx, "another process migrates, backs up or restores the database; waiting for it")
	_, err := tx.ExecContext(ctx, "SELECT pg_advisory_xact_lock($1)", migrationLock)
	return err
}
