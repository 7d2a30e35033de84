package postgres

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
)

// EmbeddedConfig says where the embedded Postgres lives.
type EmbeddedConfig struct {
	DataDir  string // the program's data folder, made where it is missing
	Bin      string // POSTGRES_BIN: the bin folder of the Postgres to use; empty: one is found, see the package
	Binaries string // where fetched programs are kept; empty: in DataDir
	// Disposable makes a fast Postgres whose data doesn't survive a crash of the machine, for tests.
	Disposable bool
	Log        *slog.Logger // nil: slog.Default
}

// Embedded is a Postgres of our own, run by this process or, joined, by another one.
type Embedded struct {
	config  EmbeddedConfig
	place   layout
	who     account
	lock    *fileLock // of the one who runs it; or, joined, of its users
	address address
	server  *server   // nil where another process runs it
	users   *fileLock // of a command that runs it: nobody else uses it; nil until WaitForOthers
	patient bool      // a command runs it: others may finish
}

// StartEmbedded runs the Postgres of the data folder, and makes the folder where it is missing. It returns when Postgres
// is ready, however long its recovery takes, or when ctx ends. It refuses where another process runs it. Postgres is
// started again whenever it ends, until Stop.
func StartEmbedded(ctx context.Context, config EmbeddedConfig) (*Embedded, error) {
	e, err := newEmbedded(ctx, config)
	if err != nil {
		return nil, err
	}
	if e.lock, err = e.lockFile(e.place.lock(), false); err != nil {
		if errors.Is(err, errLocked) {
			err = fmt.Errorf("the data folder %s is in use by %s: stop that one first, or choose another DATA_DIR",
				e.place.dir, holder(e.place.lock()))
		}
		return nil, err
	}
	if err := e.launch(ctx); err != nil {
		return nil, err
	}
	return e, nil
}

// URL is the address of the database for the server: its role reads and records, and owns no table. It stays the same
// while Postgres is started again. Nothing stands between, so statements are named.
func (e *Embedded) URL() string {
	return e.address.url(serverRole, databaseName) + "&" + execMode + "=cache_statement"
}

// OwnerURL is the address for Migrate: the role that owns the tables.
func (e *Embedded) OwnerURL() string { return e.address.url(ownerRole, databaseName) }

// Exited is closed when Postgres has ended and isn't started again: after Stop, or when it failed time and again, which
// Err explains. Of a Postgres that another process runs it is nil, and so never ready.
func (e *Embedded) Exited() <-chan struct{} {
	if e.server == nil {
		return nil
	}
	return e.server.gone
}

// Err says, after Exited, why Postgres couldn't be started again; nil after Stop.
func (e *Embedded) Err() error {
	if e.server == nil {
		return nil
	}
	return e.server.failure()
}

// WaitForOthers returns when nobody else uses the Postgres that a command runs, or when ctx ends: whoever joined may
// finish, however long that takes. Whoever comes then finds the lock taken until Stop, and runs Postgres after us.
func (e *Embedded) WaitForOthers(ctx context.Context) (err error) {
	if !e.patient || e.users != nil {
		return nil
	}
	e.users, err = waitForLock(ctx, e.place.users(), func() {
		e.config.Log.InfoContext(ctx, "other commands use the database; waiting for them")
	})
	if err != nil {
		return fmt.Errorf("wait for other commands that use the database: %w", err)
	}
	return nil
}

// Stop ends Postgres in order and sets the data folder free. When ctx ends first, Postgres is stopped at once, which
// loses nothing but makes the next start longer. A Postgres that another process runs is only left.
func (e *Embedded) Stop(ctx context.Context) error {
	defer e.lock.unlock()
	if e.server == nil {
		return nil
	}
	defer e.users.unlock()
	err := e.server.stop(ctx)
	e.address.clean(e.place)
	return err
}

func newEmbedded(ctx context.Context, config EmbeddedConfig) (*Embedded, error) {
	if config.Log == nil {
		config.Log = slog.Default()
	}
	place, err := openLayout(config.DataDir)
	if err != nil {
		return nil, err
	}
	if config.Binaries == "" {
		config.Binaries = place.binaries()
	}
	who, err := chooseAccount(place.data())
	if err != nil {
		return nil, err
	}
	return &Embedded{config: config, place: place, who: who}, who.reach(ctx, place.dir)
}

// lockFile takes one of the folder's locks. The file belongs to Postgres' account, so that a command may be started by
// that account, too.
func (e *Embedded) lockFile(path string, shared bool) (*fileLock, error) {
	lock, err := lockFile(path, shared)
	if errors.Is(err, os.ErrPermission) {
		return nil, fmt.Errorf("%w: run this as %s, or as the user who runs the server", err, e.who.name)
	}
	if err != nil {
		return nil, err
	}
	if err := errors.Join(e.who.own(path), lock.sign(shared)); err != nil {
		lock.unlock()
		return nil, err
	}
	return lock, nil
}
