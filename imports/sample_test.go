package imports_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"partnerledger/commissions"
	"partnerledger/imports"
)

// The sample, computed from the files alone: maps, loops and decimals.

type record map[string]string

func records(t testing.TB, name string) []record {
	rows, err := csv.NewReader(strings.NewReader(sample(t, name))).ReadAll()
	must(t, err)
	var found []record
	for _, row := range rows[1:] {
		r := record{}
		for i, column := range rows[0] {
			r[column] = row[i]
		}
		found = append(found, r)
	}
	return found
}

// key is whose entries of which kind in which month, with an order's as that of its first line.
type key struct{ partner, kind, month string }

// byHand returns the sums of the entries that the sample makes: 10 % at level 1 but 25p a unit of one SKU, 2.5 % at
// level 2, 1 % at level 3.
func byHand(t testing.TB) map[key]decimal.Decimal {
	parent := map[string]string{}
	for _, p := range records(t, "partners") {
		parent[p["code"]] = p["parent_code"]
	}
	type order struct {
		partner, month string
		total          decimal.Decimal
		exact          [3]decimal.Decimal
		refunded       decimal.Decimal
		taken          [3]decimal.Decimal
	}
	orders := map[string]*order{}
	for _, l := range records(t, "orders") {
		o := orders[l["order_id"]]
		if o == nil {
			o = &order{partner: l["partner_code"], month: l["ordered_at"][:7]}
			orders[l["order_id"]] = o
		}
		quantity := dec(l["quantity"])
		amount := quantity.Mul(dec(l["unit_price"])).Round(2)
		o.total = o.total.Add(amount)
		first := amount.Mul(dec("0.1"))
		if l["sku"] == theSKU {
			first = quantity.Mul(dec("0.25"))
		}
		for i, earned := range []decimal.Decimal{first, amount.Mul(dec("0.025")), amount.Mul(dec("0.01"))} {
			o.exact[i] = o.exact[i].Add(earned)
		}
	}
	sums := map[key]decimal.Decimal{}
	eachLevel := func(o *order, kind, month string, amount func(level int) decimal.Decimal) {
		for level, partner := 0, o.partner; partner != "" && level < 3; level, partner = level+1, parent[partner] {
			k := key{partner, kind, month}
			sums[k] = sums[k].Add(amount(level))
		}
	}
	for _, o := range orders {
		eachLevel(o, "COMMISSION", o.month, func(level int) decimal.Decimal { return o.exact[level].Round(2) })
	}
	for _, r := range records(t, "refunds") {
		o, amount := orders[r["order_id"]], dec(r["amount"])
		o.refunded = o.refunded.Add(amount)
		eachLevel(o, "CLAWBACK", r["refunded_at"][:7], func(level int) decimal.Decimal {
			commission := o.exact[level].Round(2)
			part := commission.Mul(amount).Div(o.total).Round(2)
			if o.refunded.Equal(o.total) {
				part = commission.Sub(o.taken[level])
			}
			o.taken[level] = o.taken[level].Add(part)
			return part.Neg()
		})
	}
	return sums
}

const theSKU = "85123A"

func (h *house) sampleRules() {
	percent := func(s string) *decimal.Decimal { return ptr(dec(s)) }
	_, err := h.Commissions.SaveProgram(h.t.Context(), commissions.ProgramInput{Name: "Three levels", IsDefault: true, Rules: []commissions.RuleInput{
		{Level: 1, Percent: percent("10")},
		{Level: 1, SKU: ptr(theSKU), Amount: percent("0.25")},
		{Level: 2, Percent: percent("2.5")},
		{Level: 3, Percent: percent("1")},
	}})
	must(h.t, err)
}

func (h *house) loadSample() {
	h.t.Helper()
	h.sampleRules()
	equal(h.t, counts(h.load(imports.Partners, sample(h.t, "partners"))), "rows 40, created 40")
	equal(h.t, counts(h.load(imports.Orders, sample(h.t, "orders"))), "rows 2852, recorded 1181")
	equal(h.t, counts(h.load(imports.Refunds, sample(h.t, "refunds"))), "rows 63, recorded 63")
}

func TestSample(t *testing.T) {
	h := open(t)
	h.loadSample()
	want := byHand(t)
	var rows []struct {
		Code, Kind, Month string
		Amount            decimal.Decimal
	}
	must(t, h.DB.Raw(`SELECT p.code, e.kind, to_char(e.date, 'YYYY-MM') AS month, sum(e.amount) AS amount
		FROM ledger_entries e JOIN partners p ON p.id = e.partner_id GROUP BY 1, 2, 3`).Scan(&rows).Error)
	for _, r := range rows {
		k := key{r.Code, r.Kind, r.Month}
		if !want[k].Equal(r.Amount) {
			t.Errorf("%v: %s is recorded, by hand it is %s", k, r.Amount, want[k])
		}
		delete(want, k)
	}
	for k, amount := range want {
		t.Errorf("%v: nothing is recorded, by hand it is %s", k, amount)
	}
	h.addsUp()
}

func TestSampleAgain(t *testing.T) {
	h := open(t)
	h.loadSample()
	before := h.balances()
	equal(t, counts(h.load(imports.Partners, sample(t, "partners"))), "rows 40, unchanged 40")
	orders := h.load(imports.Orders, sample(t, "orders"))
	equal(t, counts(orders), "rows 2852, unchanged 1181")
	equal(t, orders.String(), "2,852 rows read; nothing new, 1,181 orders there already\n")
	equal(t, counts(h.load(imports.Refunds, sample(t, "refunds"))), "rows 63, unchanged 63")
	equal(t, h.balances(), before)
	h.addsUp()
}

func TestTimeOfAnOrderIsThatOfItsFirstLine(t *testing.T) {
	h := open(t)
	h.loadSample()
	o, err := h.Commissions.Order(t.Context(), "543777")
	must(t, err)
	equal(t, o.OrderedAt.Format("15:04"), "16:19")
}

// Of orders as they were found, every row is refused, and none is lost.
func TestOrdersAsFound(t *testing.T) {
	h := open(t)
	h.load(imports.Partners, sample(t, "partners"))
	for _, o := range []imports.Options{{}, {SkipInvalid: true}, {DryRun: true}} {
		report := h.tried(imports.Orders, sample(t, "orders-as-found"), o)
		equal(t, counts(report), "rows 1940, wrong 1940")
		if len(report.Problems) != 100 || report.More != 1840 {
			t.Errorf("%d listed, %d more", len(report.Problems), report.More)
		}
		for i, p := range report.Problems {
			if p.Line != i+2 || p.Column == "" || p.Reason == "" {
				t.Errorf("problem %d is %+v", i, p)
			}
		}
	}
	if h.count("orders")+h.count("ledger_entries") != 0 {
		t.Error("something was recorded")
	}
	report := h.tried(imports.Orders, sample(t, "orders-as-found"), imports.Options{})
	if text := report.String(); !strings.HasSuffix(text, "and 1,840 wrong rows more\n1,940 rows read, 1,940 wrong; nothing recorded\n") {
		t.Errorf("told: %s", text[len(text)-100:])
	}
}
