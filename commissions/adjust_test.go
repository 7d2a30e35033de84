package commissions_test

import (
	"sync"
	"testing"

	"partnerledger/commissions"
	"partnerledger/models"
)

func adjustment(p *models.Partner, amount string) commissions.AdjustInput {
	return commissions.AdjustInput{PartnerID: p.ID, Amount: dec(amount), Reason: "a bonus", RequestID: "q1"}
}

func TestAdjust(t *testing.T) {
	h := open(t)
	a := h.partner("A", nil)
	e, err := h.Adjust(t.Context(), adjustment(a, "-7.5"))
	must(t, err)
	if models.DecimalString(e.Amount) != "-7.50" || e.Kind != models.Adjustment || e.Date != day("2011-06-15") ||
		e.CurrencyCode != "USD" || e.Source != "adjustment:q1" || e.Description != "a bonus" || e.ID == 0 {
		t.Errorf("recorded %+v", e)
	}
	in := adjustment(a, "100")
	in.RequestID, in.Date, in.CurrencyCode = "q2", ptr(day("2010-01-31")), ptr("JPY")
	if e, err = h.Adjust(t.Context(), in); err != nil || models.DecimalString(e.Amount) != "100" || e.Date != *in.Date || e.CurrencyCode != "JPY" {
		t.Errorf("recorded %+v, %v", e, err)
	}
	h.addsUp()
}

func TestAdjustIsRefused(t *testing.T) {
	h := open(t)
	a := h.partner("A", nil)
	for _, c := range []struct {
		name   string
		change func(*commissions.AdjustInput)
		want   string
	}{
		{"nobody", func(in *commissions.AdjustInput) { in.PartnerID = 0 }, "NOT_FOUND partnerId"},
		{"nothing", func(in *commissions.AdjustInput) { in.Amount = dec("0.00") }, "INVALID amount"},
		{"too much", func(in *commissions.AdjustInput) { in.Amount = dec("-1000000000000000") }, "INVALID amount"},
		{"tenths of cents", func(in *commissions.AdjustInput) { in.Amount = dec("0.001") }, "INVALID amount"},
		{"cents of yen", func(in *commissions.AdjustInput) { in.CurrencyCode = ptr("JPY") }, "INVALID amount"},
		{"no currency", func(in *commissions.AdjustInput) { in.CurrencyCode = ptr("usd") }, "INVALID currencyCode"},
		{"no reason", func(in *commissions.AdjustInput) { in.Reason = "" }, "INVALID reason"},
		{"no request id", func(in *commissions.AdjustInput) { in.RequestID = "" }, "INVALID requestId"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := adjustment(a, "1.50")
			c.change(&in)
			e, err := h.Adjust(t.Context(), in)
			refusedWith(t, err, c.want)
			if e != nil {
				t.Errorf("answered %+v", e)
			}
		})
	}
	if n := h.entries(); n != 0 {
		t.Errorf("%d entries", n)
	}
}

func TestTheSameAdjustmentAgain(t *testing.T) {
	h := open(t)
	a, b := h.partner("A", nil), h.partner("B", nil)
	first, err := h.Adjust(t.Context(), adjustment(a, "1.50"))
	must(t, err)
	h.clock = h.clock.AddDate(0, 0, 1)
	same := adjustment(a, "1.5")
	again, err := h.Adjust(t.Context(), same)
	if err != nil || again.ID != first.ID || again.Date != first.Date {
		t.Errorf("%+v, %v", again, err)
	}
	must(t, h.DB.Model(a).Update("currency_code", "JPY").Error)
	if again, err = h.Adjust(t.Context(), same); err != nil || again.ID != first.ID {
		t.Errorf("after another currency: %+v, %v", again, err)
	}
	same.Date, same.CurrencyCode = &first.Date, ptr("USD")
	if again, err = h.Adjust(t.Context(), same); err != nil || again.ID != first.ID {
		t.Errorf("%+v, %v", again, err)
	}
	for name, change := range map[string]func(*commissions.AdjustInput){
		"amount":   func(in *commissions.AdjustInput) { in.Amount = dec("1.51") },
		"reason":   func(in *commissions.AdjustInput) { in.Reason = "another" },
		"date":     func(in *commissions.AdjustInput) { in.Date = ptr(day("2011-06-16")) },
		"currency": func(in *commissions.AdjustInput) { in.CurrencyCode = ptr("EUR") },
	} {
		t.Run(name, func(t *testing.T) {
			in := adjustment(a, "1.50")
			change(&in)
			_, err := h.Adjust(t.Context(), in)
			refusedWith(t, err, "CONFLICT requestId")
		})
	}
	// Request ids are each partner's own.
	if other, err := h.Adjust(t.Context(), adjustment(b, "2")); err != nil || other.PartnerID != b.ID {
		t.Errorf("%+v, %v", other, err)
	}
	if h.balance(a) != "1.50" {
		t.Errorf("the balance is %s", h.balance(a))
	}
}

func TestAdjustmentsAtOnce(t *testing.T) {
	h := open(t)
	a := h.partner("A", nil)
	var ids sync.Map
	for _, err := range tenTimes(func(int) error {
		e, err := h.Adjust(t.Context(), adjustment(a, "1.50"))
		if err == nil {
			ids.Store(e.ID, true)
		}
		return err
	}) {
		t.Error(err)
	}
	n := 0
	ids.Range(func(any, any) bool { n++; return true })
	if n != 1 || h.balance(a) != "1.50" {
		t.Errorf("%d entries were answered, the balance is %s", n, h.balance(a))
	}
}
