// Package pgtest gives tests a real Postgres: one for each test process, and in it a database of its own for each test.
//
//	func TestMain(m *testing.M) { pgtest.Main(m) }
//
//	func TestCreate(t *testing.T) {
//		db := pgtest.New(t)
//
// A machine without Postgres fails the tests; none is skipped.
package pgtest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"partnerledger/postgres"
)

// cluster is the Postgres of this test process.
type cluster struct {
	dir      string
	embedded *postgres.Embedded
	admin    *sql.DB // as the superuser, to make databases
}

var (
	// start runs the Postgres at the first test that wants a database; the others wait for it.
	start = sync.OnceValues(startCluster)
	// hasMain says that there is somebody who stops it.
	hasMain bool
	running *cluster
)

// Main is what TestMain of a package calls whose tests want databases. It stops the Postgres that they started.
func Main(m *testing.M) {
	hasMain = true
	defer func() {
		if running != nil {
			running.stop()
		}
	}()
	m.Run()
}

// startCluster makes a Postgres in a temporary folder and migrates the database that New copies.
func startCluster() (*cluster, error) {
	if !hasMain {
		return nil, errors.New("the package needs a TestMain that calls pgtest.Main")
	}
	parent, err := sharedFolder()
	if err != nil {
		return nil, err
	}
	removeOld(parent)
	dir, err := os.MkdirTemp(parent, fmt.Sprintf("run-%d-", os.Getpid()))
	if err != nil {
		return nil, err
	}
	if err := os.Chmod(dir, 0o711); err != nil { // passable for the account of Postgres
		return nil, err
	}
	running = &cluster{dir: dir}
	return running, running.start(Programs())
}

func (c *cluster) start(programs string) (err error) {
	ctx, log := context.Background(), slog.New(slog.DiscardHandler)
	c.embedded, err = postgres.StartEmbedded(ctx, postgres.EmbeddedConfig{
		DataDir: filepath.Join(c.dir, "data"), Bin: os.Getenv("POSTGRES_BIN"), Binaries: programs, Disposable: true, Log: log,
	})
	if err != nil {
		return err
	}
	if c.admin, err = sql.Open("pgx", change(c.embedded.OwnerURL(), "postgres", "postgres")); err != nil {
		return err
	}
	return postgres.Migrate(ctx, c.embedded.OwnerURL(), log)
}

func (c *cluster) stop() {
	if c.embedded != nil {
		// Nobody needs this data: no checkpoint.
		now, cancel := context.WithCancel(context.Background())
		cancel()
		c.embedded.Stop(now)
	}
	os.RemoveAll(c.dir)
}
