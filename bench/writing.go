package main

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"
)

// writing is a server on the copy of the database, and two who work there beside it.
type writing struct {
	*server
	psql     plain     // in the server's role
	owner    *pgx.Conn // deletes what was recorded
	adjusted int       // how many adjustments there were
}

func (b *bench) writing(ctx context.Context) (*writing, error) {
	w, err := b.beside(ctx)
	if err != nil {
		return nil, err
	}
	if w.server, err = b.server(ctx, writable); err != nil {
		w.close(ctx)
	}
	return w, err
}

// beside is writing without a server.
func (b *bench) beside(ctx context.Context) (_ *writing, err error) {
	if err := b.copy(ctx); err != nil {
		return nil, err
	}
	w := new(writing)
	defer func() {
		if err != nil {
			w.close(ctx)
		}
	}()
	if w.psql, err = b.plain(ctx, serverRole, writable); err != nil {
		return nil, err
	}
	if w.owner, err = b.connect(ctx, superuser, writable); err != nil {
		return nil, err
	}
	_, err = w.owner.Exec(ctx, "SET session_replication_role = replica") // foreign keys are not asked row by row
	return w, err
}

func (w *writing) close(ctx context.Context) {
	if w.server != nil {
		w.stop()
	}
	if w.owner != nil {
		w.owner.Close(ctx)
	}
	if w.psql.PgConn != nil {
		w.psql.Close(ctx)
	}
}

// finally undoes what a job has done; that it can't is an error of the job.
func finally(ctx context.Context, err *error, undo side) { *err = errors.Join(*err, undo(ctx)) }

// clear deletes what a job has recorded, and gives its room back to the tables, so that the next turn finds them as they were.
func (w *writing) clear(ctx context.Context, statements string, tables ...string) error {
	if _, err := w.owner.Exec(ctx, statements); err != nil {
		return err
	}
	for _, table := range tables {
		if _, err := w.owner.Exec(ctx, "VACUUM "+table); err != nil {
			return err
		}
	}
	return nil
}
