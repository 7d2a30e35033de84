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

// A command that runs Postgres itself lets the ones that joined it finish.
func TestCommandWaitsForOthers(t *testing.T) {
	t.Parallel()
	dir := madeFolder(t)
	first := join(t, dir)
	second := startHelper(t, "command", dir, nil)
	second.waitReady()
	stopped := make(chan error)
	go func() { stopped <- first.Stop(context.Background()) }()
	select {
	case <-stopped:
		t.Fatal("Postgres was stopped while another command used it")
	case <-time.After(300 * time.Millisecond):
	}
	second.stop()
	if err := <-stopped; err != nil {
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
