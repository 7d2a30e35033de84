//go:build unix

package main

import (
	"fmt"
	"maps"
	"strings"

	"github.com/shopspring/decimal"
)

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
	shares := map[place]*share{}
	for _, e := range t.entries {
		switch e.Kind {
		case "COMMISSION":
			shares[place{e.partner, e.Source}] = &share{earned: e.Amount, left: e.Amount, total: t.orders[between(e.Source)].total}
		case "CLAWBACK":
			s, f := shares[place{e.partner, e.commission}], t.refunds[between(e.Source)]
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
