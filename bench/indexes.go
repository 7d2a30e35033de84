package main

import (
	"context"

	"github.com/jackc/pgx/v5"
)

// Rows of years come in several times faster where no index and no foreign key is in their way. What there is is asked of
// Postgres, so that the tables are in the end what the migrations made them.
const (
	findForeignKeys = `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
		format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
		FROM pg_constraint WHERE contype = 'f' AND (conrelid = ANY($1::text[]::regclass[]) OR confrelid = ANY($1::text[]::regclass[]))
		ORDER BY conname`
	findKeys = `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
		pg_get_indexdef(conindid) || '; ' || format('ALTER TABLE %s ADD CONSTRAINT %I %s USING INDEX %I', conrelid::regclass, conname,
		  CASE contype WHEN 'p' THEN 'PRIMARY KEY' ELSE 'UNIQUE' END, conname)
		FROM pg_constraint WHERE contype IN ('p', 'u') AND conrelid = ANY($1::text[]::regclass[]) ORDER BY conname`
	findIndexes = `SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
		FROM pg_index WHERE indrelid = ANY($1::text[]::regclass[]) ORDER BY indexrelid`
)

// dropIndexes drops all indexes and foreign keys of some tables, and returns the statements that make them again.
func dropIndexes(ctx context.Context, conn *pgx.Conn, tables ...string) (restore []string, err error) {
	var foreign []string
	for _, find := range []string{findForeignKeys, findKeys, findIndexes} {
		rows, err := conn.Query(ctx, find, tables)
		if err != nil {
			return nil, err
		}
		found, err := pgx.CollectRows(rows, pgx.RowToStructByPos[struct{ Drop, Restore string }])
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			if _, err := conn.Exec(ctx, f.Drop); err != nil {
				return nil, err
			}
			if find == findForeignKeys {
				foreign = append(foreign, f.Restore) // they need the keys
			} else {
				restore = append(restore, f.Restore)
			}
		}
	}
	return append(restore, foreign...), nil
}
