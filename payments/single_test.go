package payments_test

import (
	"strings"
	"testing"

	"partnerledger/models"
	"partnerledger/payments"
)

// TestOneOffPayment: a request id records one payment, however often and from however many it is sent; with another
// content it is a CONFLICT.
func TestOneOffPayment(t *testing.T) {
	d, p := four(t)
	single := payments.Single{PartnerID: p["A"].ID, Amount: dec("20.5"), Type: "CASH", Note: ptr("advance"), RequestID: "r1"}
	d.atOnce(5, func(int) {
		payment, err := d.pay.CreateSingle(t.Context(), single, "tester")
		if err != nil || models.DecimalString(payment.Amount) != "20.50" || payment.Date != day("2011-06-15") || payment.Basis() != nil {
			t.Errorf("%+v, %v", payment, err)
		}
	})
	d.Clock = d.Clock.AddDate(0, 0, 1)
	again, err := d.pay.CreateSingle(t.Context(), single, "tester")
	must(t, err)
	if again.Date != day("2011-06-15") || d.Owed(p["A"]) != "100.00" {
		t.Errorf("on the next day: dated %s, A is owed %s", again.Date, d.Owed(p["A"]))
	}
	// What was left out was the partner's currency of that day.
	must(t, d.DB.Model(p["A"]).Update("currency_code", "JPY").Error)
	if again, err = d.pay.CreateSingle(t.Context(), single, "tester"); err != nil || again.CurrencyCode != "USD" {
		t.Errorf("after another currency: %+v, %v", again, err)
	}
	other := single
	other.Amount = dec("20.51")
	_, err = d.pay.CreateSingle(t.Context(), other, "tester")
	refused(t, err, models.CodeConflict, "requestId")
	other = single
	other.Date = ptr(day("2011-06-16"))
	_, err = d.pay.CreateSingle(t.Context(), other, "tester")
	refused(t, err, models.CodeConflict, "requestId")
	d.addsUp()
}

// TestOneOffMistakes: each is told by the argument's name.
func TestOneOffMistakes(t *testing.T) {
	d, p := four(t)
	good := payments.Single{PartnerID: p["A"].ID, Amount: dec("1"), Type: "CASH", RequestID: "r"}
	for field, change := range map[string]func(*payments.Single){
		"amount":       func(s *payments.Single) { s.Amount = dec("0") },
		"amount ":      func(s *payments.Single) { s.Amount = dec("-1") },
		"amount  ":     func(s *payments.Single) { s.Amount = dec("0.001") },
		"amount   ":    func(s *payments.Single) { s.Amount, s.CurrencyCode = dec("1.5"), ptr("JPY") },
		"requestId":    func(s *payments.Single) { s.RequestID = "" },
		"note":         func(s *payments.Single) { s.Note = ptr("a\x00b") },
		"currencyCode": func(s *payments.Single) { s.CurrencyCode = ptr("XYZ") },
	} {
		single := good
		change(&single)
		_, err := d.pay.CreateSingle(t.Context(), single, "tester")
		refused(t, err, models.CodeInvalid, strings.TrimSpace(field))
	}
	missing := good
	missing.PartnerID = 999
	_, err := d.pay.CreateSingle(t.Context(), missing, "tester")
	refused(t, err, models.CodeNotFound, "partnerId")
}

// TestSearch: every criterion selects what it says, count and total with it; pages join to the whole, newest first.
func TestSearch(t *testing.T) {
	d, p := four(t)
	batch := d.create(ending())
	for id, single := range map[string]payments.Single{
		"1": {PartnerID: p["B"].ID, Amount: dec("5"), Type: "WISE", Date: ptr(day("2011-05-01"))},
		"2": {PartnerID: p["C"].ID, Amount: dec("7"), Type: "CASH", Date: ptr(day("2011-07-01"))},
		"3": {PartnerID: p["C"].ID, Amount: dec("9"), Type: "CASH", CurrencyCode: ptr("EUR")},
	} {
		single.RequestID = id
		_, err := d.pay.CreateSingle(t.Context(), single, "tester")
		must(t, err)
	}
	wise := models.PaymentType("WISE")
	for want, c := range map[string]payments.Criteria{
		"7 3 120.5 5":   {},
		"9":             {CurrencyCode: ptr("EUR")},
		"3 120.5 5":     {Period: period("2011-05-01", "2011-06-15")},
		"3 120.5":       {BatchID: ptr("BATCH-20110615")},
		"3 120.5 ":      {InBatch: ptr(true)},
		"7 5":           {InBatch: ptr(false)},
		"7":             {PartnerIDs: []int64{p["C"].ID}},
		"":              {PartnerIDs: []int64{}},
		"7 120.5 5":     {MinimumAmount: ptr(dec("5"))},
		"3 5":           {MaximumAmount: ptr(dec("5.00"))},
		"5":             {Type: &wise},
		" ":             {BatchID: ptr("none")},
		"7 3 120.5 5  ": {Period: period("2011-05-01", "2011-07-01")},
	} {
		var all []string
		total := dec("0")
		page := models.Page{First: 1}
		for {
			found, err := d.pay.Search(t.Context(), c, page, true)
			must(t, err)
			for _, payment := range found.Nodes {
				all, total = append(all, payment.Amount.String()), total.Add(payment.Amount)
			}
			if !found.HasNextPage {
				if found.Count != len(all) || !found.TotalAmount.Equal(total) {
					t.Errorf("%+v: count %d, total %s", c, found.Count, found.TotalAmount)
				}
				break
			}
			page.After = &found.Cursors[0]
		}
		if got := strings.Join(all, " "); got != strings.TrimSpace(want) {
			t.Errorf("%+v finds %q, want %q", c, got, want)
		}
	}
	skipped, err := d.pay.SkippedOf(t.Context(), []int64{batch.ID}, models.Page{First: 1})
	must(t, err)
	if s := skipped[batch.ID]; s.Nodes[0].Name != "B" || !s.HasNextPage {
		t.Errorf("skipped %+v", s)
	}
}
