package main

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"partnerledger/models"
)

// shopOrder is an order read straight from the files, without anything of the product.
type shopOrder struct {
	partner         string
	date            string
	total, refunded decimal.Decimal
	clawedBack      decimal.Decimal
}

type movement struct {
	partner, date string
	amount        decimal.Decimal
}

func rows(t *testing.T, file string) []map[string]string {
	t.Helper()
	f, err := os.Open("testdata/sample/" + file)
	must(t, err)
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	must(t, err)
	var found []map[string]string
	for _, row := range all[1:] {
		cells := map[string]string{}
		for i, name := range all[0] {
			cells[strings.TrimPrefix(name, "\ufeff")] = row[i]
		}
		found = append(found, cells)
	}
	return found
}

// movements are the sample's commissions of 10 % and their clawbacks: of a refund its share, of the last one what is left.
func movements(t *testing.T) (all []movement) {
	orders := map[string]*shopOrder{}
	var ids []string
	for _, r := range rows(t, "orders.csv") {
		o := orders[r["order_id"]]
		if o == nil {
			o = &shopOrder{partner: r["partner_code"], date: r["ordered_at"][:10]}
			orders[r["order_id"]] = o
			ids = append(ids, r["order_id"])
		}
		o.total = o.total.Add(decimal.RequireFromString(r["quantity"]).Mul(decimal.RequireFromString(r["unit_price"])).Round(2))
	}
	for _, id := range ids {
		o := orders[id]
		all = append(all, movement{o.partner, o.date, o.commission()})
	}
	for _, r := range rows(t, "refunds.csv") {
		o := orders[r["order_id"]]
		amount := decimal.RequireFromString(r["amount"])
		o.refunded = o.refunded.Add(amount)
		back := o.commission().Mul(amount).DivRound(o.total, 20).Round(2)
		if o.refunded.Equal(o.total) {
			back = o.commission().Sub(o.clawedBack)
		}
		o.clawedBack = o.clawedBack.Add(back)
		all = append(all, movement{o.partner, r["refunded_at"][:10], back.Neg()})
	}
	return all
}

func (o *shopOrder) commission() decimal.Decimal {
	return o.total.Div(decimal.NewFromInt(10)).Round(2)
}

// TestSampleEqualsTheFiles: every row of reports over many periods equals what is computed from the input files, to the
// cent, before and after months are closed.
func TestSampleEqualsTheFiles(t *testing.T) {
	p := withSample(t)
	all := movements(t)
	if len(all) != 1181+63 {
		t.Fatalf("%d movements", len(all))
	}
	for range 2 {
		for start := date("2010-11-20"); start.Before(date("2012-02-01")); start = start.AddDate(0, 0, 23) {
			p.equalsFiles(all, start, start.AddDate(0, 0, 40))
		}
		p.equalsFiles(all, date("2010-12-01"), date("2011-12-31"))
		if _, err := p.ledger.CloseMonths(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	p.addsUp()
}

func (p *product) equalsFiles(all []movement, start, end time.Time) {
	p.t.Helper()
	from, to := start.Format(time.DateOnly), end.Format(time.DateOnly)
	before, earned, back := map[string]decimal.Decimal{}, map[string]decimal.Decimal{}, map[string]decimal.Decimal{}
	for _, m := range all {
		switch {
		case m.date < from:
			before[m.partner] = before[m.partner].Add(m.amount)
		case m.date <= to && m.amount.IsNegative():
			back[m.partner] = back[m.partner].Add(m.amount)
		case m.date <= to:
			earned[m.partner] = earned[m.partner].Add(m.amount)
		}
	}
	report := p.do(`query($p: DateRangeInput!) { referralPartnerLedgers(criteria: {period: $p}, first: 100) {
		nodes { partner { code } beginningBalance commissionsEarned clawbacks endingBalance } } }`, object{"p": object{"start": from, "end": to}})
	nodes := report["nodes"].([]any)
	if len(nodes) != 40 {
		p.t.Fatalf("%d rows", len(nodes))
	}
	for _, node := range nodes {
		row := node.(object)
		code := row["partner"].(object)["code"].(string)
		want := []decimal.Decimal{before[code], earned[code], back[code], before[code].Add(earned[code]).Add(back[code])}
		for i, figure := range []string{"beginningBalance", "commissionsEarned", "clawbacks", "endingBalance"} {
			if row[figure] != models.DecimalString(want[i].Round(2)) {
				p.t.Errorf("%s from %s to %s: %s is %v, the files say %s", code, from, to, figure, row[figure], want[i])
			}
		}
	}
}

func date(s string) time.Time {
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return d
}
