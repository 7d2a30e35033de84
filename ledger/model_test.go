package ledger_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"
	"pgregory.net/rapid"

	"partnerledger/ledger"
	"partnerledger/models"
	"partnerledger/postgres/pgtest"
)

// model is the arithmetic of a ledger in a few lines: what the SQL is held against.
type model []models.LedgerEntry

func (m model) sum(keep func(models.LedgerEntry) bool) decimal.Decimal {
	total := decimal.Zero
	for _, e := range m {
		if keep(e) {
			total = total.Add(e.Amount)
		}
	}
	return total
}

func (m model) figures(partner int64, p models.Period) models.Figures {
	before := func(e models.LedgerEntry) bool { return e.PartnerID == partner && e.Date.Before(p.Start) }
	within := func(kinds ...models.EntryKind) func(models.LedgerEntry) bool {
		return func(e models.LedgerEntry) bool {
			for _, k := range kinds {
				if e.Kind == k && e.PartnerID == partner && !e.Date.Before(p.Start) && !p.End.Before(e.Date) {
					return true
				}
			}
			return false
		}
	}
	f := models.Figures{
		BeginningBalance:  m.sum(before),
		CommissionsEarned: m.sum(within(models.Commission)),
		Clawbacks:         m.sum(within(models.Clawback)),
		Adjustments:       m.sum(within(models.Adjustment)),
		Payments:          m.sum(within(models.PaymentMade, models.PaymentReversal)).Neg(),
	}
	f.EndingBalance = f.BeginningBalance.Add(f.Commissions()).Add(f.Adjustments).Sub(f.Payments)
	return f
}

func same(a, b models.Figures) bool {
	return a.BeginningBalance.Equal(b.BeginningBalance) && a.CommissionsEarned.Equal(b.CommissionsEarned) &&
		a.Clawbacks.Equal(b.Clawbacks) && a.Adjustments.Equal(b.Adjustments) && a.Payments.Equal(b.Payments) &&
		a.EndingBalance.Equal(b.EndingBalance)
}

func plus(a, b models.Figures) models.Figures {
	return models.Figures{
		BeginningBalance:  a.BeginningBalance.Add(b.BeginningBalance),
		CommissionsEarned: a.CommissionsEarned.Add(b.CommissionsEarned),
		Clawbacks:         a.Clawbacks.Add(b.Clawbacks),
		Adjustments:       a.Adjustments.Add(b.Adjustments),
		Payments:          a.Payments.Add(b.Payments),
		EndingBalance:     a.EndingBalance.Add(b.EndingBalance),
	}
}

var days = rapid.Custom(func(t *rapid.T) models.Date {
	return day("2011-01-01").AddDays(rapid.IntRange(0, 170).Draw(t, "day"))
})

// randomly writes an entry of any kind, now and then closes months or reopens them, and keeps the model in step.
func (b *books) randomly(t *rapid.T, m *model, partners []*models.Partner) {
	p := rapid.SampledFrom(partners).Draw(t, "partner")
	date := days.Draw(t, "date").String()
	amount := decimal.New(rapid.Int64Range(1, 99999).Draw(t, "cents"), -2)
	switch rapid.IntRange(0, 9).Draw(t, "what") {
	case 0, 1, 2:
		e := b.Entry(p, models.Commission, date, amount.String())
		b.Record(e)
		*m = append(*m, e)
	case 3, 4:
		commission := b.Entry(p, models.Commission, date, "0")
		e := b.Entry(p, models.Clawback, date, amount.Neg().String())
		e.CommissionSource = &commission.Source
		b.Record(commission, e)
		*m = append(*m, commission, e)
	case 5:
		e := b.Entry(p, models.Adjustment, date, amount.Neg().String())
		b.Record(e, e) // the second is the same again
		*m = append(*m, e)
	case 6, 7:
		e := b.Payment(p, date, amount.Neg().String())
		*m = append(*m, e)
		if rapid.Bool().Draw(t, "reversed") {
			r := b.Entry(p, models.PaymentReversal, date, amount.String())
			r.PaymentID = e.PaymentID
			b.Record(r)
			*m = append(*m, r)
		}
	case 8:
		b.closeMonths()
	case 9:
		must(b.T, b.DB.Transaction(func(tx *gorm.DB) error {
			done, err := b.History(tx, day(date))
			if err != nil || rapid.Bool().Draw(t, "left open") {
				return err
			}
			return done()
		}))
	}
}

// TestReportEqualsModel: every figure of every row, the totals and what is owed now equal sums over the entries, for any
// period and whichever months are closed; the ending balance of a period is the beginning balance of the next.
func TestReportEqualsModel(t *testing.T) {
	db := pgtest.New(t)
	rapid.Check(t, func(rt *rapid.T) {
		tx := db.Begin()
		defer tx.Rollback()
		b := openOn(t, tx)
		partners := []*models.Partner{b.Partner(models.Partner{}), b.Partner(models.Partner{}), b.Partner(models.Partner{})}
		var m model
		for range rapid.IntRange(1, 25).Draw(rt, "events") {
			b.randomly(rt, &m, partners)
		}
		start := days.Draw(rt, "start")
		first := models.Period{Start: start, End: start.AddDays(rapid.IntRange(0, 70).Draw(rt, "length"))}
		b.equalsModel(m, first, partners)
		b.entriesEqualModel(rt, m, first, partners[0])
		b.AddsUp()
	})
}

func (b *books) equalsModel(m model, p models.Period, partners []*models.Partner) {
	b.T.Helper()
	next := models.Period{Start: p.End.AddDays(1), End: p.End.AddDays(40)}
	for _, criteria := range []ledger.Criteria{{Period: &p}, {Period: &p, PartnerIDs: ids(partners)}} {
		report := b.report(ledger.Query{Criteria: criteria})
		following := b.report(ledger.Query{Criteria: ledger.Criteria{Period: &next}})
		sum := models.Figures{}
		for i, l := range report.Nodes {
			if want := m.figures(l.Partner.ID, p); !same(l.Figures, want) {
				b.T.Fatalf("%s %v: got %v, want %v", l.Partner.Code, p, l.Figures, want)
			}
			if !following.Nodes[i].BeginningBalance.Equal(l.EndingBalance) {
				b.T.Fatalf("%s ends with %s and begins with %s", l.Partner.Code, l.EndingBalance, following.Nodes[i].BeginningBalance)
			}
			sum = plus(sum, l.Figures)
		}
		if len(report.Nodes) != len(partners) || report.Count != len(partners) || !same(sum, report.Totals) {
			b.T.Fatalf("%d of %d rows, count %d, totals %v for rows that sum to %v", len(report.Nodes), len(partners), report.Count, report.Totals, sum)
		}
	}
	owed, err := b.OwedNow(b.T.Context(), "USD", ids(partners))
	must(b.T, err)
	for id, amount := range owed {
		if want := m.sum(func(e models.LedgerEntry) bool { return e.PartnerID == id }); !amount.Equal(want) {
			b.T.Fatalf("owed now %s, want %s", amount, want)
		}
	}
}

// entriesEqualModel pages through a ledger's entries: all of the period, in order, each with the balance after it.
func (b *books) entriesEqualModel(rt *rapid.T, m model, p models.Period, partner *models.Partner) {
	b.T.Helper()
	account := ledger.Account{PartnerID: partner.ID, CurrencyCode: "USD"}
	balance := m.figures(partner.ID, p).BeginningBalance
	page, seen := models.Page{First: rapid.IntRange(1, 5).Draw(rt, "page")}, 0
	for last := models.NewDate(1, 1, 1); ; {
		found, err := b.Entries(b.T.Context(), ledger.EntriesQuery{Period: p, Page: page, Count: true}, []ledger.Account{account})
		must(b.T, err)
		entries := found[account]
		single := make([]*models.LedgerEntry, 0, page.First)
		for _, e := range entries.Nodes {
			seen++
			balance = balance.Add(e.Amount)
			if !e.Balance.Equal(balance) || e.Date.Before(last) {
				b.T.Fatalf("entry %d of %s: balance %s, want %s", e.ID, e.Date, e.Balance, balance)
			}
			last, single = e.Date, append(single, &e.LedgerEntry)
		}
		one, err := b.Balances(b.T.Context(), single)
		must(b.T, err)
		for _, e := range entries.Nodes {
			if !one[e.ID].Equal(*e.Balance) {
				b.T.Fatalf("balance of entry %d alone is %s, in the page %s", e.ID, one[e.ID], e.Balance)
			}
		}
		if !entries.HasNextPage {
			if seen != entries.Count || !balance.Equal(m.figures(partner.ID, p).EndingBalance) {
				b.T.Fatalf("%d of %d entries, ending with %s", seen, entries.Count, balance)
			}
			return
		}
		page.After = &entries.Cursors[len(entries.Cursors)-1]
	}
}

func ids(partners []*models.Partner) []int64 {
	all := make([]int64, len(partners))
	for i, p := range partners {
		all[i] = p.ID
	}
	return all
}

// TestMonthsClosedOrNot: the report says the same whichever months are closed.
func TestMonthsClosedOrNot(t *testing.T) {
	b := open(t)
	p := b.Partner(models.Partner{})
	for month := 1; month <= 6; month++ {
		b.Record(b.Entry(p, models.Commission, fmt.Sprintf("2011-%02d-10", month), "10"))
	}
	whole := ledger.Criteria{Period: period("2011-02-05", "2011-05-20")}
	open := b.report(ledger.Query{Criteria: whole})
	if n := b.closeMonths(); n != 5 {
		t.Fatalf("closed %d months, want 5: February to June are carried to", n)
	}
	closed := b.report(ledger.Query{Criteria: whole})
	if !same(open.Totals, closed.Totals) || !closed.Totals.EndingBalance.Equal(dec("50")) {
		t.Errorf("open %v, closed %v", open.Totals, closed.Totals)
	}
	if b.closeMonths() != 0 {
		t.Error("closed a month twice")
	}
	b.AddsUp()
}
