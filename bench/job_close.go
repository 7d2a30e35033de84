package main

import (
	"context"
	"fmt"
)

// Closing the last month, by the product's own function: no request does it.
func closeJob(ctx context.Context, b *bench) ([]row, error) {
	w, err := b.beside(ctx) // a server would close the month, too
	if err != nil {
		return nil, err
	}
	defer w.close(ctx)
	month, last := b.lastDay.AddDate(0, 0, 1-b.lastDay.Day()), b.lastMonth().start
	reopen := func(ctx context.Context) error {
		return w.clear(ctx, fmt.Sprintf("DELETE FROM closed_months WHERE month >= %s; DELETE FROM opening_balances WHERE month >= %[1]s", quoted(month)),
			"opening_balances", "closed_months")
	}
	closer, err := b.closer(ctx, b.address(serverRole, writable))
	if err != nil {
		return nil, err
	}
	defer closer.stop()
	limit := w.psql.run(sqlOf("close", "{month}", quoted(month), "{last}", quoted(last)))
	if err := w.sameClosing(ctx, closer.closeMonths, limit, reopen); err != nil {
		return nil, err
	}
	found, err := b.compare(ctx, b.again(closer.closeMonths, reopen), b.again(limit, reopen))
	if err != nil {
		return nil, err
	}
	return []row{found[0].row("closing a month", seconds, atMost(1.1))}, closer.closeMonths(ctx)
}

// sameClosing closes the month by both sides, and compares. It is open in the end.
func (w *writing) sameClosing(ctx context.Context, ours, limit, reopen side) error {
	var answers [2][]string
	for i, closing := range []side{ours, limit} {
		if err := reopen(ctx); err != nil {
			return err
		}
		if err := closing(ctx); err != nil {
			return err
		}
		var err error
		answers[i], err = w.psql.rows(ctx, `SELECT month, count(*), sum(balance), sum(clawed_back), sum(adjusted), sum(paid),
			sum(partner_id * balance) FROM opening_balances GROUP BY month ORDER BY month DESC LIMIT 2`)
		if err != nil {
			return err
		}
	}
	if err := reopen(ctx); err != nil {
		return err
	}
	return same(answers[0], answers[1])
}
