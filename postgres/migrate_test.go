//go:build unix

package postgres_test

import (
	"context"
	"log/slog"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"partnerledger/migrations"
	"partnerledger/postgres"
	"partnerledger/postgres/pgtest"
)

// emptySchema is a place without tables in a fresh database: the addresses of the server and of the owner.
func emptySchema(t *testing.T) (server, owner string) {
	t.Helper()
	server, owner = pgtest.NewURLs(t)
	do(t, open(t, owner), "CREATE SCHEMA fresh")
	do(t, open(t, owner), "GRANT USAGE ON SCHEMA fresh TO partnerledger_server")
	return inSchema(t, server), inSchema(t, owner)
}

func inSchema(t *testing.T, address string) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	u.RawQuery += "&search_path=fresh"
	return u.String()
}

func migrate(address string) error {
	return postgres.Migrate(context.Background(), address, slog.New(slog.DiscardHandler))
}

// counter counts the lines of a log that say a thing.
type counter struct {
	slog.Handler
	word string
	n    *atomic.Int32
}

func (c counter) Handle(ctx context.Context, record slog.Record) error {
	if strings.Contains(record.Message, c.word) {
		c.n.Add(1)
	}
	return c.Handler.Handle(ctx, record)
}

func TestMigrateOnce(t *testing.T) {
	t.Parallel()
	_, owner := emptySchema(t)
	var migrated atomic.Int32
	log := slog.New(counter{slog.NewTextHandler(t.Output(), nil), "database migrated", &migrated})
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if err := postgres.Migrate(context.Background(), owner, log); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if n := migrated.Load(); n != 1 {
		t.Errorf("%d have migrated", n)
	}
	files, err := migrations.FS.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	if n := ask[int](t, open(t, owner), "SELECT count(*) FROM goose_db_version WHERE version_id > 0"); n != len(files) {
		t.Errorf("%d migrations of %d", n, len(files))
	}
}

func TestNewerSchemaIsRefused(t *testing.T) {
	t.Parallel()
	_, owner := pgtest.NewURLs(t)
	do(t, open(t, owner), "INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, true)")
	mustFail(t, migrate(owner), "schema version 9999", "newer")
}

// The server's role may start the server where the owner has migrated.
func TestMigrateWithoutRights(t *testing.T) {
	t.Parallel()
	server, owner := emptySchema(t)
	mustFail(t, migrate(server), "permission denied")
	if err := migrate(owner); err != nil {
		t.Fatal(err)
	}
	if err := migrate(server); err != nil {
		t.Errorf("the schema is current, and yet: %v", err)
	}
}

func TestOpen(t *testing.T) {
	t.Parallel()
	server, _ := pgtest.NewURLs(t)
	db, err := postgres.Open(t.Context(), server, slog.Default())
	if err != nil {
		t.Fatal(err)
	}
	pool, err := db.DB()
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	if zone := ask[string](t, pool, "SHOW timezone"); zone != "UTC" {
		t.Errorf("the session's time zone is %s", zone)
	}
	if _, err := postgres.Open(t.Context(), server+"&dbname=nowhere", slog.Default()); err == nil {
		t.Error("opened a database that isn't there")
	}
	_, err = postgres.Open(t.Context(), "postgres://%zz", slog.Default())
	mustFail(t, err, "database address")
}
