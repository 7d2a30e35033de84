//go:build unix

package main

import (
	"context"
	"fmt"
)

// report is the Referral Partner Ledgers report.
type report struct {
	TotalCount int
	Period     period
	Totals     figures
	Nodes      []struct {
		figures
		Partner struct{ ID string }
	}
}

const reportQuery = `query ($criteria: LedgerCriteria) { r: referralPartnerLedgers(criteria: $criteria, first: 500) {
	totalCount period { start end } totals { ` + figureFields + ` } nodes { partner { id } ` + figureFields + ` } } }`

// readReport reads the report of some period: rows sum up to the totals, and nothing that was acknowledged is missing.
func (c *client) readReport(ctx context.Context) error {
	over := c.period()
	before := c.book.earned(over)
	r, err := c.report(ctx, over)
	if err != nil {
		return err
	}
	c.counts.one("reports")
	for _, row := range r.Nodes {
		was := before[row.Partner.ID]
		if row.CommissionsEarned.LessThan(was.CommissionsEarned) || row.Clawbacks.GreaterThan(was.Clawbacks) {
			return fmt.Errorf("the report of %+v has commissions of %s and clawbacks of %s for partner %s, acknowledged were %s and %s",
				over, row.CommissionsEarned, row.Clawbacks, row.Partner.ID, was.CommissionsEarned, was.Clawbacks)
		}
	}
	return nil
}

// report reads a report whose rows must sum up to its totals.
func (c *client) report(ctx context.Context, over period) (*report, error) {
	var data struct{ R report }
	if _, err := c.ask(ctx, c.random.IntN(2), reportQuery, map[string]any{"criteria": map[string]any{"period": over}}, &data); err != nil {
		return nil, err
	}
	return &data.R, data.R.check(len(c.book.partners))
}

func (r *report) check(partners int) error {
	sum := figures{}
	for _, row := range r.Nodes {
		if err := row.figures.check(); err != nil {
			return fmt.Errorf("report of %+v, partner %s: %w", r.Period, row.Partner.ID, err)
		}
		sum = sum.plus(row.figures)
	}
	if !sum.equal(r.Totals) || len(r.Nodes) != partners || r.TotalCount != partners {
		return fmt.Errorf("the report of %+v has %d of %d rows, which sum to %+v; its totals are %+v", r.Period, len(r.Nodes), r.TotalCount, sum, r.Totals)
	}
	return nil
}

// earned is what was acknowledged so far of what only grows, by partner.
func (b *book) earned(over period) map[string]figures {
	b.mu.Lock()
	defer b.mu.Unlock()
	found := map[string]figures{}
	for at, e := range b.entries {
		if e.Kind == "COMMISSION" || e.Kind == "CLAWBACK" {
			f := found[at.partner]
			f.count(*e, over)
			found[at.partner] = f
		}
	}
	return found
}
