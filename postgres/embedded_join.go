package postgres

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// JoinEmbedded is for commands: it uses the Postgres that a server runs over the data folder, waiting for it while it
// starts, or runs one itself until Stop. A server can't be started while a command runs Postgres itself; other commands join
// it, and WaitForOthers before Stop lets them finish.
func JoinEmbedded(ctx context.Context, config EmbeddedConfig) (*Embedded, error) {
	e, err := newEmbedded(ctx, config)
	if err != nil {
		return nil, err
	}
	var why error
	for first := true; ; first = false {
		notReady, err := e.launchOrJoin(ctx)
		if err != nil {
			return nil, err
		}
		if notReady == nil {
			return e, nil
		}
		// One that was broken off at the end of its time says less than the one before.
		if first || ctx.Err() == nil && !pgconn.Timeout(notReady) {
			why = notReady
		}
		if first {
			e.config.Log.InfoContext(ctx, "waiting for the database", "run by", holder(e.place.lock()))
		}
		if err := sleep(ctx, 50*time.Millisecond); err != nil {
			return nil, fmt.Errorf("the database of %s isn't ready: %w (%w)", holder(e.place.lock()), why, err)
		}
	}
}

// launchOrJoin tries both once. notReady says why another process's Postgres can't be used yet.
func (e *Embedded) launchOrJoin(ctx context.Context) (notReady, err error) {
	e.lock, err = e.lockFile(e.place.lock(), false)
	if err == nil {
		e.patient = true
		return nil, e.launch(ctx)
	}
	if !errors.Is(err, errLocked) {
		return nil, err
	}
	notReady = e.join(ctx)
	if errors.Is(notReady, os.ErrPermission) {
		return nil, notReady // which no waiting changes
	}
	return notReady, nil
}

// join uses the Postgres of the process that runs it, if that is ready.
func (e *Embedded) join(ctx context.Context) error {
	lock, err := e.lockFile(e.place.users(), true)
	if err != nil {
		return err
	}
	running, err := readPidFile(e.place.pidFile())
	if err == nil {
		e.address, err = running.address(e.place)
	}
	if err == nil {
		err = ping(ctx, e.URL())
	}
	if err != nil {
		lock.unlock()
		return err
	}
	e.lock = lock
	return nil
}

func ping(ctx context.Context, url string) error {
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return err
	}
	return conn.Close(ctx)
}
