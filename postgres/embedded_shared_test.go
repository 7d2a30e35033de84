//go:build unix

package postgres_test

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"partnerledger/postgres"
	"partnerledger/postgres/pgtest"
)

func join(t *testing.T, dir string) *postgres.Embedded {
	t.Helper()
	e, err := postgres.JoinEmbedded(t.Context(), config(dir, pgtest.Programs()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(t, e) })
	return e
}

func TestSecondServerIsRefused(t *testing.T) {
	t.Parallel()
	dir := madeFolder(t)
	first := startHelper(t, "serve", dir, nil)
	first.waitReady()
	_, err := postgres.StartEmbedded(t.Context(), config(dir, pgtest.Programs()))
	mustFail(t, err, "in use", strconv.Itoa(first.cmd.Process.Pid), dir)
	ask[int](t, open(t, join(t, dir).URL()), "SELECT 1")
}

func TestJoinBesideServer(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	server := startHelper(t, "serve", dir, nil)
	// The command comes while the server still makes the folder.
	eventually(t, func() error { return exists(filepath.Join(dir, "postgres.lock")) })
	command := join(t, dir)
	server.waitReady()
	pid := postmaster(t, dir)
	if role := ask[string](t, open(t, command.URL()), "SELECT current_user"); role != "partnerledger_server" {
		t.Errorf("joined as %s", role)
	}
	if command.Exited() != nil || command.Err() != nil {
		t.Error("a joined Postgres isn't ours to end")
	}
	stop(t, command)
	if postmaster(t, dir) != pid {
		t.Error("the command ended the server's Postgres")
	}
}

func TestJoinAlone(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	command := join(t, dir)
	ask[int](t, open(t, command.OwnerURL()), "SELECT 1")
	stop(t, command)
	start(t, dir)
}

// TestCommandWaitsForOthers that joined the Postgres it runs, until it is told to end.
func TestCommandWaitsForOthers(t *testing.T) {
	t.Parallel()
	dir := madeFolder(t)
	first := join(t, dir)
	second := startHelper(t, "command", dir, nil)
	second.waitReady()
	told, tell := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer tell()
	mustFail(t, first.WaitForOthers(told), "other commands", "deadline")
	waited := make(chan error)
	go func() { waited <- first.WaitForOthers(context.Background()) }()
	select {
	case err := <-waited:
		t.Fatalf("it doesn't wait for another command: %v", err)
	case <-time.After(300 * time.Millisecond):
	}
	second.stop()
	if err := <-waited; err != nil {
		t.Error(err)
	}
}

// TestServerWaitsForNoCommand: it ends when it is told to.
func TestServerWaitsForNoCommand(t *testing.T) {
	t.Parallel()
	dir := madeFolder(t)
	server := start(t, dir)
	startHelper(t, "command", dir, nil).waitReady()
	if err := server.WaitForOthers(context.Background()); err != nil {
		t.Error(err)
	}
}

func TestJoinGivesUpWithItsContext(t *testing.T) {
	t.Parallel()
	dir := madeFolder(t)
	server := start(t, dir)
	do(t, open(t, superuserURL(t, server)), "ALTER DATABASE partnerledger ALLOW_CONNECTIONS false")
	// Long enough for one attempt on a busy machine: it is what the last one said that is told.
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
	defer cancel()
	_, err := postgres.JoinEmbedded(ctx, config(dir, pgtest.Programs()))
	mustFail(t, err, "isn't ready", "not currently accepting connections")
}

func exists(path string) error {
	_, err := os.Stat(path)
	return err
}
