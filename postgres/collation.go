package postgres

import (
	"context"
	"log/slog"

	"github.com/jackc/pgx/v5"
)

// refreshCollation sorts again what was sorted by another version of ICU: another build of the same Postgres may bring
// one, and an index in the old order no longer finds all names.
func refreshCollation(ctx context.Context, where address, log *slog.Logger) error {
	conn, err := pgx.Connect(ctx, where.url(superuser, databaseName))
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	var old bool
	err = conn.QueryRow(ctx, `SELECT collversion IS DISTINCT FROM pg_collation_actual_version(oid)
		FROM pg_collation WHERE collname = 'und-x-icu'`).Scan(&old)
	if err != nil || !old {
		return err
	}
	log.InfoContext(ctx, "this PostgreSQL sorts names otherwise than the one before; sorting the indexes again")
	return pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error { return sortIndexes(ctx, tx) })
}

// sortIndexes is done within one transaction, so that it is done again where it was broken off.
func sortIndexes(ctx context.Context, tx pgx.Tx) error {
	const indexes = `SELECT format('REINDEX INDEX %s', indexrelid::regclass) FROM pg_index
		WHERE (SELECT oid FROM pg_collation WHERE collname = 'und-x-icu') = ANY (indcollation)`
	rows, err := tx.Query(ctx, indexes)
	if err != nil {
		return err
	}
	statements, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return err
	}
	for _, statement := range append(statements, `ALTER COLLATION pg_catalog."und-x-icu" REFRESH VERSION`) {
		if _, err := tx.Exec(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}
