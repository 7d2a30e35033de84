package commissions

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"partnerledger/models"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func ptr[T any](v T) *T { return &v }

// The model: fractions of whole numbers, and loops over everything.

var digitsOf = map[string]int64{"JPY": 0, "USD": 2, "KWD": 3}

func fraction(d decimal.Decimal) *big.Rat { return d.Rat() }

// rounded rounds half away from zero to a number of digits.
func rounded(r *big.Rat, digits int64) *big.Rat {
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(digits), nil)
	scaled := new(big.Rat).Mul(new(big.Rat).Abs(r), new(big.Rat).SetInt(unit))
	twice := new(big.Int).Add(new(big.Int).Mul(scaled.Num(), big.NewInt(2)), scaled.Denom())
	whole := new(big.Int).Quo(twice, new(big.Int).Mul(scaled.Denom(), big.NewInt(2)))
	if r.Sign() < 0 {
		whole.Neg(whole)
	}
	return new(big.Rat).SetFrac(whole, unit)
}

// modelCommission returns nil where nothing earns.
func modelCommission(rules []models.CommissionRule, level int, lines []models.OrderLine, digits int64) *big.Rat {
	var sum *big.Rat
	for _, line := range lines {
		var rule *models.CommissionRule
		for i := range rules {
			r := &rules[i]
			named := r.SKU != nil && *r.SKU == line.SKU
			if r.Level == level && (named || (r.SKU == nil && rule == nil)) {
				rule = r
			}
		}
		if rule == nil {
			continue
		}
		if sum == nil {
			sum = new(big.Rat)
		}
		if rule.Percent != nil {
			amount := rounded(new(big.Rat).Mul(fraction(line.Quantity), fraction(line.UnitPrice)), digits)
			sum.Add(sum, new(big.Rat).Mul(amount, new(big.Rat).Quo(fraction(*rule.Percent), big.NewRat(100, 1))))
		} else {
			sum.Add(sum, new(big.Rat).Mul(fraction(line.Quantity), fraction(*rule.Amount)))
		}
	}
	if sum == nil {
		return nil
	}
	return rounded(sum, digits)
}

func drawDecimal(t *rapid.T, name string, least, most int64) decimal.Decimal {
	digits := rapid.Int32Range(0, 4).Draw(t, name+" digits")
	return decimal.New(rapid.Int64Range(least, most).Draw(t, name), -digits)
}

var skus = []string{"A", "B", "C"}

func drawRules(t *rapid.T) []models.CommissionRule {
	var rules []models.CommissionRule
	for level := 1; level <= models.MaxLevel; level++ {
		for _, sku := range append([]string{""}, skus...) {
			rule := models.CommissionRule{Level: level}
			if sku != "" {
				rule.SKU = &sku
			}
			switch rapid.IntRange(0, 2).Draw(t, fmt.Sprintf("rule %d %s", level, sku)) {
			case 0:
				continue
			case 1:
				rule.Percent = ptr(drawDecimal(t, "percent", 0, 100))
			case 2:
				rule.Amount = ptr(drawDecimal(t, "amount", 0, 100_000))
			}
			rules = append(rules, rule)
		}
	}
	return rules
}

func drawLines(t *rapid.T) []models.OrderLine {
	lines := make([]models.OrderLine, rapid.IntRange(1, 6).Draw(t, "lines"))
	for i := range lines {
		lines[i] = models.OrderLine{
			SKU:       rapid.SampledFrom(append([]string{"other"}, skus...)).Draw(t, "sku"),
			Quantity:  drawDecimal(t, "quantity", 1, 100_000),
			UnitPrice: drawDecimal(t, "price", 1, 1_000_000),
		}
	}
	return lines
}

func TestCommissionIsThatOfTheModel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		currency := rapid.SampledFrom([]string{"JPY", "USD", "KWD"}).Draw(t, "currency")
		o := &models.Order{CurrencyCode: currency, Lines: drawLines(t), Chain: models.Array[int64]{7, 8, 9}}
		rules := drawRules(t)
		price(o)
		at := map[int64]models.LedgerEntry{}
		for _, e := range commissionsOf(o, newRulebook(rules)) {
			at[e.PartnerID] = e
		}
		for i, partner := range o.Chain {
			want := modelCommission(rules, i+1, o.Lines, digitsOf[currency])
			entry, earns := at[partner]
			if earns != (want != nil) {
				t.Fatalf("level %d earns: %v, by the model: %v", i+1, earns, want != nil)
			}
			if earns && fraction(entry.Amount).Cmp(want) != 0 {
				t.Fatalf("level %d earns %s, by the model %s", i+1, entry.Amount, want.FloatString(6))
			}
		}
	})
}

func TestTotalIsTheSumOfRoundedLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		currency := rapid.SampledFrom([]string{"JPY", "USD", "KWD"}).Draw(t, "currency")
		o := &models.Order{CurrencyCode: currency, Lines: drawLines(t)}
		price(o)
		sum := new(big.Rat)
		for _, l := range o.Lines {
			sum.Add(sum, rounded(new(big.Rat).Mul(fraction(l.Quantity), fraction(l.UnitPrice)), digitsOf[currency]))
		}
		if fraction(o.Total).Cmp(sum) != 0 {
			t.Fatalf("total %s, by the model %s", o.Total, sum.FloatString(6))
		}
	})
}

func TestRoundedOnce(t *testing.T) {
	for _, c := range []struct {
		name, currency, rule string
		lines                [][2]string // quantity, price
		want                 string
	}{
		{"cents that halves add up to are kept", "USD", "10%", [][2]string{{"1", "0.05"}, {"1", "0.05"}}, "0.01"},
		{"half a cent goes up", "USD", "10%", [][2]string{{"1", "0.25"}}, "0.03"},
		{"just under half a cent goes down", "USD", "10%", [][2]string{{"1", "0.24"}}, "0.02"},
		{"yen have no digits", "JPY", "10%", [][2]string{{"3", "335"}}, "101"},
		{"dinars have three", "KWD", "10%", [][2]string{{"1", "0.125"}}, "0.013"},
		{"a line is rounded before its percent", "JPY", "50%", [][2]string{{"1", "2.5"}}, "2"},
		{"an amount a unit is not", "USD", "0.333", [][2]string{{"2.5", "1"}}, "0.83"},
		{"a commission of zero is still one", "USD", "0%", [][2]string{{"1", "10"}}, "0.00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rule := models.CommissionRule{Level: 1}
			if number, percent := c.rule[:len(c.rule)-1], c.rule[len(c.rule)-1] == '%'; percent {
				rule.Percent = ptr(dec(number))
			} else {
				rule.Amount = ptr(dec(c.rule))
			}
			o := &models.Order{CurrencyCode: c.currency}
			for _, l := range c.lines {
				o.Lines = append(o.Lines, models.OrderLine{SKU: "A", Quantity: dec(l[0]), UnitPrice: dec(l[1])})
			}
			price(o)
			got, earns := newRulebook([]models.CommissionRule{rule}).commission(1, o.Lines, c.currency)
			if !earns || models.DecimalString(got) != c.want {
				t.Errorf("%s (%v), want %s", models.DecimalString(got), earns, c.want)
			}
		})
	}
}
