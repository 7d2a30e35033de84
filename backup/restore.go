package backup

import (
	"context"
	_ "embed"
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
		r := &restorer{ctx: ctx}
		err := pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error {
			r.tx = tx
			contents, err = r.restore(path)
			return err
		})
		if err != nil {
			return err
		}
		if _, err := conn.Exec(ctx, settle(r.all)); err != nil {
			log.WarnContext(ctx, "restored whole, but not analyzed", "error", err)
		}
		return nil
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

// restorer receives a file within a transaction.
type restorer struct {
	ctx          context.Context
	tx           pgx.Tx
	all, missing []table // what the file has not brought yet, in its order
	again        string  // SQL that makes what was put aside for the while
}

func (r *restorer) restore(path string) (*Contents, error) {
	if err := refuseUsed(r.ctx, r.tx); err != nil {
		return nil, err
	}
	contents, err := read(r.ctx, path, r)
	if err == nil && len(r.missing) > 0 {
		err = fmt.Errorf("the backup is damaged: it has no rows of %s", r.missing[0].Name)
	}
	if err != nil {
		return nil, err
	}
	return contents, r.exec(r.again)
}

func (r *restorer) begin(h Header) error {
	sql, err := schema(h.SchemaVersion)
	if err != nil {
		return err
	}
	if err := r.exec("SET LOCAL client_encoding = 'UTF8'; SET LOCAL statement_timeout = 0; SET LOCAL maintenance_work_mem = '256MB';\n" + sql); err != nil {
		return fmt.Errorf("make the tables of schema version %d: %w", h.SchemaVersion, err)
	}
	if r.all, err = tables(r.ctx, r.tx); err != nil {
		return err
	}
	r.missing = r.all
	if err := r.exec(empty(r.all)); err != nil {
		return err
	}
	return r.putAside()
}

//go:embed aside.sql
var asideSQL string

// putAside drops indexes and foreign keys, which are made in a fraction of the time over rows that are there.
func (r *restorer) putAside() error {
	var drop string
	if err := r.tx.QueryRow(r.ctx, asideSQL).Scan(&drop, &r.again); err != nil {
		return err
	}
	return r.exec(drop)
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
