package commissions

import (
	"math/big"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"partnerledger/models"
)

// Whatever the refunds of an order are: each takes its share to half a minor unit, unless less is left; together they
// never take more than was earned, and all of it once the whole order is refunded.
func TestClawbacksOfAnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		currency := rapid.SampledFrom([]string{"JPY", "USD", "KWD"}).Draw(t, "currency")
		digits := models.Digits(currency)
		total := decimal.New(rapid.Int64Range(1, 1_000_000).Draw(t, "total"), -digits)
		commission := decimal.New(rapid.Int64Range(0, 1_500_000).Draw(t, "commission"), -digits)
		halfUnit := big.NewRat(1, 2)
		halfUnit.Quo(halfUnit, decimal.New(1, digits).Rat())
		refunded, taken := decimal.Zero, decimal.Zero
		for i := 0; refunded.LessThan(total); i++ {
			left := total.Sub(refunded)
			refund := left
			if i < 20 {
				refund = decimal.New(rapid.Int64Range(1, left.Shift(digits).IntPart()).Draw(t, "refund"), -digits)
			}
			took := clawback(commission, taken, refund, refunded, total, currency)
			share := new(big.Rat).Quo(commission.Mul(refund).Rat(), total.Rat())
			off := new(big.Rat).Sub(took.Rat(), share)
			last, rest := refund.Equal(left), commission.Sub(taken)
			if !last && off.Abs(off).Cmp(halfUnit) > 0 && !took.Equal(rest) {
				t.Fatalf("took %s, the share is %s", took, share.FloatString(6))
			}
			refunded, taken = refunded.Add(refund), taken.Add(took)
			if took.IsNegative() || taken.GreaterThan(commission) {
				t.Fatalf("took %s, in all %s of %s", took, taken, commission)
			}
			if !took.Equal(models.InCurrency(took, currency)) {
				t.Fatalf("%s has more digits than %s", took, currency)
			}
		}
		if !taken.Equal(commission) {
			t.Fatalf("all is refunded, but only %s of %s was taken", taken, commission)
		}
	})
}

func TestClawbackRounding(t *testing.T) {
	for _, c := range []struct{ currency, commission, taken, refund, before, total, want string }{
		{"USD", "0.05", "0", "5.00", "0", "10.00", "0.03"}, // half a cent up
		{"USD", "0.05", "0.03", "2.50", "5.00", "10.00", "0.01"},
		{"USD", "0.05", "0.03", "5.00", "5.00", "10.00", "0.02"}, // the last one takes what is left
		{"USD", "0.01", "0.01", "5.00", "5.00", "10.00", "0"},    // nothing is left
		{"USD", "0.02", "0.01", "9.00", "0.50", "10.00", "0.01"}, // no more than is left
		{"JPY", "5", "0", "1", "0", "2", "3"},
		{"KWD", "0.005", "0", "1.000", "0", "2.000", "0.003"},
		{"USD", "10.00", "0", "0.01", "0", "100.00", "0"}, // too small a share
	} {
		got := clawback(dec(c.commission), dec(c.taken), dec(c.refund), dec(c.before), dec(c.total), c.currency)
		if !got.Equal(dec(c.want)) {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

func TestContentHash(t *testing.T) {
	order := func(change func(*models.Order)) string {
		o := &models.Order{OrderID: "1", OrderedAt: time.Unix(1e9, 0).UTC(), PartnerID: 7, CurrencyCode: "USD", Lines: []models.OrderLine{
			{SKU: "A", Description: "B", Quantity: dec("1"), UnitPrice: dec("1.5")},
			{SKU: "C", Description: "", Quantity: dec("2"), UnitPrice: dec("3")},
		}}
		change(o)
		return contentHash(o)
	}
	plain := order(func(*models.Order) {})
	if order(func(o *models.Order) { o.Lines[0].UnitPrice = dec("1.50") }) != plain {
		t.Error("1.5 and 1.50 are the same price")
	}
	different := map[string]func(*models.Order){
		"id":          func(o *models.Order) { o.OrderID = "2" },
		"instant":     func(o *models.Order) { o.OrderedAt = o.OrderedAt.Add(time.Microsecond) },
		"partner":     func(o *models.Order) { o.PartnerID = 8 },
		"customer":    func(o *models.Order) { o.CustomerID = ptr("null") },
		"currency":    func(o *models.Order) { o.CurrencyCode = "EUR" },
		"sku":         func(o *models.Order) { o.Lines[1].SKU = "D" },
		"description": func(o *models.Order) { o.Lines[1].Description = "D" },
		"shifted":     func(o *models.Order) { o.Lines[0].SKU, o.Lines[0].Description = "AB", "" },
		"quoted":      func(o *models.Order) { o.Lines[0].SKU = `A","B` },
		"quantity":    func(o *models.Order) { o.Lines[0].Quantity = dec("1.1") },
		"price":       func(o *models.Order) { o.Lines[0].UnitPrice = dec("1.51") },
		"order":       func(o *models.Order) { o.Lines[0], o.Lines[1] = o.Lines[1], o.Lines[0] },
		"fewer":       func(o *models.Order) { o.Lines = o.Lines[:1] },
	}
	seen := map[string]string{plain: "plain"}
	for name, change := range different {
		hash := order(change)
		if other, twice := seen[hash]; twice {
			t.Errorf("%s and %s have one hash", name, other)
		}
		seen[hash] = name
	}
}
