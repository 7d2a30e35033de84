package backup

import (
	"bufio"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/jackc/pgx/v5"
)

// dump writes the script of a database into out, compressed.
func dump(ctx context.Context, conn *pgx.Conn, out io.Writer) (contents *Contents, err error) {
	packed, err := gzip.NewWriterLevel(out, gzip.BestSpeed)
	if err != nil {
		return nil, err
	}
	sum := sha256.New()
	text := bufio.NewWriterSize(io.MultiWriter(packed, sum), 1<<16)
	moment := pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}
	err = pgx.BeginTxFunc(ctx, conn, moment, func(tx pgx.Tx) error {
		contents, err = (&dumper{tx, text}).all(ctx)
		return err
	})
	if err != nil {
		return nil, err
	}
	if err := text.Flush(); err != nil {
		return nil, err
	}
	contents.SHA256 = hex.EncodeToString(sum.Sum(nil))
	if _, err := fmt.Fprintln(packed, sumPrefix+contents.SHA256); err != nil {
		return nil, err
	}
	return contents, packed.Close()
}

// dumper writes what one transaction sees.
type dumper struct {
	tx  pgx.Tx
	out *bufio.Writer // keeps its first error
}

func (d *dumper) line(text string) { d.out.WriteString(text + "\n") }

func (d *dumper) all(ctx context.Context) (*Contents, error) {
	// Each value is written so that it reads the same whatever is set where it is read; and the copying takes as long as it takes.
	const settings = `SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'iso_8601'; SET LOCAL bytea_output = 'hex';
		SET LOCAL extra_float_digits = 3; SET LOCAL client_encoding = 'UTF8'; SET LOCAL statement_timeout = 0;
		SET LOCAL idle_in_transaction_session_timeout = 0`
	if _, err := d.tx.Exec(ctx, settings, pgx.QueryExecModeSimpleProtocol); err != nil {
		return nil, err
	}
	contents := &Contents{}
	var err error
	if contents.Header, err = d.header(ctx); err != nil {
		return nil, err
	}
	all, err := tables(ctx, d.tx)
	if err != nil {
		return nil, err
	}
	if contents.Tables, err = d.rows(ctx, all); err != nil {
		return nil, err
	}
	if err := d.numberings(ctx, all); err != nil {
		return nil, err
	}
	d.line(commit)
	d.line(settle(all))
	return contents, nil
}

// header writes all that stands before the rows.
func (d *dumper) header(ctx context.Context) (Header, error) {
	h := Header{Format: format, TakenAt: time.Now().UTC()}
	var known bool
	err := d.tx.QueryRow(ctx, "SELECT to_regclass('goose_db_version') IS NOT NULL, current_setting('server_version')").Scan(&known, &h.Postgres)
	if err == nil && !known {
		err = errors.New("there is nothing to back up: the database has no tables of Partner Ledger")
	}
	if err != nil {
		return h, err
	}
	err = d.tx.QueryRow(ctx, "SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied").Scan(&h.SchemaVersion)
	if err != nil {
		return h, err
	}
	if err := h.refuseNewer(); err != nil {
		return h, err
	}
	first, err := h.line()
	if err != nil {
		return h, err
	}
	sql, err := schema(h.SchemaVersion)
	d.line(first)
	d.line(beginning + sql)
	return h, err
}

func (d *dumper) rows(ctx context.Context, all []table) ([]Count, error) {
	d.line(empty(all))
	d.line(dataBegins)
	var counts []Count
	for _, t := range all {
		if t.Hidden {
			return nil, fmt.Errorf("row-level security hides rows of %s from this role: "+
				"a backup is taken by the owner of the tables, or by a member of partnerledger_server", t.Name)
		}
		d.line(t.from() + ";")
		copied, err := d.tx.Conn().PgConn().CopyTo(ctx, d.out, t.to())
		if err != nil {
			return nil, fmt.Errorf("copy %s: %w", t.Name, err)
		}
		d.line(rowsEnd)
		d.line(rowsLine(copied.RowsAffected()))
		counts = append(counts, Count{t.Name, copied.RowsAffected()})
	}
	return counts, nil
}

// numberingSQL asks about one sequence alone: there may be others, in schemas that are closed to this role.
const numberingSQL = `SELECT greatest(0, max(%s), (
	SELECT CASE WHEN has_sequence_privilege(sequence, 'SELECT, USAGE') THEN pg_sequence_last_value(sequence) END
	FROM (SELECT pg_get_serial_sequence($1, $2)::regclass AS sequence) own)) FROM %s`

// numberings says where the numbering of each table goes on. Who may not read that is told by the numbers in use; and
// numbers that were taken since the transaction began do no harm.
func (d *dumper) numberings(ctx context.Context, all []table) error {
	d.line(dataEnds)
	for _, t := range all {
		for _, column := range t.Numbered {
			n := numbering{table: t.Name, column: column}
			question := fmt.Sprintf(numberingSQL, quoted(column), quoted(t.Name))
			if err := d.tx.QueryRow(ctx, question, quoted(t.Name), column).Scan(&n.last); err != nil {
				return fmt.Errorf("numbering of %s: %w", t.Name, err)
			}
			if n.last > 0 {
				d.line(n.line())
			}
		}
	}
	return nil
}
