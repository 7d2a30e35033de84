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

// Late returns a context in which Snapshot may read what a replica shows: all that was so some seconds ago. What decides
// on money, and who may what, is never asked so.
func Late(ctx context.Context) context.Context { return context.WithValue(ctx, lateKey{}, true) }

// IsLate tells whether what is read may be some seconds old.
func IsLate(ctx context.Context) bool { return ctx.Value(lateKey{}) == true }

// Snapshot runs statements that only read, all on one snapshot, on a replica where the context lets it. What fails there
// for any reason but a mistake of whoever asks is asked again of the primary, so f may run twice.
func Snapshot(ctx context.Context, db *gorm.DB, f func(tx *gorm.DB) error) error {
	options := &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}
	if IsLate(ctx) {
		replica := db.WithContext(ctx).Clauses(dbresolver.Use(Replicas), dbresolver.Read)
		err := replica.Transaction(func(tx *gorm.DB) error { return f(tx.Session(&gorm.Session{NewDB: true})) }, options)
		if _, mistakes := UserErrors(err); err == nil || mistakes || ctx.Err() != nil {
			return err
		}
	}
	return db.WithContext(context.WithValue(ctx, lateKey{}, false)).Transaction(f, options)
}
