package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"time"
)

// position is how far a Postgres has written or replayed, in bytes.
type position struct {
	at    time.Time
	bytes int64
}

const (
	// watchStep is how often replicas are looked at.
	watchStep = time.Second
	// trusted is how long a look counts, also where this process or its machine stands still meanwhile. It takes less than
	// that to look again.
	trusted = 5 * time.Second
)

// Watch looks at the replicas until ctx ends, and then closes them.
func (r *Replicas) Watch(ctx context.Context) {
	for ctx.Err() == nil {
		r.look(ctx)
		sleep(ctx, watchStep)
	}
	for _, one := range r.all {
		one.Close()
	}
}

// look finds out which ones are good, all at once: none waits for another that doesn't answer.
func (r *Replicas) look(ctx context.Context) {
	began := time.Now()
	ctx, cancel := context.WithTimeout(ctx, 2*watchStep)
	defer cancel()
	needed, cluster, unknown := r.needed(ctx)
	var looks sync.WaitGroup
	for _, one := range r.all {
		looks.Go(func() {
			problem := unknown
			if problem == nil {
				problem = one.reached(ctx, cluster, needed)
			}
			r.judge(one, began, problem)
		})
	}
	looks.Wait()
}

// judge lets a replica be read from, or not, and tells where that changes.
func (r *Replicas) judge(one *replica, began time.Time, problem error) {
	was := one.good()
	one.until.Store(0)
	if problem == nil {
		one.until.Store(began.Add(trusted).UnixNano())
	}
	switch {
	case was && problem != nil:
		r.log.Warn("a replica is no longer read from", "replica", one.name, "error", problem)
	case !was && problem == nil:
		r.log.Info("a replica is read from", "replica", one.name)
	}
}

// needed is where a replica must be that shows all that was so maxLag ago, and which cluster of databases it must be of.
func (r *Replicas) needed(ctx context.Context) (bytes int64, cluster string, err error) {
	now := position{at: time.Now()}
	const question = "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint, system_identifier::text FROM pg_control_system()"
	if err := r.primary.QueryRowContext(ctx, question).Scan(&now.bytes, &cluster); err != nil {
		return 0, "", fmt.Errorf("where the primary is: %w", err)
	}
	r.seen = append(r.seen, now)
	for len(r.seen) > 1 && now.at.Sub(r.seen[1].at) >= r.maxLag {
		r.seen = r.seen[1:]
	}
	return r.seen[0].bytes, cluster, nil
}

// reached is nil where a replica of a cluster is as far as needed.
func (o *replica) reached(ctx context.Context, cluster string, needed int64) error {
	// One that was promoted still tells how far it had replayed.
	const question = `SELECT CASE WHEN pg_is_in_recovery() THEN pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::bigint END,
		system_identifier::text FROM pg_control_system()`
	var replayed sql.NullInt64
	var of string
	err := o.QueryRowContext(ctx, question).Scan(&replayed, &of)
	switch {
	case err != nil:
		return err
	case of != cluster || !replayed.Valid:
		return errors.New("it is no replica of this primary")
	case replayed.Int64 < needed:
		return fmt.Errorf("it is %d bytes behind what it should have replayed", needed-replayed.Int64)
	}
	return nil
}
