package models

import "github.com/shopspring/decimal"

// Figures are the sums of a report, of one ledger or of many, in one currency over one period.
// EndingBalance = BeginningBalance + CommissionsEarned + Clawbacks + Adjustments - Payments.
type Figures struct {
	BeginningBalance  decimal.Decimal // every entry before the period
	CommissionsEarned decimal.Decimal
	Clawbacks         decimal.Decimal // zero or negative
	Adjustments       decimal.Decimal
	Payments          decimal.Decimal // net of reversals: positive when paid
	EndingBalance     decimal.Decimal
}

// Commissions returns the commissions column of the report: earned plus clawed back.
func (f *Figures) Commissions() decimal.Decimal { return f.CommissionsEarned.Add(f.Clawbacks) }

// InCurrency gives every figure the digits of the currency. The figures are sums of amounts that have them already:
// nothing is rounded, but a zero that Postgres found in no rows gets its cents.
func (f *Figures) InCurrency(code string) {
	for _, d := range []*decimal.Decimal{
		&f.BeginningBalance, &f.CommissionsEarned, &f.Clawbacks, &f.Adjustments, &f.Payments, &f.EndingBalance,
	} {
		*d = InCurrency(*d, code)
	}
}
