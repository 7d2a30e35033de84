package ledger_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"partnerledger/ledger"
	"partnerledger/models"
)

// june is a report with everything in it that criteria and orders can tell apart.
func june(t *testing.T) (*books, map[string]*models.Partner) {
	b := open(t)
	program := models.CommissionProgram{Name: "Gold"}
	must(t, b.DB.Create(&program).Error)
	mail := "Zoë@example.com"
	p := map[string]*models.Partner{}
	p["A"] = b.Partner(models.Partner{Code: "A", Name: "zebra"})
	p["B"] = b.Partner(models.Partner{Code: "b", Name: "Émile", Email: &mail, ParentID: &p["A"].ID})
	p["C"] = b.Partner(models.Partner{Code: "C", Name: "Foo_100%", Status: models.PartnerInactive})
	p["D"] = b.Partner(models.Partner{Code: "D", Name: "eve", ProgramID: &program.ID})
	p["E"] = b.Partner(models.Partner{Code: "E", Name: "euro", CurrencyCode: "EUR"})
	b.Record(
		b.Entry(p["A"], models.Commission, "2011-04-30", "100"), b.Entry(p["A"], models.Commission, "2011-05-01", "1"),
		b.Entry(p["B"], models.Commission, "2011-05-31", "20.5"), b.Entry(p["C"], models.Adjustment, "2011-05-02", "-7"),
	)
	b.Payment(p["A"], "2011-05-05", "-60")
	return b, p
}

func codes(r *ledger.Report) string {
	var all []string
	for _, l := range r.Nodes {
		all = append(all, l.Partner.Code)
	}
	return strings.Join(all, " ")
}

// TestCriteria: every criterion selects what it says; rows, count and totals agree. The period left out is the last full
// calendar month, May 2011.
func TestCriteria(t *testing.T) {
	b, p := june(t)
	inactive := models.PartnerInactive
	for want, c := range map[string]ledger.Criteria{
		"b D C A":   {},
		"A":         {PartnerIDs: []int64{p["A"].ID, p["E"].ID}},
		"":          {PartnerIDs: []int64{}},
		"b":         {Search: ptr("zOË@")},
		"C":         {Search: ptr("o_1")},
		"C ":        {Search: ptr("100%")},
		"D":         {ProgramID: p["D"].ProgramID},
		"b ":        {ParentID: &p["A"].ID},
		"C  ":       {Status: &inactive},
		"b A":       {MinimumEndingBalance: ptr(dec("20.50"))},
		"b C A":     {NonZeroOnly: true},
		"b D C A  ": {Search: ptr("")},
		"E":         {CurrencyCode: ptr("EUR")},
		"  ":        {CurrencyCode: ptr("JPY")},
		"A ":        {Period: period("2010-01-01", "2011-04-30"), NonZeroOnly: true},
	} {
		report := b.report(ledger.Query{Criteria: c})
		total := decimal.Zero
		for _, l := range report.Nodes {
			total = total.Add(l.EndingBalance)
		}
		if got := codes(report); got != strings.TrimSpace(want) || report.Count != len(report.Nodes) || !report.Totals.EndingBalance.Equal(total) {
			t.Errorf("%+v selects %q (count %d, total %s), want %q", c, got, report.Count, report.Totals.EndingBalance, want)
		}
		for _, field := range []ledger.OrderField{"PARTNER_CODE", "BEGINNING_BALANCE", "COMMISSIONS", "PAYMENTS", "ENDING_BALANCE"} {
			other := b.report(ledger.Query{Criteria: c, Order: ledger.Order{Field: field, Direction: "DESC"}})
			if other.Count != report.Count || len(other.Nodes) != len(report.Nodes) {
				t.Errorf("%+v selects %d by %s, %d by name", c, len(other.Nodes), field, len(report.Nodes))
			}
		}
	}
}

// TestEntriesBringPartnersIntoTheReport: a partner who is paid in another currency is on the report of one in which it has entries.
func TestEntriesBringPartnersIntoTheReport(t *testing.T) {
	b, p := june(t)
	e := b.Entry(p["A"], models.Commission, "2011-05-09", "3")
	e.CurrencyCode = "EUR"
	b.Record(e)
	report := b.report(ledger.Query{Criteria: ledger.Criteria{CurrencyCode: ptr("EUR")}})
	if codes(report) != "E A" || !report.Totals.EndingBalance.Equal(dec("3")) {
		t.Errorf("got %q, total %s", codes(report), report.Totals.EndingBalance)
	}
}

// TestEveryOrder: each column orders the report both ways, ties by id, and pages of any size join to the whole.
func TestEveryOrder(t *testing.T) {
	b, _ := june(t)
	for field, ascending := range map[ledger.OrderField]string{
		"PARTNER_NAME": "b D C A", "PARTNER_CODE": "A C D b", "BEGINNING_BALANCE": "b C D A", "COMMISSIONS": "C D A b",
		"PAYMENTS": "b C D A", "ENDING_BALANCE": "C D b A",
	} {
		for _, direction := range []ledger.Direction{"ASC", "DESC"} {
			want := strings.Fields(ascending)
			if direction == "DESC" {
				slices.Reverse(want)
			}
			for size := 1; size <= 4; size++ {
				if got := b.pages(ledger.Order{Field: field, Direction: direction}, size, nil); got != strings.Join(want, " ") {
					t.Errorf("%s %s by pages of %d: %q, want %q", field, direction, size, got, strings.Join(want, " "))
				}
			}
		}
	}
}

// pages reads a report page by page; between is called after each.
func (b *books) pages(order ledger.Order, size int, between func()) string {
	b.T.Helper()
	var all []string
	page := models.Page{First: size}
	for {
		r := b.report(ledger.Query{Order: order, Page: page})
		all = append(all, codes(r))
		if r.HasPreviousPage != (page.After != nil) {
			b.T.Errorf("hasPreviousPage is %v after %v", r.HasPreviousPage, page.After)
		}
		if !r.HasNextPage {
			return strings.Join(all, " ")
		}
		page.After = &r.Cursors[len(r.Cursors)-1]
		if between != nil {
			between()
		}
	}
}

// TestCursorsHoldWhileEntriesArrive: partners and entries that arrive between two pages neither repeat nor hide a row.
func TestCursorsHoldWhileEntriesArrive(t *testing.T) {
	b, p := june(t)
	n := 0
	got := b.pages(ledger.Order{Field: "PARTNER_NAME", Direction: "ASC"}, 1, func() {
		n++
		b.Partner(models.Partner{Code: fmt.Sprintf("N%d", n), Name: fmt.Sprintf("aardvark %d", n)})
		b.Record(b.Entry(p["D"], models.Commission, "2011-05-03", "1000"))
	})
	if got != "b D C A" {
		t.Errorf("pages joined to %q", got)
	}
}

// TestMistakesAreTold: what can't be asked for is a UserError that names the argument.
func TestMistakesAreTold(t *testing.T) {
	b, _ := june(t)
	byName := ledger.Order{Field: "PARTNER_NAME", Direction: "ASC"}
	first := b.report(ledger.Query{Order: byName, Page: models.Page{First: 1}})
	for field, q := range map[string]ledger.Query{
		"criteria.period.end":   {Order: byName, Page: models.Page{First: 1}, Criteria: ledger.Criteria{Period: period("2011-05-02", "2011-05-01")}},
		"criteria.currencyCode": {Order: byName, Page: models.Page{First: 1}, Criteria: ledger.Criteria{CurrencyCode: ptr("XXY")}},
		"criteria.search":       {Order: byName, Page: models.Page{First: 1}, Criteria: ledger.Criteria{Search: ptr("eve\nD")}},
		"first":                 {Order: byName, Page: models.Page{First: 501}},
		"after":                 {Order: ledger.Order{Field: "PAYMENTS", Direction: "ASC"}, Page: models.Page{First: 1, After: &first.Cursors[0]}},
		"after ":                {Order: byName, Page: models.Page{First: 1, After: ptr("rubbish")}},
		"orderBy.field":         {Order: ledger.Order{Field: "id; DROP TABLE partners"}, Page: models.Page{First: 1}},
	} {
		_, err := b.Report(t.Context(), q)
		problems, all := models.UserErrors(err)
		if !all || len(problems) != 1 || strings.Join(problems[0].Field, ".") != strings.TrimSpace(field) {
			t.Errorf("%s: got %v", field, err)
		}
	}
}
