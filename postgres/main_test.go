//go:build unix

package postgres_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	"testing"

	"partnerledger/postgres"
	"partnerledger/postgres/pgtest"
)

// helperMode is the environment variable by which this test program, started again, becomes a server or a command.
const helperMode = "PARTNERLEDGER_TEST_HELPER"

func TestMain(m *testing.M) {
	if mode := os.Getenv(helperMode); mode != "" {
		help(mode)
		return
	}
	defer func() { os.RemoveAll(made.dir) }()
	pgtest.Main(m)
}

// help runs the embedded Postgres in a process of its own until its input ends.
func help(mode string) {
	open := map[string]func(context.Context, postgres.EmbeddedConfig) (*postgres.Embedded, error){
		"serve": postgres.StartEmbedded, "command": postgres.JoinEmbedded,
	}[mode]
	e, err := open(context.Background(), config(os.Getenv("DATA_DIR"), os.Getenv("BINARIES")))
	if err != nil {
		fmt.Println("failed:", err)
		os.Exit(1)
	}
	fmt.Println("ready")
	io.Copy(io.Discard, os.Stdin)
	if err := e.Stop(context.Background()); err != nil {
		fmt.Println("failed:", err)
		os.Exit(1)
	}
}

func config(dir, binaries string) postgres.EmbeddedConfig {
	return postgres.EmbeddedConfig{
		DataDir: dir, Bin: os.Getenv("POSTGRES_BIN"), Binaries: binaries, Disposable: true,
		Log: slog.New(slog.DiscardHandler),
	}
}

// start runs the embedded Postgres of a folder for the length of a test.
func start(t *testing.T, dir string) *postgres.Embedded {
	t.Helper()
	e, err := postgres.StartEmbedded(t.Context(), config(dir, pgtest.Programs()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(t, e) })
	return e
}

func stop(t *testing.T, e *postgres.Embedded) {
	t.Helper()
	if err := e.Stop(context.Background()); err != nil {
		t.Error(err)
	}
}

func mustFail(t *testing.T, err error, words ...string) {
	t.Helper()
	if err == nil {
		t.Fatal("no error")
	}
	for _, word := range words {
		if !strings.Contains(err.Error(), word) {
			t.Errorf("the error doesn't say %q: %v", word, err)
		}
	}
}
