//go:build unix

package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"sync"
	"time"
)

// work does one thing after the other until it is told to stop. What it has begun it finishes.
func (c *client) work(ctx context.Context, stop <-chan struct{}) {
	for {
		select {
		case <-stop:
			return
		case <-ctx.Done():
			return
		default:
		}
		if err := c.anything(ctx); err != nil && ctx.Err() == nil {
			c.problems.report(err)
			return
		}
		sleepRandomly(c.random, 2*time.Millisecond, 15*time.Millisecond)
	}
}

// anything does what somebody might do.
func (c *client) anything(ctx context.Context) error {
	switch n := c.random.IntN(100); {
	case n < 1:
		return c.importOrder(ctx)
	case n < 28:
		return c.submit(ctx, c.newOrder(1+c.random.IntN(2)))
	case n < 40:
		return c.submit(ctx, c.newRefund())
	case n < 52:
		return c.submit(ctx, c.newAdjustment())
	case n < 59:
		return c.submit(ctx, c.newBatch())
	case n < 62:
		return c.submitRivals(ctx)
	case n < 65:
		return c.submit(ctx, c.newBatchVoid())
	case n < 68:
		return c.submit(ctx, c.newPaymentVoid())
	case n < 76:
		return c.submit(ctx, c.book.earlier(c.random))
	case n < 79:
		return c.export(ctx)
	case n < 80:
		return c.download(ctx)
	case n < 90:
		return c.readReport(ctx)
	default:
		return c.readLedger(ctx)
	}
}

// submit sends an operation until its outcome is known: every third time to both servers at once, as somebody does who
// clicks twice.
func (c *client) submit(ctx context.Context, op *operation) error {
	if op == nil {
		return nil // there is nothing yet to do it with
	}
	op = c.book.begin(op)
	c.counts.one("operations")
	if c.random.IntN(3) > 0 {
		return c.settle(ctx, op, c.random.IntN(2))
	}
	var group sync.WaitGroup
	var failures [2]error
	for server := range failures {
		group.Go(func() { failures[server] = c.settle(ctx, op, server) })
	}
	group.Wait()
	return errors.Join(failures[:]...)
}

// submitRivals sends two batches of different ids that pay the same, one to each server.
func (c *client) submitRivals(ctx context.Context) error {
	one, other := c.newBatch(), c.newBatch()
	id := other.variables["batch"]
	other.variables, other.wanted = maps.Clone(one.variables), one.wanted
	other.variables["batch"] = id
	var group sync.WaitGroup
	var failures [2]error
	for server, op := range []*operation{one, other} {
		group.Go(func() { failures[server] = c.settle(ctx, c.book.begin(op), server) })
	}
	group.Wait()
	return errors.Join(failures[:]...)
}

// settle sends an operation until its outcome is known, and holds that against what was known before.
func (c *client) settle(ctx context.Context, op *operation, server int) error {
	c.book.mu.Lock()
	acknowledged, refused := op.acknowledged, op.refused
	c.book.mu.Unlock()
	var data struct{ R answer }
	unknown, err := c.ask(ctx, server, op.query, op.variables, &data)
	c.book.mu.Lock()
	defer c.book.mu.Unlock()
	op.unknown += unknown
	if err != nil {
		return fmt.Errorf("%s: %w", op.key, err)
	}
	a := &data.R
	switch {
	case acknowledged != nil && a.code() != "" && a.code() != "ALREADY_VOIDED":
		return fmt.Errorf("%s was acknowledged, and now it is %s: %s", op.key, a.code(), a.UserErrors[0].Message)
	case refused != "" && a.code() != refused:
		return fmt.Errorf("%s was refused as %s, and now it is %q", op.key, refused, a.code())
	}
	return c.learn(op, a)
}

// learn notes an answer, under the book's lock.
func (c *client) learn(op *operation, a *answer) error {
	if err := op.settle(c.book, a); err != nil {
		return fmt.Errorf("%s: %w", op.key, err)
	}
	switch {
	case a.code() != "":
		c.counts.one("answers " + a.code())
	case op.acknowledged == nil:
		op.acknowledged = a
		c.counts.one("acknowledged")
	}
	return nil
}
