//go:build unix

package main

import (
	"context"
	"fmt"
	"time"
)

// readLedger reads a month of a ledger: its balances run on, every entry that was acknowledged is there, and is there once.
func (c *client) readLedger(ctx context.Context) error {
	who := c.book.partners[c.random.IntN(len(c.book.partners))].id
	start := time.Date(2011, time.Month(1+c.random.IntN(15)), 1, 0, 0, 0, 0, time.UTC)
	over := period{start.Format(time.DateOnly), start.AddDate(0, 1, -1).Format(time.DateOnly)}
	wanted := c.book.entriesOf(who, over)
	found, err := c.ledger(ctx, who, over)
	if err != nil {
		return err
	}
	c.counts.one("ledgers")
	bySource := map[string]entry{}
	for _, e := range found {
		if _, twice := bySource[e.Source]; twice {
			return fmt.Errorf("partner %s has %s twice in %+v", who, e.Source, over)
		}
		bySource[e.Source] = e
	}
	for _, e := range wanted {
		if there, ok := bySource[e.Source]; !ok || e.is(there) != nil {
			return fmt.Errorf("partner %s has %+v instead of the acknowledged %+v in %+v", who, there, e, over)
		}
	}
	return nil
}

const ledgerQuery = `query ($id: ID!, $period: DateRangeInput!, $after: Cursor) { r: referralPartner(id: $id) { ledger(period: $period) {
	entries(first: 500, after: $after) { nodes { kind source date amount balance } pageInfo { endCursor hasNextPage } } } } }`

// entryPage is a page of a ledger.
type entryPage struct {
	Nodes    []entry
	PageInfo struct {
		EndCursor   *string
		HasNextPage bool
	}
}

// check: the balances run on.
func (p *entryPage) check() error {
	for i, e := range p.Nodes {
		if i > 0 && !p.Nodes[i-1].Balance.Add(e.Amount).Equal(e.Balance) {
			return fmt.Errorf("the balance is %s, and after %+v it is %s", p.Nodes[i-1].Balance, e, e.Balance)
		}
	}
	return nil
}

// ledger reads a ledger, page by page, whose balances must run on within each.
func (c *client) ledger(ctx context.Context, who string, over period) ([]entry, error) {
	var all []entry
	for after := (*string)(nil); ; {
		var data struct {
			R struct {
				Ledger struct{ Entries entryPage }
			}
		}
		variables := map[string]any{"id": who, "period": over, "after": after}
		if _, err := c.ask(ctx, c.random.IntN(2), ledgerQuery, variables, &data); err != nil {
			return nil, err
		}
		page := data.R.Ledger.Entries
		if err := page.check(); err != nil {
			return nil, fmt.Errorf("partner %s: %w", who, err)
		}
		all = append(all, page.Nodes...)
		if after = page.PageInfo.EndCursor; !page.PageInfo.HasNextPage {
			return all, nil
		}
	}
}

// entriesOf is what must be in a ledger, of those entries whose day is known.
func (b *book) entriesOf(who string, over period) (found []entry) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for at, e := range b.entries {
		if at.partner == who && e.Date != "" && over.has(e.Date) {
			found = append(found, *e)
		}
	}
	return found
}
