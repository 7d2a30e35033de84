//go:build unix

package postgres_test

import (
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/url"
	"path/filepath"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/jackc/pgx/v5"

	"partnerledger/migrations"
	"partnerledger/postgres"
)

// guillotine is the network in front of a Postgres. It lets so many statements through, then ends every connection, which
// is what Postgres sees of a process that was killed.
type guillotine struct {
	net.Listener
	upstream string
	left     atomic.Int64
	fallen   context.Context
	fall     context.CancelFunc
}

// newGuillotine returns one, and the address of the database behind it.
func newGuillotine(t *testing.T, address string, statements int) (*guillotine, string) {
	t.Helper()
	config, err := pgx.ParseConfig(address)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	g := &guillotine{Listener: listener, upstream: filepath.Join(config.Host, fmt.Sprint(".s.PGSQL.", config.Port))}
	g.fallen, g.fall = context.WithCancel(t.Context())
	g.left.Store(int64(statements))
	go g.run()
	u := url.URL{
		Scheme: "postgres", Host: listener.Addr().String(), User: url.User(config.User), Path: config.Database,
		RawQuery: "sslmode=disable&application_name=killed&search_path=" + config.RuntimeParams["search_path"],
	}
	return g, u.String()
}

func (g *guillotine) run() {
	for {
		client, err := g.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial("unix", g.upstream)
		if err != nil {
			client.Close()
			continue
		}
		for _, c := range []net.Conn{client, server} {
			context.AfterFunc(g.fallen, func() { c.Close() })
		}
		go io.Copy(client, server) //nolint:errcheck // ends with the connections
		go g.pass(server, client)
	}
}

// pass passes messages of the protocol on: the first has no type, every other one is its type, its length and its content.
func (g *guillotine) pass(server, client net.Conn) {
	for first := true; ; first = false {
		head := make([]byte, 5)
		if first {
			head = head[:4]
		}
		if _, err := io.ReadFull(client, head); err != nil {
			return
		}
		message := make([]byte, len(head)+int(binary.BigEndian.Uint32(head[len(head)-4:]))-4)
		copy(message, head)
		if _, err := io.ReadFull(client, message[len(head):]); err != nil {
			return
		}
		runs := !first && (head[0] == 'Q' || head[0] == 'E') // a query, or the execution of a prepared one
		if runs && g.left.Add(-1) == -1 {
			g.fall()
			return
		}
		if _, err := server.Write(message); err != nil {
			return
		}
	}
}

// schemaOf is all that migrations make in a schema, as a text.
func schemaOf(t *testing.T, db *sql.DB) string {
	t.Helper()
	return ask[string](t, db, `WITH tables AS (
		  SELECT * FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relname NOT LIKE 'goose%')
		SELECT coalesce(string_agg(what, E'\n' ORDER BY what), '') FROM (
		  SELECT concat_ws(' ', relname, relkind, relrowsecurity, relacl) AS what FROM tables
		  UNION ALL SELECT concat_ws(' ', relname, attname, atttypid::regtype, attnotnull, attacl, pg_get_expr(adbin, adrelid))
		    FROM tables c JOIN pg_attribute a ON a.attrelid = c.oid AND attnum > 0 LEFT JOIN pg_attrdef d ON adrelid = c.oid AND adnum = attnum
		  UNION ALL SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid IN (SELECT oid FROM tables)
		  UNION ALL SELECT concat_ws(' ', conrelid::regclass, pg_get_constraintdef(oid)) FROM pg_constraint WHERE conrelid IN (SELECT oid FROM tables)
		  UNION ALL SELECT concat_ws(' ', polrelid::regclass, polname, polcmd, pg_get_expr(polqual, polrelid)) FROM pg_policy WHERE polrelid IN (SELECT oid FROM tables)
		  UNION ALL SELECT concat_ws(' ', proname, prosrc, proacl) FROM pg_proc WHERE pronamespace = current_schema()::regnamespace
		) AS all_of_it`)
}

// versionOf is the last migration that a database has seen.
func versionOf(t *testing.T, db *sql.DB) int {
	t.Helper()
	if !ask[bool](t, db, "SELECT to_regclass('goose_db_version') IS NOT NULL") {
		return 0
	}
	return ask[int](t, db, "SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied")
}

// migrationFiles are the names of all migrations.
func migrationFiles(t *testing.T) []string {
	t.Helper()
	files, err := fs.Glob(migrations.FS, "*.sql")
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// firstMigrations are the first n of them.
func firstMigrations(t *testing.T, n int) fs.FS {
	t.Helper()
	some := fstest.MapFS{}
	for _, file := range migrationFiles(t)[:n] {
		text, err := fs.ReadFile(migrations.FS, file)
		if err != nil {
			t.Fatal(err)
		}
		some[file] = &fstest.MapFile{Data: text}
	}
	return some
}

// wholeSchemas are what the versions make, and the last of them.
func wholeSchemas(t *testing.T) (byVersion map[int]string, last int) {
	t.Helper()
	_, owner := emptySchema(t)
	db := open(t, owner)
	byVersion = map[int]string{0: schemaOf(t, db)}
	for n := range migrationFiles(t) {
		if err := postgres.MigrateWith(t.Context(), owner, firstMigrations(t, n+1), slog.New(slog.DiscardHandler)); err != nil {
			t.Fatal(err)
		}
		last = versionOf(t, db)
		byVersion[last] = schemaOf(t, db)
	}
	return byVersion, last
}

// TestAMigrationThatIsKilled leaves the old version or the new one, whole, whichever statement it was killed before; the next
// start goes on from there.
func TestAMigrationThatIsKilled(t *testing.T) {
	t.Parallel()
	whole, last := wholeSchemas(t)
	_, owner := emptySchema(t)
	db := open(t, owner)
	// Postgres notices only after a statement that its client is gone.
	const alive = "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'killed')"
	kills := 0
	for version, statements := 0, 0; version < last; statements++ {
		g, behind := newGuillotine(t, owner, statements)
		err := migrate(behind)
		g.Close()
		g.fall()
		for ask[bool](t, db, alive) {
			time.Sleep(time.Millisecond)
		}
		found := versionOf(t, db)
		if left := schemaOf(t, db); left != whole[found] {
			t.Fatalf("killed before statement %d after version %d, it leaves half of a version (%d):\n%s\ninstead of\n%s",
				statements, version, found, left, whole[found])
		}
		if err == nil && found != last {
			t.Fatalf("it says that all is well at version %d", found)
		}
		if found > version {
			version, statements = found, 0
		}
		kills++
	}
	if kills < 100 {
		t.Errorf("killed %d times only", kills)
	}
}

// TestAMigrationBesideOneThatWasKilled makes the same of the database as one by itself: Postgres may still be in the
// transaction of a process that is gone.
func TestAMigrationBesideOneThatWasKilled(t *testing.T) {
	t.Parallel()
	whole, _ := wholeSchemas(t)
	_, owner := emptySchema(t)
	db := open(t, owner)
	for n, file := range migrationFiles(t) {
		text, err := fs.ReadFile(migrations.FS, file)
		if err != nil {
			t.Fatal(err)
		}
		killed, err := pgx.Connect(t.Context(), owner)
		if err != nil {
			t.Fatal(err)
		}
		defer killed.Close(t.Context())
		if err := killed.PgConn().Exec(t.Context(), "BEGIN; "+string(text)).Close(); err != nil {
			t.Fatal(file, err)
		}
		migrated := make(chan error, 1)
		go func() {
			migrated <- postgres.MigrateWith(t.Context(), owner, firstMigrations(t, n+1), slog.New(slog.DiscardHandler))
		}()
		waits := fmt.Sprintf("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE %d = ANY (pg_blocking_pids(pid)))", killed.PgConn().PID())
		for len(migrated) == 0 && !ask[bool](t, db, waits) {
			time.Sleep(time.Millisecond)
		}
		if _, err := killed.Exec(t.Context(), "ROLLBACK"); err != nil {
			t.Fatal(err)
		}
		if err := <-migrated; err != nil {
			t.Fatal(file, err)
		}
		version := versionOf(t, db)
		if left := schemaOf(t, db); left != whole[version] {
			t.Fatalf("beside one that was killed, %s makes\n%s\ninstead of\n%s", file, left, whole[version])
		}
	}
}
