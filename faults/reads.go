//go:build unix

package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"github.com/shopspring/decimal"
)

// figures are the columns of a report.
type figures struct {
	BeginningBalance, CommissionsEarned, Clawbacks, Commissions, Adjustments, Payments, EndingBalance decimal.Decimal
}

const figureFields = "beginningBalance commissionsEarned clawbacks commissions adjustments payments endingBalance"

func (f figures) all() [7]decimal.Decimal {
	return [7]decimal.Decimal{f.BeginningBalance, f.CommissionsEarned, f.Clawbacks, f.Commissions, f.Adjustments, f.Payments, f.EndingBalance}
}

func (f figures) plus(g figures) figures {
	return figures{
		f.BeginningBalance.Add(g.BeginningBalance), f.CommissionsEarned.Add(g.CommissionsEarned), f.Clawbacks.Add(g.Clawbacks),
		f.Commissions.Add(g.Commissions), f.Adjustments.Add(g.Adjustments), f.Payments.Add(g.Payments), f.EndingBalance.Add(g.EndingBalance),
	}
}

func (f figures) equal(g figures) bool {
	for i, d := range f.all() {
		if !d.Equal(g.all()[i]) {
			return false
		}
	}
	return true
}

// check says where figures don't add up.
func (f figures) check() error {
	sum := f.BeginningBalance.Add(f.Commissions).Add(f.Adjustments).Sub(f.Payments)
	if !sum.Equal(f.EndingBalance) || !f.CommissionsEarned.Add(f.Clawbacks).Equal(f.Commissions) {
		return fmt.Errorf("the figures don't add up: %+v", f)
	}
	return nil
}

// count adds an entry to the figures of a period.
func (f *figures) count(e entry, of period) {
	switch {
	case e.Date > of.End:
		return
	case e.Date < of.Start:
		f.BeginningBalance = f.BeginningBalance.Add(e.Amount)
	case e.Kind == "COMMISSION":
		f.CommissionsEarned, f.Commissions = f.CommissionsEarned.Add(e.Amount), f.Commissions.Add(e.Amount)
	case e.Kind == "CLAWBACK":
		f.Clawbacks, f.Commissions = f.Clawbacks.Add(e.Amount), f.Commissions.Add(e.Amount)
	case e.Kind == "ADJUSTMENT":
		f.Adjustments = f.Adjustments.Add(e.Amount)
	default:
		f.Payments = f.Payments.Sub(e.Amount)
	}
	f.EndingBalance = f.EndingBalance.Add(e.Amount)
}

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
	before := c.book.earned(period{over["start"].(string), over["end"].(string)})
	var data struct{ R report }
	if _, err := c.ask(ctx, c.random.IntN(2), reportQuery, map[string]any{"criteria": map[string]any{"period": over}}, &data); err != nil {
		return err
	}
	c.counts.one("reports")
	if err := data.R.check(len(c.book.partners)); err != nil {
		return err
	}
	for _, row := range data.R.Nodes {
		was := before[row.Partner.ID]
		if row.CommissionsEarned.LessThan(was.CommissionsEarned) || row.Clawbacks.GreaterThan(was.Clawbacks) {
			return fmt.Errorf("the report of %+v has commissions of %s and clawbacks of %s for partner %s, acknowledged were %s and %s",
				data.R.Period, row.CommissionsEarned, row.Clawbacks, row.Partner.ID, was.CommissionsEarned, was.Clawbacks)
		}
	}
	return nil
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

// ledger reads a ledger, page by page, whose balances must run on within each.
func (c *client) ledger(ctx context.Context, who string, over period) ([]entry, error) {
	var all []entry
	for after := (*string)(nil); ; {
		var data struct {
			R struct {
				Ledger struct {
					Entries struct {
						Nodes    []entry
						PageInfo struct {
							EndCursor   *string
							HasNextPage bool
						}
					}
				}
			}
		}
		variables := map[string]any{"id": who, "period": map[string]any{"start": over.Start, "end": over.End}, "after": after}
		if _, err := c.ask(ctx, c.random.IntN(2), ledgerQuery, variables, &data); err != nil {
			return nil, err
		}
		page := data.R.Ledger.Entries
		for i, e := range page.Nodes {
			if i > 0 && !page.Nodes[i-1].Balance.Add(e.Amount).Equal(e.Balance) {
				return nil, fmt.Errorf("partner %s: the balance is %s, and after %+v it is %s", who, page.Nodes[i-1].Balance, e, e.Balance)
			}
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

// export is a frozen report.
type export struct {
	ID, SHA256, DownloadURL string
	RowCount                int
	Totals                  figures
}

const exportQuery = `mutation ($criteria: LedgerCriteria) { r: exportLedgers(criteria: $criteria) {
	export { id sha256 downloadUrl rowCount totals { ` + figureFields + ` } } userErrors { message } } }`

// export freezes a report. It has no id of its own: where the outcome isn't known there may be another one of it.
func (c *client) export(ctx context.Context) error {
	var data struct{ R struct{ Export *export } }
	_, err := c.ask(ctx, c.random.IntN(2), exportQuery, map[string]any{"criteria": map[string]any{"period": c.period()}}, &data)
	if err != nil {
		return err
	}
	e := data.R.Export
	if e == nil || e.RowCount != len(c.book.partners) || e.Totals.check() != nil {
		return fmt.Errorf("the export is %+v", e)
	}
	c.counts.one("exports")
	c.book.mu.Lock()
	defer c.book.mu.Unlock()
	c.book.exports = append(c.book.exports, e)
	return nil
}

// download gets the file of an export, which must be what it was when it was made.
func (c *client) download(ctx context.Context) error {
	e := pick(c.book, &c.book.exports, c.random)
	if e == nil {
		return nil
	}
	return c.checkFile(ctx, e)
}

func (c *client) checkFile(ctx context.Context, e *export) error {
	file, err := c.get(ctx, e.DownloadURL)
	if sum := sha256.Sum256(file); err == nil && hex.EncodeToString(sum[:]) != e.SHA256 {
		err = fmt.Errorf("the file of export %s has changed", e.ID)
	}
	return err
}
