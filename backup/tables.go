package backup

import (
	"context"
	_ "embed"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
)

//go:embed tables.sql
var tablesSQL string

// table is one as the catalog tells it.
type table struct {
	Name     string
	Columns  []string // without those that Postgres computes
	Numbered []string // those of them that Postgres numbers
	Hidden   bool     // row-level security keeps rows from whoever asks
}

// tables returns all that a database has, those that are referred to first.
func tables(ctx context.Context, tx pgx.Tx) ([]table, error) {
	rows, err := tx.Query(ctx, tablesSQL)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowToStructByName[table])
}

// with is the table and its columns as COPY wants them. Every name is quoted, since what must be differs between versions.
func (t table) with() string {
	columns := make([]string, len(t.Columns))
	for i, column := range t.Columns {
		columns[i] = quoted(column)
	}
	return fmt.Sprintf("COPY %s (%s)", quoted(t.Name), strings.Join(columns, ", "))
}

func (t table) from() string { return t.with() + " FROM stdin" }

func (t table) to() string { return t.with() + " TO stdout" }

// empty is SQL that removes what migrations put there.
func empty(all []table) string { return "TRUNCATE " + list(all) + ";" }

// settle has Postgres look at the tables, so that it plans well, and reads indexes alone, from the first query on.
func settle(all []table) string { return "VACUUM (ANALYZE) " + list(all) + ";" }

func list(all []table) string {
	names := make([]string, len(all))
	for i, t := range all {
		names[i] = quoted(t.Name)
	}
	return strings.Join(names, ", ")
}

func quoted(name string) string { return pgx.Identifier{name}.Sanitize() }
