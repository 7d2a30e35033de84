package postgres

import (
	"context"
	"fmt"
	"strconv"
)

// launch runs Postgres over the folder that we have locked.
func (e *Embedded) launch(ctx context.Context) (err error) {
	defer func() {
		if err != nil {
			e.lock.unlock()
		}
	}()
	// Made here, where it can be given to the account: whoever joins may not be able to.
	users, err := e.lockFile(e.place.users(), true)
	if err != nil {
		return err
	}
	users.unlock()
	programs, err := e.programs(ctx)
	if err != nil {
		return err
	}
	if e.address, err = chooseAddress(e.place, e.who); err != nil {
		return err
	}
	e.server = newServer(e, programs)
	if err := e.server.start(ctx); err != nil {
		return err
	}
	if err := prepareDatabase(ctx, e.address, e.config.Log); err != nil {
		e.server.stop(context.WithoutCancel(ctx))
		return fmt.Errorf("prepare the database: %w", err)
	}
	e.config.Log.InfoContext(ctx, "PostgreSQL runs", "version", programs.version, "folder", e.place.data(), "account", e.who.name)
	return nil
}

// programs finds the Postgres that fits the data folder, which is made where there is none.
func (e *Embedded) programs(ctx context.Context) (binaries, error) {
	major, err := e.place.majorVersion()
	if err != nil {
		return binaries{}, err
	}
	search := finder{e.config.Bin, e.config.Binaries, e.who, usualPlaces, e.config.Log}
	found, err := search.find(ctx, major)
	if err == nil && major == 0 {
		err = e.initialize(ctx, found)
	}
	return found, err
}

// settings are what must be so whatever postgresql.conf says; all else is left to that file.
func (e *Embedded) settings() []string {
	settings := append(e.address.settings(),
		// Two servers during an update, and commands beside them.
		"max_connections="+strconv.Itoa(max(100, 3*poolSize())),
		// Failed statements are in our own log, without the values that Postgres would write down.
		"logging_collector=off", "log_destination=stderr", "log_line_prefix=%m [%p] ",
		"log_min_messages=log", "log_error_verbosity=terse", "log_checkpoints=off",
		"log_min_error_statement=panic", "log_statement=none", "log_min_duration_statement=-1",
	)
	if e.config.Disposable {
		settings = append(settings, "fsync=off", "full_page_writes=off", "autovacuum=off",
			"max_connections=400")
	}
	return settings
}
