//go:build unix

package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"
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
	r.problems.report(t.isTold(r.book))
	r.problems.report(newClient(r, 0).checkReads(ctx, t))
	_, err = r.command(ctx, "check")
	r.problems.report(err)
	for _, s := range r.servers {
		r.problems.report(s.checkLog())
	}
	return r.problems.err()
}

// checkOpenings: every opening balance is the sum of the entries before its day.
func (t *tables) checkOpenings() (wrong []error) {
	expected := map[opening]figures{}
	for _, e := range t.entries {
		for _, month := range t.months {
			if month <= e.Date {
				continue
			}
			at := opening{month, e.partner}
			f := expected[at]
			f.count(e.entry, period{"0", month})
			expected[at] = f
		}
	}
	all := maps.Clone(expected)
	maps.Copy(all, t.openings)
	for at := range all {
		want, isWanted := expected[at]
		found, isThere := t.openings[at]
		if isWanted != isThere || !want.EndingBalance.Equal(found.EndingBalance) || !want.Clawbacks.Equal(found.Clawbacks) ||
			!want.Adjustments.Equal(found.Adjustments) || !want.Payments.Equal(found.Payments) {
			wrong = append(wrong, fmt.Errorf("the opening balance of %+v is %+v, should be %+v", at, found, want))
		}
	}
	return wrong
}

// checkClawbacks: refunds take back their share of each commission, in the order in which they were recorded, the last one
// what is left, and never more than was earned.
func (t *tables) checkClawbacks() (wrong []error) {
	type share struct{ earned, left, refunded, total decimal.Decimal }
	shares, refunds := map[place]*share{}, map[string]refundRow{}
	for _, f := range t.refunds {
		refunds[f.id] = f
	}
	for _, e := range t.entries {
		switch e.Kind {
		case "COMMISSION":
			shares[place{e.partner, e.Source}] = &share{earned: e.Amount, left: e.Amount, total: t.orders[between(e.Source)].total}
		case "CLAWBACK":
			s, f := shares[place{e.partner, e.commission}], refunds[between(e.Source)]
			s.refunded = s.refunded.Add(f.amount)
			want := decimal.Min(s.left, s.earned.Mul(f.amount).DivRound(s.total, 20).Round(2))
			if s.refunded.Equal(s.total) {
				want = s.left
			}
			s.left = s.left.Add(e.Amount)
			if !e.Amount.Neg().Equal(want) || s.left.IsNegative() {
				wrong = append(wrong, fmt.Errorf("%s takes back %s of %s, should be %s", e.Source, e.Amount, s.earned, want))
			}
		}
	}
	return wrong
}

// between is the id in a source like order:O1/1.
func between(source string) string {
	return source[strings.Index(source, ":")+1 : strings.LastIndex(source, "/")]
}

// has says which of the entries that must be there are not.
func (t *tables) has(wanted map[place]*entry) error {
	there := map[place]row{}
	var wrong []error
	for _, e := range t.entries {
		at := place{e.partner, e.Source}
		if _, twice := there[at]; twice {
			wrong = append(wrong, fmt.Errorf("%s of partner %s is there twice", e.Source, e.partner))
		}
		there[at] = e
	}
	for at, e := range wanted {
		if found, ok := there[at]; !ok {
			wrong = append(wrong, fmt.Errorf("%s of partner %s was acknowledged and is missing", e.Source, at.partner))
		} else if err := e.is(found.entry); err != nil {
			wrong = append(wrong, fmt.Errorf("partner %s: %w", at.partner, err))
		}
	}
	return errors.Join(wrong...)
}

// hasNothingElse says what is there that nobody knows of: all outcomes are known by now, but of batches that were asked
// for and found nobody to pay while another attempt was under way.
func (t *tables) hasNothingElse(b *book) error {
	var wrong []error
	possible := map[int64]bool{} // payments
	for _, found := range t.batches {
		if op := b.byKey["batch "+found.batchID]; op == nil || op.acknowledged == nil && op.unknown == 0 {
			wrong = append(wrong, fmt.Errorf("the batch %s is there, and was refused", found.batchID))
		} else if op.acknowledged == nil {
			for _, p := range found.payments {
				possible[p.id] = true
			}
		}
	}
	for _, e := range t.entries {
		if b.entries[place{e.partner, e.Source}] == nil && !possible[e.payment] {
			wrong = append(wrong, fmt.Errorf("nobody was told of %s of partner %s", e.Source, e.partner))
		}
	}
	orders, refunds := 0, 0
	for _, op := range b.operations {
		switch wanted := op.wanted.(type) {
		case *order:
			orders++
			found := t.orders[wanted.id]
			if found.date != wanted.date || found.partner != wanted.chain[0] || !found.total.Equal(wanted.total) {
				wrong = append(wrong, fmt.Errorf("order %s is %+v, should be %+v", wanted.id, found, wanted))
			}
		case *refund:
			if op.acknowledged != nil {
				refunds++
			}
		}
	}
	if len(t.orders) != orders || len(t.refunds) != refunds {
		wrong = append(wrong, fmt.Errorf("%d orders and %d refunds, should be %d and %d", len(t.orders), len(t.refunds), orders, refunds))
	}
	return errors.Join(wrong...)
}

// isTold: whatever was recorded has its one event in the audit log.
func (t *tables) isTold(b *book) error {
	var wrong []error
	actions := map[string]string{"order": "ORDER_RECORDED", "refund": "REFUND_RECORDED", "adjustment": "LEDGER_ADJUSTED", "batch": "BATCH_CREATED"}
	for _, op := range b.operations {
		action := actions[strings.Fields(op.key)[0]]
		if n := t.events[action+" "+op.key]; action != "" && op.acknowledged != nil && n != 1 {
			wrong = append(wrong, fmt.Errorf("%s has %d events in the audit log", op.key, n))
		}
	}
	return errors.Join(wrong...)
}

// checkReads: reports, ledgers and files say what the entries say.
func (c *client) checkReads(ctx context.Context, t *tables) error {
	var wrong []error
	for range 20 {
		over := c.period()
		var data struct{ R report }
		_, err := c.ask(ctx, c.random.IntN(2), reportQuery, map[string]any{"criteria": map[string]any{"period": over}}, &data)
		if err == nil {
			err = data.R.check(len(t.partners))
		}
		for _, found := range data.R.Nodes {
			want, _ := t.figuresAt(found.Partner.ID, data.R.Period, t.now, 0)
			if !want.equal(found.figures) {
				err = errors.Join(err, fmt.Errorf("the report of %+v says %+v of partner %s, should be %+v", over, found.figures, found.Partner.ID, want))
			}
		}
		wrong = append(wrong, err)
	}
	for _, partner := range t.partners {
		entries, err := c.ledger(ctx, partner, period{"1900-01-01", "2100-01-01"})
		balance := decimal.Zero
		for _, e := range entries {
			if balance = balance.Add(e.Amount); !balance.Equal(e.Balance) {
				err = fmt.Errorf("partner %s: the balance after %s is %s, should be %s", partner, e.Source, e.Balance, balance)
				break
			}
		}
		_, owed := t.figuresAt(partner, period{}, t.now, 0)
		if err == nil && !balance.Equal(owed) {
			err = fmt.Errorf("the ledger of partner %s ends with %s, should be %s", partner, balance, owed)
		}
		wrong = append(wrong, err)
	}
	for _, e := range c.book.exports {
		x := t.frozen[e.ID]
		sum := figures{}
		for _, f := range x.rows {
			sum = sum.plus(f)
		}
		if !sum.equal(e.Totals) {
			wrong = append(wrong, fmt.Errorf("export %s has totals of %+v, its rows sum to %+v", e.ID, e.Totals, sum))
		}
		wrong = append(wrong, c.checkFile(ctx, e))
	}
	return errors.Join(wrong...)
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
