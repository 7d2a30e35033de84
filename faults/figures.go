//go:build unix

package main

import (
	"fmt"

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
