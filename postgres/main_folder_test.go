//go:build unix

package postgres_test

import (
	"context"
	"os"
	"os/exec"
	"sync"
	"testing"

	"partnerledger/postgres"
	"partnerledger/postgres/pgtest"
)

// folder is one that Postgres' account can reach.
func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/tmp", "partnerledger-test-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o711); err != nil {
		t.Fatal(err)
	}
	return dir
}

// made is a folder with a data folder in it, made once: copying it is several times faster than making it.
var made struct {
	once sync.Once
	dir  string
	err  error
}

func makeOnce() {
	if made.dir, made.err = os.MkdirTemp("/tmp", "partnerledger-test-"); made.err != nil {
		return
	}
	if made.err = os.Chmod(made.dir, 0o711); made.err != nil {
		return
	}
	var e *postgres.Embedded
	if e, made.err = postgres.StartEmbedded(context.Background(), config(made.dir, pgtest.Programs())); made.err == nil {
		made.err = e.Stop(context.Background())
	}
}

// madeFolder is like folder, and Postgres was there before.
func madeFolder(t *testing.T) string {
	t.Helper()
	made.once.Do(makeOnce)
	if made.err != nil {
		t.Fatal(made.err)
	}
	dir := folder(t)
	if output, err := exec.Command("cp", "-a", made.dir+"/.", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, output)
	}
	return dir
}
