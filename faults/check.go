//go:build unix

package main

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"time"
)

// watch looks at the database on one snapshot after the other, while everything goes on.
func (r *run) watch(ctx context.Context) {
	for ctx.Err() == nil {
		time.Sleep(time.Second)
		wanted := r.book.copyEntries()
		t, err := r.load(ctx)
		if err != nil {
			continue // Postgres is being killed
		}
		r.counts.one("snapshots")
		r.problems.report(errors.Join(r.checkTables(t)...))
		r.problems.report(t.has(wanted))
	}
}

// checkTables is what holds at any moment, whatever was acknowledged.
func (r *run) checkTables(t *tables) []error {
	return slices.Concat(t.checkOpenings(), t.checkClawbacks(), t.checkBatches(r.book.requests()), t.checkExports())
}

// checkAll is what holds at the end: the database is the book, and the product's own check finds nothing.
func (r *run) checkAll(ctx context.Context) error {
	t, err := r.load(ctx)
	if err != nil {
		return err
	}
	r.problems.report(errors.Join(r.checkTables(t)...))
	r.problems.report(t.has(r.book.entries))
	r.problems.report(t.hasNothingElse(r.book))
	r.problems.report(t.hasOrders(r.book))
	r.problems.report(t.isTold(r.book))
	r.problems.report(newClient(r, 0).checkReads(ctx, t))
	_, err = r.command(ctx, "check")
	r.problems.report(err)
	for _, s := range r.servers {
		r.problems.report(s.checkLog())
	}
	return r.problems.err()
}

// copyEntries is what must be there by now.
func (b *book) copyEntries() map[place]*entry {
	b.mu.Lock()
	defer b.mu.Unlock()
	return maps.Clone(b.entries)
}

// requests is how every batch was asked for, by batch id.
func (b *book) requests() map[string]batchRequest {
	b.mu.Lock()
	defer b.mu.Unlock()
	all := map[string]batchRequest{}
	for _, op := range b.operations {
		if asked, ok := op.wanted.(batchRequest); ok {
			all[strings.TrimPrefix(op.key, "batch ")] = asked
		}
	}
	return all
}
