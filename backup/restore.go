package backup

import (
	"context"
	"fmt"
	"io"
	"log/slog"

	"github.com/jackc/pgx/v5"

	"partnerledger/postgres"
)

// Restore makes the database of a file, at the file's own schema version, where there is an empty one at url, in the
// role that shall own the tables. Without an error it is whole, and otherwise as empty as before.
func Restore(ctx context.Context, url, path string, log *slog.Logger) (contents *Contents, err error) {
	err = postgres.Exclusive(ctx, url, log, func(ctx context.Context, conn *pgx.Conn) error {
		err := pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error {
			if err := refuseUsed(ctx, tx); err != nil {
				return err
			}
			contents, err = restore(ctx, tx, path)
			return err
		})
		if err != nil {
			return err
		}
		return settle(ctx, conn, contents)
	})
	return contents, err
}

// refuseUsed refuses a database that holds anything, other than what belongs to an extension.
func refuseUsed(ctx context.Context, tx pgx.Tx) error {
	var found *string
	err := tx.QueryRow(ctx, `SELECT min(relname::text) FROM pg_class c
		WHERE relnamespace = to_regnamespace(current_schema()) AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
		AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')`).Scan(&found)
	if err == nil && found != nil {
		err = fmt.Errorf("the database is not empty, it has %s: a backup is restored into an empty database, or a new DATA_DIR, only", *found)
	}
	return err
}

func restore(ctx context.Context, tx pgx.Tx, path string) (*Contents, error) {
	r := &restorer{ctx: ctx, tx: tx}
	contents, err := read(path, r)
	if err == nil && len(r.missing) > 0 {
		err = fmt.Errorf("the backup is damaged: it has no rows of %s", r.missing[0].Name)
	}
	return contents, err
}

// settle has Postgres look at the tables, so that it plans well and reads indexes alone from the first query on.
func settle(ctx context.Context, conn *pgx.Conn, contents *Contents) error {
	for _, t := range contents.Tables {
		if _, err := conn.Exec(ctx, "VACUUM (ANALYZE) "+quoted(t.Table)); err != nil {
			return fmt.Errorf("restored whole; but analyze %s: %w", t.Table, err)
		}
	}
	return nil
}

// restorer receives a file within a transaction.
type restorer struct {
	ctx     context.Context
	tx      pgx.Tx
	missing []table // what the file has not brought yet, in its order
}

func (r *restorer) begin(h Header) error {
	sql, err := schema(h.SchemaVersion)
	if err != nil {
		return err
	}
	if err := r.exec("SET LOCAL client_encoding = 'UTF8'; SET LOCAL statement_timeout = 0;\n" + sql); err != nil {
		return fmt.Errorf("make the tables of schema version %d: %w", h.SchemaVersion, err)
	}
	if r.missing, err = tables(r.ctx, r.tx); err != nil {
		return err
	}
	return r.exec(empty(r.missing))
}

// exec runs SQL of our own that has several statements.
func (r *restorer) exec(sql string) error {
	_, err := r.tx.Conn().PgConn().Exec(r.ctx, sql).ReadAll()
	return err
}

func (r *restorer) copy(statement string, rows io.Reader) (int64, error) {
	if len(r.missing) == 0 || statement != r.missing[0].from() {
		return 0, fmt.Errorf("the backup is damaged: tables of its schema version have no place for %q", statement)
	}
	t := r.missing[0]
	r.missing = r.missing[1:]
	done, err := r.tx.Conn().PgConn().CopyFrom(r.ctx, rows, t.from())
	if err != nil {
		return 0, fmt.Errorf("copy %s: %w", t.Name, err)
	}
	return done.RowsAffected(), nil
}

func (r *restorer) number(n numbering) error {
	_, err := r.tx.Exec(r.ctx, "SELECT setval(pg_get_serial_sequence($1, $2), $3)", quoted(n.table), n.column, n.last)
	return err
}
