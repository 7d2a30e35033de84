//go:build unix

package postgres_test

import (
	"context"
	"log/slog"
	"testing"
	"time"

	"gorm.io/gorm"
	"gorm.io/plugin/dbresolver"

	"partnerledger/postgres"
	"partnerledger/postgres/pgtest"
)

// TestWhatIsNoReplicaIsNotReadFrom: neither a Postgres that writes, nor one that doesn't answer. The primary is, instead; also
// before anybody has looked. (make test-cluster has replicas.)
func TestWhatIsNoReplicaIsNotReadFrom(t *testing.T) {
	t.Parallel()
	server, owner := pgtest.NewURLs(t)
	db, err := postgres.Open(t.Context(), server, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	if pool, err := db.DB(); err == nil {
		defer pool.Close()
	}
	// Another role, so that one sees where a statement runs.
	replicas, err := postgres.AddReplicas(db, "replicas", []string{owner, "postgres://nobody@127.0.0.1:1/none"}, time.Second, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	watched := make(chan struct{})
	go func() {
		defer close(watched)
		replicas.Watch(ctx)
	}()
	for end := time.Now().Add(2 * time.Second); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		if role := askReplica(t, db); role != "partnerledger_server" || replicas.Good() != 0 {
			t.Fatalf("asked is %s; %d are read from", role, replicas.Good())
		}
	}
	stop()
	<-watched
}

func askReplica(t *testing.T, db *gorm.DB) (role string) {
	t.Helper()
	err := db.WithContext(t.Context()).Clauses(dbresolver.Use("replicas"), dbresolver.Read).Transaction(func(tx *gorm.DB) error {
		return tx.Raw("SELECT current_user").Scan(&role).Error
	})
	if err != nil {
		t.Fatal(err)
	}
	return role
}
