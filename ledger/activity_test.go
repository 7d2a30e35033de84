package ledger_test

import (
	"strings"
	"testing"

	"partnerledger/ledger"
	"partnerledger/models"
)

// TestMonthsAreTheReportsOfMonths: what moved in each month is the totals of that month's report, and what moved in a
// partner's ledger is the ledger of that month, closed or not.
func TestMonthsAreTheReportsOfMonths(t *testing.T) {
	b, p := june(t)
	for range 2 {
		months, err := b.Months(t.Context(), 4, nil, nil)
		must(t, err)
		for i, start := range []string{"2011-03-01", "2011-04-01", "2011-05-01", "2011-06-01"} {
			if months[i].Period.Start != day(start) {
				t.Fatalf("month %d is %v", i, months[i].Period)
			}
			report := b.report(ledger.Query{Criteria: ledger.Criteria{Period: &months[i].Period}})
			if !same(months[i].Sums, report.Totals) {
				t.Errorf("%s: %v, the report says %v", start, months[i].Sums, report.Totals)
			}
			of, err := b.MonthsOf(t.Context(), 4, nil, "USD", []int64{p["A"].ID, p["B"].ID, p["E"].ID})
			must(t, err)
			single, err := b.Ledgers(t.Context(), &months[i].Period, "USD", []int64{p["A"].ID, p["B"].ID, p["E"].ID})
			must(t, err)
			for _, who := range []string{"A", "B", "E"} {
				alone := of[p[who].ID][i]
				if !same(alone.Sums, single[p[who].ID].Figures) || alone.Period != months[i].Period || single[p[who].ID].Partner.Code != p[who].Code {
					t.Errorf("%s, %s: %v, the ledger says %v", start, who, alone, single[p[who].ID])
				}
			}
		}
		b.closeMonths()
	}
	may := day("2011-05-31")
	months, err := b.Months(t.Context(), 1, &may, ptr("EUR"))
	must(t, err)
	if len(months) != 1 || months[0].Period != *period("2011-05-01", "2011-05-31") || models.DecimalString(months[0].Sums.EndingBalance) != "0.00" {
		t.Errorf("one month of another currency: %+v", months)
	}
	for _, last := range []int{0, 121} {
		_, err := b.Months(t.Context(), last, nil, nil)
		if found, _ := models.UserErrors(err); len(found) != 1 || strings.Join(found[0].Field, "") != "last" {
			t.Errorf("%d months: %v", last, err)
		}
	}
}
