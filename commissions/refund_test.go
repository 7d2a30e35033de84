package commissions_test

import (
	"fmt"
	"sync/atomic"
	"testing"

	"gorm.io/gorm"

	"partnerledger/commissions"
	"partnerledger/ledger"
	"partnerledger/models"
)

func TestRefundsOfAnOrder(t *testing.T) {
	h := open(t)
	a, b, c := h.family()
	h.rules("1 10%", "2 5%", "3 0%")
	h.record(order("1", "X 1 9.99", "Y 3 0.03")) // 10.08: 1.01, 0.50, 0.00
	for _, step := range []struct {
		amount string
		want   []string
	}{
		{"5.04", []string{"A CLAWBACK -0.51 refund:R0/1", "B CLAWBACK -0.25 refund:R0/2"}},
		{"0.01", []string{"A CLAWBACK 0.00 refund:R1/1", "B CLAWBACK 0.00 refund:R1/2"}},
		{"5.03", []string{"A CLAWBACK -0.50 refund:R2/1", "B CLAWBACK -0.25 refund:R2/2"}},
	} {
		id := step.want[0][len(step.want[0])-4 : len(step.want[0])-2]
		equal(t, told(h.refund(id, "1", step.amount).Entries, a, b, c), step.want)
	}
	_, err := h.RecordRefund(t.Context(), refund("R3", "1", "0.01"))
	refusedWith(t, err, "INVALID input.amount")
	if h.balance(a) != "0.00" || h.balance(b) != "0.00" {
		t.Errorf("%s and %s are left", h.balance(a), h.balance(b))
	}
	h.addsUp()
}

func TestClawbackNamesItsCommission(t *testing.T) {
	h := open(t)
	h.partner("A", nil)
	h.record(order("1", "X 1 100"))
	e := h.refund("R", "1", "50").Entries[0]
	if *e.CommissionSource != "order:1/1" || e.Date != day("2011-06-12") || e.Description != "Refund R of order 1, level 1" || e.CurrencyCode != "USD" {
		t.Errorf("recorded %+v", e)
	}
	o, err := h.Order(t.Context(), "1")
	must(t, err)
	entries, err := h.OrderEntries(t.Context(), o)
	must(t, err)
	if len(entries) != 2 || entries[1].Source != "refund:R/1" {
		t.Errorf("the order's entries are %+v", entries)
	}
}

// Refunds find who earned, though parents, programs and rules have changed since.
func TestRefundAfterChanges(t *testing.T) {
	h := open(t)
	a, b, _ := h.family()
	h.rules("1 10%", "2 5%")
	h.record(order("1", "X 1 100"))
	h.rules("1 50%", "3 7%")
	must(t, h.DB.Model(a).Update("parent_id", nil).Error)
	equal(t, told(h.refund("R", "1", "100").Entries, a, b), []string{"A CLAWBACK -10.00 refund:R/1", "B CLAWBACK -5.00 refund:R/2"})
}

func TestRefundAfterPayment(t *testing.T) {
	h := open(t)
	a := h.partner("A", nil)
	h.record(order("1", "X 1 100"))
	payment := models.Payment{
		PartnerID: a.ID, RequestID: ptr("p"), CurrencyCode: "USD", Amount: dec("10"), Type: "CHECK",
		Date: day("2011-06-11"), CreatedAt: h.clock,
	}
	must(t, h.DB.Omit("id").Create(&payment).Error)
	must(t, h.DB.Raw("SELECT max(id) FROM payments").Scan(&payment.ID).Error)
	must(t, h.inTransaction(func(tx *gorm.DB) error {
		_, err := ledger.Record(tx, []models.LedgerEntry{{
			PartnerID: a.ID, CurrencyCode: "USD", Date: payment.Date,
			Kind: models.PaymentMade, Amount: dec("-10"), Source: "payment:1", PaymentID: &payment.ID, RecordedAt: h.clock,
		}})
		return err
	}))
	h.refund("R", "1", "100")
	if got := h.balance(a); got != "-10.00" {
		t.Errorf("the balance is %s", got)
	}
}

func TestRefundIsRefused(t *testing.T) {
	h := open(t)
	h.partner("A", nil)
	h.record(order("1", "X 1 100"))
	h.refund("there", "1", "10")
	for _, c := range []struct {
		name   string
		change func(*commissions.RefundInput)
		want   string
	}{
		{"no id", func(r *commissions.RefundInput) { r.RefundID = "" }, "INVALID input.refundId"},
		{"no order", func(r *commissions.RefundInput) { r.OrderID = "" }, "INVALID input.orderId"},
		{"unknown order", func(r *commissions.RefundInput) { r.OrderID = "2" }, "NOT_FOUND input.orderId"},
		{"nothing", func(r *commissions.RefundInput) { r.Amount = dec("0") }, "INVALID input.amount"},
		{"negative", func(r *commissions.RefundInput) { r.Amount = dec("-1") }, "INVALID input.amount"},
		{"more than is left", func(r *commissions.RefundInput) { r.Amount = dec("90.01") }, "INVALID input.amount"},
		{"tenths of cents", func(r *commissions.RefundInput) { r.Amount = dec("1.001") }, "INVALID input.amount"},
		{"a day before all days", func(r *commissions.RefundInput) { r.RefundedAt = r.RefundedAt.AddDate(-200, 0, 0) }, "INVALID input.refundedAt"},
		{"another amount", func(r *commissions.RefundInput) { r.RefundID, r.Amount = "there", dec("10.01") }, "CONFLICT input.refundId"},
		{"another order", func(r *commissions.RefundInput) { r.RefundID, r.OrderID = "there", "2" }, "CONFLICT input.refundId"},
		{"another time", func(r *commissions.RefundInput) { r.RefundID, r.RefundedAt = "there", h.clock }, "CONFLICT input.refundId"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := refund("R", "1", "10")
			c.change(&in)
			_, err := h.RecordRefund(t.Context(), in)
			refusedWith(t, err, c.want)
		})
	}
	if n := h.entries(); n != 2 {
		t.Errorf("%d entries, want a commission and a clawback", n)
	}
}

func TestTheSameRefundAgain(t *testing.T) {
	h := open(t)
	a := h.partner("A", nil)
	h.record(order("1", "X 1 100"))
	first := h.refund("R", "1", "50")
	h.refund("R2", "1", "50")
	again := h.refund("R", "1", "50.00")
	if first.Replayed || !again.Replayed {
		t.Errorf("replayed: %v, then %v", first.Replayed, again.Replayed)
	}
	equal(t, told(again.Entries, a), told(first.Entries, a))
}

func TestOneRefundAtOnce(t *testing.T) {
	h := open(t)
	a := h.partner("A", nil)
	h.record(order("1", "X 1 100"))
	var fresh atomic.Int64
	for _, err := range tenTimes(func(int) error {
		recorded, err := h.RecordRefund(t.Context(), refund("R", "1", "30"))
		if err == nil && !recorded.Replayed {
			fresh.Add(1)
		}
		return err
	}) {
		t.Error(err)
	}
	if fresh.Load() != 1 || h.balance(a) != "7.00" {
		t.Errorf("recorded %d times, the balance is %s", fresh.Load(), h.balance(a))
	}
}

// Ten refunds of 30 want 300 of an order of 100: three get it, whichever they are.
func TestRefundsOfOneOrderAtOnce(t *testing.T) {
	h := open(t)
	a := h.partner("A", nil)
	h.record(order("1", "X 1 100"))
	errs := tenTimes(func(i int) error {
		_, err := h.RecordRefund(t.Context(), refund(fmt.Sprint(i), "1", "30"))
		return err
	})
	for _, err := range errs {
		refusedWith(t, err, "INVALID input.amount")
	}
	if len(errs) != 7 || h.balance(a) != "1.00" {
		t.Errorf("%d were refused, the balance is %s", len(errs), h.balance(a))
	}
	h.refund("last", "1", "10")
	if h.balance(a) != "0.00" {
		t.Errorf("the balance is %s", h.balance(a))
	}
}

// One id for the refunds of ten orders: one is recorded, nine are told that the id is taken.
func TestOneRefundIDForManyOrdersAtOnce(t *testing.T) {
	h := open(t)
	a := h.partner("A", nil)
	for i := range 10 {
		h.record(order(fmt.Sprint(i), "X 1 100"))
	}
	errs := tenTimes(func(i int) error {
		_, err := h.RecordRefund(t.Context(), refund("R", fmt.Sprint(i), "100"))
		return err
	})
	for _, err := range errs {
		refusedWith(t, err, "CONFLICT input.refundId")
	}
	if len(errs) != 9 || h.balance(a) != "90.00" {
		t.Errorf("%d were refused, the balance is %s", len(errs), h.balance(a))
	}
}

func TestManyRefundsInOneCall(t *testing.T) {
	h := open(t)
	a := h.partner("A", nil)
	h.record(order("1", "X 1 100"))
	h.record(order("2", "X 1 0.50"))
	h.refund("there", "2", "0.10")
	in := []commissions.RefundInput{
		refund("R1", "1", "60"), refund("R2", "2", "0.40"), refund("R3", "1", "60"), refund("R4", "1", "40"),
		refund("R1", "1", "60"), refund("R1", "1", "1"), refund("there", "2", "0.10"), refund("R5", "3", "1"), refund("", "1", "1"),
	}
	var outcomes []commissions.Outcome
	must(t, h.inTransaction(func(tx *gorm.DB) (err error) {
		outcomes, err = h.RecordRefundsIn(tx, in)
		return err
	}))
	for i, want := range []string{"", "", "INVALID amount", "", "replayed", "CONFLICT refundId", "replayed", "NOT_FOUND orderId", "INVALID refundId"} {
		switch {
		case want == "" || want == "replayed":
			if outcomes[i].Err != nil || outcomes[i].Replayed != (want != "") {
				t.Errorf("refund %d: %+v", i, outcomes[i])
			}
		default:
			refusedWith(t, outcomes[i].Err, want)
		}
	}
	if got := h.balance(a); got != "0.00" {
		t.Errorf("the balance is %s", got)
	}
}
