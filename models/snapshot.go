package models

import (
	"context"
	"database/sql"
	"errors"

	"gorm.io/gorm"
	"gorm.io/plugin/dbresolver"
)

// Replicas is the name by which GORM's dbresolver knows the read replicas of a database.
const Replicas = "replicas"

// ErrNotYetThere is why something can't be answered by a replica that has not seen all of it.
var ErrNotYetThere = errors.New("the replica has not seen it yet")

type lateKey struct{}

// Late returns a context in which Read and Snapshot may read what a replica shows: all that was so some seconds ago. What decides
// on money, and who may what, is never asked so.
func Late(ctx context.Context) context.Context { return context.WithValue(ctx, lateKey{}, true) }

// IsLate tells whether what is read may be some seconds old.
func IsLate(ctx context.Context) bool { return ctx.Value(lateKey{}) == true }

// Snapshot runs statements that only read, all on one snapshot, on a replica where the context lets it. What fails there
// for any reason but a mistake of whoever asks is asked again of the primary, so f may run twice.
func Snapshot(ctx context.Context, db *gorm.DB, f func(tx *gorm.DB) error) error {
	return Read(ctx, db, func(db *gorm.DB) error {
		return db.Transaction(func(tx *gorm.DB) error { return f(tx.Session(&gorm.Session{NewDB: true})) },
			&sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	})
}

// Read is Snapshot for one statement, which is a snapshot by itself.
func Read(ctx context.Context, db *gorm.DB, f func(db *gorm.DB) error) error {
	if IsLate(ctx) {
		err := f(db.WithContext(ctx).Clauses(dbresolver.Use(Replicas), dbresolver.Read))
		if _, mistakes := UserErrors(err); err == nil || mistakes || ctx.Err() != nil {
			return err
		}
	}
	return f(db.WithContext(context.WithValue(ctx, lateKey{}, false)))
}

type anewKey struct{}

// PlanAnew returns db for statements that Postgres plans for their parameters each time, though others are prepared: those of
// which the days of a period decide how they are best run.
func PlanAnew(db *gorm.DB) *gorm.DB { return db.WithContext(PlannedAnew(db.Statement.Context)) }

// PlannedAnew returns a context for such statements.
func PlannedAnew(ctx context.Context) context.Context { return context.WithValue(ctx, anewKey{}, true) }

// IsPlannedAnew tells whether a statement is one of these.
func IsPlannedAnew(ctx context.Context) bool { return ctx.Value(anewKey{}) == true }
