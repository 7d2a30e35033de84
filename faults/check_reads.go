//go:build unix

package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/shopspring/decimal"
)

// checkReads: reports, ledgers and files say what the entries say.
func (c *client) checkReads(ctx context.Context, t *tables) error {
	var wrong []error
	for range 20 {
		wrong = append(wrong, c.checkReport(ctx, t))
	}
	for _, partner := range t.partners {
		wrong = append(wrong, c.checkLedger(ctx, t, partner))
	}
	for _, e := range c.book.exports {
		wrong = append(wrong, t.checkExport(e), c.checkFile(ctx, e))
	}
	return errors.Join(wrong...)
}

// checkReport: the report of some period has the figures that the entries sum up to.
func (c *client) checkReport(ctx context.Context, t *tables) error {
	r, err := c.report(ctx, c.period())
	if err != nil {
		return err
	}
	for _, found := range r.Nodes {
		want, _ := t.figuresAt(found.Partner.ID, r.Period, t.now, 0)
		if !want.equal(found.figures) {
			return fmt.Errorf("the report of %+v says %+v of partner %s, should be %+v", r.Period, found.figures, found.Partner.ID, want)
		}
	}
	return nil
}

// checkLedger: the balances of a whole ledger run on from its first entry to what is owed now.
func (c *client) checkLedger(ctx context.Context, t *tables, partner string) error {
	entries, err := c.ledger(ctx, partner, period{"1900-01-01", "2100-01-01"})
	if err != nil {
		return err
	}
	balance := decimal.Zero
	for _, e := range entries {
		if balance = balance.Add(e.Amount); !balance.Equal(e.Balance) {
			return fmt.Errorf("partner %s: the balance after %s is %s, should be %s", partner, e.Source, e.Balance, balance)
		}
	}
	if _, owed := t.figuresAt(partner, period{}, t.now, 0); !balance.Equal(owed) {
		return fmt.Errorf("the ledger of partner %s ends with %s, should be %s", partner, balance, owed)
	}
	return nil
}

// checkExport: an export that was acknowledged is there, with rows that sum up to its totals.
func (t *tables) checkExport(e *export) error {
	x := t.frozen[e.ID]
	if x == nil {
		return fmt.Errorf("export %s was acknowledged and is missing", e.ID)
	}
	sum := figures{}
	for _, f := range x.rows {
		sum = sum.plus(f)
	}
	if !sum.equal(e.Totals) {
		return fmt.Errorf("export %s has totals of %+v, its rows sum to %+v", e.ID, e.Totals, sum)
	}
	return nil
}
