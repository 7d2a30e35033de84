package commissions

import (
	"github.com/shopspring/decimal"

	"partnerledger/models"
)

// This file is arithmetic alone: no database, no clock.

// rulebook is a program's rules by level, then SKU. The rule for all SKUs that no other names is under "".
type rulebook [models.MaxLevel + 1]map[string]models.CommissionRule

func newRulebook(rules []models.CommissionRule) *rulebook {
	book := new(rulebook)
	for _, r := range rules {
		if book[r.Level] == nil {
			book[r.Level] = map[string]models.CommissionRule{}
		}
		sku := ""
		if r.SKU != nil {
			sku = *r.SKU
		}
		book[r.Level][sku] = r
	}
	return book
}

func (b *rulebook) rule(level int, sku string) (rule models.CommissionRule, found bool) {
	if rule, found = b[level][sku]; !found {
		rule, found = b[level][""]
	}
	return rule, found
}

// commission returns what a level earns on an order, and whether any rule is about any of its lines. What no rule is
// about earns nothing and leaves no entry; a rule of zero percent leaves one of zero.
func (b *rulebook) commission(level int, lines []models.OrderLine, currency string) (sum decimal.Decimal, earns bool) {
	for _, line := range lines {
		if rule, found := b.rule(level, line.SKU); found {
			sum, earns = sum.Add(exactly(rule, line)), true
		}
	}
	return models.InCurrency(sum, currency), earns
}

// exactly returns what a rule gives for a line, not rounded: that happens once, to the sum.
func exactly(rule models.CommissionRule, line models.OrderLine) decimal.Decimal {
	if rule.Percent != nil {
		return line.Amount.Mul(*rule.Percent).Shift(-2)
	}
	return line.Quantity.Mul(*rule.Amount)
}

// price sets the amounts of the lines and their total.
func price(o *models.Order) {
	o.Total = models.InCurrency(decimal.Zero, o.CurrencyCode)
	for i := range o.Lines {
		line := &o.Lines[i]
		line.Amount = models.InCurrency(line.Quantity.Mul(line.UnitPrice), o.CurrencyCode)
		o.Total = o.Total.Add(line.Amount)
	}
}

// clawback returns what a refund takes back of a commission: its share, rounded, but never more than is left, and all
// that is left where the order is now refunded as a whole.
func clawback(commission, taken, refund, refundedBefore, total decimal.Decimal, currency string) decimal.Decimal {
	left := commission.Sub(taken)
	if refundedBefore.Add(refund).Equal(total) {
		return left
	}
	share := commission.Mul(refund).DivRound(total, models.Digits(currency))
	return decimal.Min(share, left)
}
