package backup_test

import (
	"cmp"
	"context"
	"log/slog"
	"net/url"
	"path/filepath"
	"slices"
	"testing"

	"github.com/jackc/pgx/v5"

	"partnerledger/backup"
	"partnerledger/postgres/pgtest"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

var quiet = slog.New(slog.DiscardHandler)

// database is a way to one, as the owner of its tables.
type database struct {
	t   testing.TB
	url string
	*pgx.Conn
}

func open(t testing.TB, address string) database {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), address)
	must(t, err)
	t.Cleanup(func() { conn.Close(context.Background()) })
	return database{t, address, conn}
}

// migrated has all tables.
func migrated(t testing.TB) database {
	t.Helper()
	_, owner := pgtest.NewURLs(t)
	return open(t, owner)
}

// empty has none, in a schema that has another name.
func empty(t testing.TB) database {
	t.Helper()
	db := migrated(t)
	db.do("CREATE SCHEMA fresh")
	u, err := url.Parse(db.url)
	must(t, err)
	u.RawQuery += "&search_path=fresh"
	return open(t, u.String())
}

func (db database) do(sql string, args ...any) {
	db.t.Helper()
	_, err := db.Exec(db.t.Context(), sql, args...)
	must(db.t, err)
}

// list returns the rows of a query of one column of texts.
func (db database) list(query string) []string {
	db.t.Helper()
	rows, err := db.Query(db.t.Context(), query)
	must(db.t, err)
	all, err := pgx.CollectRows(rows, pgx.RowTo[string])
	must(db.t, err)
	return all
}

const tablesQuery = `SELECT relname::text FROM pg_class
	WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' ORDER BY 1`

// backup returns the file of a backup.
func (db database) backup() string {
	db.t.Helper()
	path := filepath.Join(db.t.TempDir(), "backup.sql.gz")
	_, err := backup.Write(db.t.Context(), db.url, path, quiet)
	must(db.t, err)
	return path
}

// restored is the database that Restore makes of a file.
func restored(t testing.TB, path string) database {
	t.Helper()
	db := empty(t)
	_, err := backup.Restore(t.Context(), db.url, path, quiet)
	must(t, err)
	return db
}

// isEmpty fails the test where there is anything.
func (db database) isEmpty() {
	db.t.Helper()
	if left := db.list(tablesQuery); len(left) > 0 {
		db.t.Errorf("left are %v", left)
	}
}

// equal fails the test where two lists differ, and tells the first difference.
func equal(t testing.TB, what string, got, want []string) {
	t.Helper()
	if slices.Equal(got, want) {
		return
	}
	for i := range max(len(got), len(want)) {
		if at(got, i) != at(want, i) {
			t.Errorf("%s: %d lines, want %d; line %d is\n%q\nwant\n%q", what, len(got), len(want), i, at(got, i), at(want, i))
			return
		}
	}
}

func at(list []string, i int) string {
	return cmp.Or(slices.Concat(list, make([]string, i+1))[i], "(none)")
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
