//go:build unix

package postgres_test

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"partnerledger/postgres"
	"partnerledger/postgres/pgtest"

	_ "github.com/jackc/pgx/v5/stdlib"
)

func open(t *testing.T, url string) *sql.DB {
	t.Helper()
	db, err := sql.Open("pgx", url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func ask[T any](t *testing.T, db *sql.DB, question string) (answer T) {
	t.Helper()
	if err := db.QueryRow(question).Scan(&answer); err != nil {
		t.Fatalf("%s: %v", question, err)
	}
	return answer
}

func do(t *testing.T, db *sql.DB, statement string) {
	t.Helper()
	if _, err := db.Exec(statement); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

func TestFirstStart(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(folder(t), "made", "by us")
	settings := config(dir, pgtest.Programs())
	settings.Disposable = false
	os.Mkdir(filepath.Dir(dir), 0o711)
	e, err := postgres.StartEmbedded(t.Context(), settings)
	if err != nil {
		t.Fatal(err)
	}
	defer stop(t, e)
	server, owner := open(t, e.URL()), open(t, e.OwnerURL())
	for question, want := range map[string]string{
		"SELECT current_user":   "partnerledger_server",
		"SHOW server_encoding":  "UTF8",
		"SHOW data_checksums":   "on",
		"SHOW fsync":            "on",
		"SHOW listen_addresses": "",
		"SHOW is_superuser":     "off",
		"SELECT 'z' < 'ä'":      "true",
		"SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()":       "partnerledger_owner",
		`SELECT string_agg(n, '' ORDER BY n COLLATE "und-x-icu") FROM (VALUES ('z'), ('ä')) v (n)`: "äz",
	} {
		if got := ask[string](t, server, question); got != want {
			t.Errorf("%s: %q, want %q", question, got, want)
		}
	}
	if ask[string](t, owner, "SHOW is_superuser") != "off" {
		t.Error("the owner of the tables is a superuser")
	}
	do(t, owner, "CREATE TABLE t (n integer)")
	if _, err := server.Exec("CREATE TABLE u (n integer)"); err == nil {
		t.Error("the server's role may make tables")
	}
}

func TestPostgresHasNoRootRights(t *testing.T) {
	t.Parallel()
	dir := madeFolder(t)
	start(t, dir)
	for _, path := range []string{filepath.Join(dir, "postgres"), filepath.Join(dir, "run"), filepath.Join(dir, "postgres.users"), pidPath(dir)} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if info.Sys().(*syscall.Stat_t).Uid == 0 {
			t.Errorf("%s is root's", path)
		}
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s is open to others: %s", path, info.Mode())
		}
	}
	status, err := os.ReadFile("/proc/" + strconv.Itoa(postmaster(t, dir)) + "/status")
	if err == nil && strings.Contains(string(status), "Uid:\t0") {
		t.Error("Postgres runs as root")
	}
}

func TestRestart(t *testing.T) {
	t.Parallel()
	dir := madeFolder(t)
	first := start(t, dir)
	do(t, open(t, first.OwnerURL()), "CREATE TABLE kept AS SELECT 7 AS n")
	stop(t, first)
	select {
	case <-first.Exited():
	default:
		t.Error("stopped, but hasn't exited")
	}
	if err := first.Err(); err != nil {
		t.Errorf("stopped, and yet: %v", err)
	}
	second := start(t, dir)
	if n := ask[int](t, open(t, second.OwnerURL()), "SELECT n FROM kept"); n != 7 {
		t.Errorf("read %d", n)
	}
	if second.URL() != first.URL() {
		t.Errorf("the address changed: %s, %s", first.URL(), second.URL())
	}
}

func TestStartIsBrokenOff(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	if _, err := postgres.StartEmbedded(ctx, config(dir, pgtest.Programs())); err == nil {
		t.Fatal("started in no time")
	}
	start(t, dir)
	if left, _ := filepath.Glob(filepath.Join(dir, "postgres.new-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestStopAtOnce(t *testing.T) {
	t.Parallel()
	dir := madeFolder(t)
	e := start(t, dir)
	now, cancel := context.WithCancel(t.Context())
	cancel()
	mustFail(t, e.Stop(now), "didn't end in time")
	start(t, dir)
}

func pidPath(dir string) string { return filepath.Join(dir, "postgres", "postmaster.pid") }

// postmaster is the process of the Postgres that runs over a folder.
func postmaster(t *testing.T, dir string) int {
	t.Helper()
	pid, err := readPid(dir)
	if err != nil {
		t.Fatal(err)
	}
	return pid
}

func readPid(dir string) (int, error) {
	content, err := os.ReadFile(pidPath(dir))
	if err != nil {
		return 0, err
	}
	first, _, _ := strings.Cut(string(content), "\n")
	return strconv.Atoi(first)
}
