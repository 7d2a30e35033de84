//go:build unix

package postgres_test

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"partnerledger/postgres"
)

// count counts what survived, as soon as there is somebody to ask.
func count(t *testing.T, db *sql.DB) int {
	t.Helper()
	var n int
	eventually(t, func() error { return db.QueryRow("SELECT count(*) FROM survivors").Scan(&n) })
	return n
}

func eventually(t *testing.T, try func() error) {
	t.Helper()
	var err error
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if err = try(); err == nil {
			return
		}
	}
	t.Fatal(err)
}

func TestPostgresIsKilled(t *testing.T) {
	t.Parallel()
	dir := madeFolder(t)
	e := start(t, dir)
	db := open(t, e.OwnerURL())
	do(t, db, "CREATE TABLE survivors (n integer)")
	for i := range 3 {
		do(t, db, "INSERT INTO survivors VALUES (1)")
		killed := postmaster(t, dir)
		syscall.Kill(killed, syscall.SIGKILL)
		eventually(t, func() error {
			if pid, err := readPid(dir); err != nil || pid == killed {
				return fmt.Errorf("not started again: %d, %v", pid, err)
			}
			return nil
		})
		if n := count(t, db); n != i+1 {
			t.Errorf("%d survived the crash, want %d", n, i+1)
		}
	}
	select {
	case <-e.Exited():
		t.Error("given up:", e.Err())
	default:
	}
}

// A server is killed with a statement under way: Postgres ends by itself, and the next server waits for that.
func TestServerIsKilled(t *testing.T) {
	t.Parallel()
	dir := madeFolder(t)
	server := startHelper(t, "serve", dir, nil)
	server.waitReady()
	fill(t, dir)
	server.kill()
	if n := count(t, open(t, start(t, dir).OwnerURL())); n != 1000 {
		t.Errorf("%d rows survived", n)
	}
}

func TestPostgresEndsWithServer(t *testing.T) {
	t.Parallel()
	dir := madeFolder(t)
	server := startHelper(t, "serve", dir, nil)
	server.waitReady()
	server.kill()
	eventually(t, func() error {
		if _, err := os.Stat(pidPath(dir)); !os.IsNotExist(err) {
			return fmt.Errorf("Postgres runs on: %v", err)
		}
		return nil
	})
}

func TestBothAreKilled(t *testing.T) {
	t.Parallel()
	dir := madeFolder(t)
	server := startHelper(t, "serve", dir, nil)
	server.waitReady()
	fill(t, dir)
	pid := postmaster(t, dir)
	syscall.Kill(pid, syscall.SIGSTOP) // it can't end in order
	server.kill()
	syscall.Kill(pid, syscall.SIGKILL)
	if n := count(t, open(t, start(t, dir).OwnerURL())); n != 1000 {
		t.Errorf("%d rows survived", n)
	}
}

// The number of a Postgres that was killed may belong to another process by now, of the same account even.
func TestNumberOfKilledPostgresIsTaken(t *testing.T) {
	t.Parallel()
	dir := madeFolder(t)
	e := start(t, dir)
	file, err := os.ReadFile(pidPath(dir))
	if err != nil {
		t.Fatal(err)
	}
	stop(t, e)
	other := madeFolder(t)
	start(t, other)
	_, rest, _ := strings.Cut(string(file), "\n")
	stale := fmt.Appendf(nil, "%d\n%s", postmaster(t, other), rest)
	if err := os.WriteFile(pidPath(dir), stale, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "run", ".s.PGSQL.5432.lock"), stale, 0o600); err != nil {
		t.Fatal(err)
	}
	start(t, dir)
}

// fill makes a table by way of a Postgres that a helper runs, and leaves a transaction open.
func fill(t *testing.T, dir string) {
	t.Helper()
	e, err := postgres.JoinEmbedded(t.Context(), config(dir, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer stop(t, e)
	db := open(t, e.OwnerURL())
	do(t, db, "CREATE TABLE survivors AS SELECT FROM generate_series(1, 1000)")
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.Exec("INSERT INTO survivors SELECT FROM generate_series(1, 1000)"); err != nil {
		t.Fatal(err)
	}
}
