package commissions_test

import (
	"encoding/json"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/commissions"
	"partnerledger/models"
)

func TestRecordOrder(t *testing.T) {
	for _, c := range []struct {
		name        string
		rules       []string
		lines, want []string
	}{
		{"a percent", []string{"1 10%"}, []string{"X 2 15.00"}, []string{"A COMMISSION 3.00 order:1/1"}},
		{
			"three levels",
			[]string{"1 10%", "2 5%", "3 1%"},
			[]string{"X 1 100", "Y 1 50"},
			[]string{"A COMMISSION 15.00 order:1/1", "B COMMISSION 7.50 order:1/2", "C COMMISSION 1.50 order:1/3"},
		},
		{"an amount a unit", []string{"1 0.25"}, []string{"X 3 9.99"}, []string{"A COMMISSION 0.75 order:1/1"}},
		{
			"the SKU's rule wins, each level for itself",
			[]string{"1 10%", "1 X 1%", "2 X 2.00"},
			[]string{"X 1 100", "Y 1 10"},
			[]string{"A COMMISSION 2.00 order:1/1", "B COMMISSION 2.00 order:1/2"},
		},
		{
			"nothing where no rule is about a line",
			[]string{"1 Z 10%", "3 1%"},
			[]string{"X 1 100"},
			[]string{"C COMMISSION 1.00 order:1/3"},
		},
		{
			"zero where a rule is about it",
			[]string{"1 0%", "2 10%"},
			[]string{"X 1 0.01"},
			[]string{"A COMMISSION 0.00 order:1/1", "B COMMISSION 0.00 order:1/2"},
		},
		{"no rules", nil, []string{"X 1 100"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := open(t)
			a, b, top := h.family()
			h.rules(c.rules...)
			recorded := h.record(order("1", c.lines...))
			equal(t, told(recorded.Entries, a, b, top), c.want)
			if recorded.Replayed || len(recorded.Order.Lines) != len(c.lines) {
				t.Errorf("recorded %+v", recorded)
			}
			h.addsUp()
		})
	}
}

func TestOrderAsRecorded(t *testing.T) {
	h := open(t)
	a, b, c := h.family()
	in := order("No. 7/1", "X 3 0.335", "Y 1 2")
	in.PartnerCode, in.CustomerID, in.CurrencyCode = "a", ptr("c-1"), ptr("EUR")
	h.record(in)
	o, err := h.Order(t.Context(), "No. 7/1")
	must(t, err)
	if o.PartnerID != a.ID || *o.CustomerID != "c-1" || o.CurrencyCode != "EUR" || o.Date != day("2011-06-10") ||
		!o.OrderedAt.Equal(in.OrderedAt) || models.DecimalString(o.Total) != "3.01" {
		t.Errorf("recorded %+v", o)
	}
	if got := o.Chain; len(got) != 3 || got[0] != a.ID || got[1] != b.ID || got[2] != c.ID {
		t.Errorf("the chain is %v", got)
	}
	if l := o.Lines[0]; l.Line != 1 || l.SKU != "X" || l.Description != "thing X" || models.DecimalString(l.Amount) != "1.01" ||
		!l.UnitPrice.Equal(dec("0.335")) || !l.Quantity.Equal(dec("3")) {
		t.Errorf("the first line is %+v", l)
	}
	if o, err := h.Order(t.Context(), "no. 7/1"); o != nil || err != nil {
		t.Errorf("found %v, %v: ids differ by case", o, err)
	}
}

func TestTheDayIsThatOfTheBusiness(t *testing.T) {
	h := open(t)
	h.partner("A", nil)
	h.Zone = known(time.LoadLocation("America/New_York"))
	in := order("1", "X 1 100")
	in.OrderedAt = at("2011-07-01T03:59:59Z")
	entry := h.record(in).Entries[0]
	if entry.Date != day("2011-06-30") || entry.Description != "Order 1, level 1" {
		t.Errorf("recorded %+v", entry)
	}
}

func TestProgramIsThePartnersOwn(t *testing.T) {
	h := open(t)
	a, b, _ := h.family()
	own, err := h.SaveProgram(t.Context(), commissions.ProgramInput{Name: "Own", Rules: rules("1 20%", "2 1%")})
	must(t, err)
	must(t, h.DB.Model(a).Update("program_id", own.ID).Error)
	in := order("2", "X 1 100")
	in.PartnerCode = "B"
	equal(t, told(h.record(order("1", "X 1 100")).Entries, a, b), []string{"A COMMISSION 20.00 order:1/1", "B COMMISSION 1.00 order:1/2"})
	equal(t, told(h.record(in).Entries, a, b), []string{"B COMMISSION 10.00 order:2/1"})
}

func TestOrderIsRefused(t *testing.T) {
	h := open(t)
	h.partner("A", nil)
	for _, c := range []struct {
		name   string
		change func(*commissions.OrderInput)
		want   string
	}{
		{"no id", func(o *commissions.OrderInput) { o.OrderID = "" }, "INVALID input.orderId"},
		{"spaces around", func(o *commissions.OrderInput) { o.OrderID = " 1" }, "INVALID input.orderId"},
		{"no partner", func(o *commissions.OrderInput) { o.PartnerCode = "" }, "INVALID input.partnerCode"},
		{"unknown partner", func(o *commissions.OrderInput) { o.PartnerCode = "Z" }, "NOT_FOUND input.partnerCode"},
		{"no currency", func(o *commissions.OrderInput) { o.CurrencyCode = ptr("XXY") }, "INVALID input.currencyCode"},
		{"customer", func(o *commissions.OrderInput) { o.CustomerID = ptr("a\x00b") }, "INVALID input.customerId"},
		{"a day before all days", func(o *commissions.OrderInput) { o.OrderedAt = o.OrderedAt.AddDate(-200, 0, 0) }, "INVALID input.orderedAt"},
		{"no lines", func(o *commissions.OrderInput) { o.Lines = nil }, "INVALID input.lines"},
		{"too many lines", func(o *commissions.OrderInput) {
			for len(o.Lines) <= commissions.MaxLines {
				o.Lines = append(o.Lines, o.Lines[0])
			}
		}, "INVALID input.lines"},
		{"no SKU", func(o *commissions.OrderInput) { o.Lines[1].SKU = "" }, "INVALID input.lines.1.sku"},
		{"description", func(o *commissions.OrderInput) { o.Lines[0].Description = "\t" }, "INVALID input.lines.0.description"},
		{"no quantity", func(o *commissions.OrderInput) { o.Lines[0].Quantity = decimal.Zero }, "INVALID input.lines.0.quantity"},
		{"negative price", func(o *commissions.OrderInput) { o.Lines[1].UnitPrice = dec("-1") }, "INVALID input.lines.1.unitPrice"},
		{"huge price", func(o *commissions.OrderInput) { o.Lines[1].UnitPrice = dec("1000000000000000") }, "INVALID input.lines.1.unitPrice"},
		{"huge total", func(o *commissions.OrderInput) { o.Lines[1].Quantity = dec("999999999999999") }, "INVALID input.lines"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := order("1", "X 1 10", "Y 2 20")
			c.change(&in)
			_, err := h.RecordOrder(t.Context(), in)
			refusedWith(t, err, c.want)
		})
	}
	in := order("", "X 0 0")
	_, err := h.RecordOrder(t.Context(), in)
	refusedWith(t, err, "INVALID input.orderId", "INVALID input.lines.0.quantity", "INVALID input.lines.0.unitPrice")
	if n := h.entries(); n != 0 {
		t.Errorf("%d entries were recorded", n)
	}
}

func TestTheSameOrderAgain(t *testing.T) {
	h := open(t)
	a, b, _ := h.family()
	h.rules("1 10%", "2 5%")
	first := h.record(order("1", "X 2.00 10.50"))
	h.rules("1 50%")
	h.refund("R1", "1", "1")
	same := order("1", "X 2.0 10.50")
	same.CustomerID, same.CurrencyCode = ptr(""), ptr("USD")
	again := h.record(same)
	if !again.Replayed || !again.Order.RecordedAt.Equal(first.Order.RecordedAt) {
		t.Errorf("recorded again: %+v", again)
	}
	equal(t, told(again.Entries, a, b), told(first.Entries, a, b))
	equal(t, shown(t, again), shown(t, first))
	_, err := h.RecordOrder(t.Context(), order("1", "X 2 10.51"))
	refusedWith(t, err, "CONFLICT input.orderId")
	if n := h.entries(); n != 4 {
		t.Errorf("%d entries, want two commissions and two clawbacks", n)
	}
}

// shown is all there is of a recorded order, with the digits that an answer shows.
func shown(t *testing.T, r *commissions.RecordedOrder) []string {
	t.Helper()
	order, err := json.Marshal(r.Order)
	must(t, err)
	entries, err := json.Marshal(r.Entries)
	must(t, err)
	line := r.Order.Lines[0]
	return []string{
		string(order), string(entries), models.DecimalString(r.Order.Total),
		models.DecimalString(line.Quantity), models.DecimalString(line.UnitPrice), models.DecimalString(line.Amount),
	}
}

func TestOrdersAtOnce(t *testing.T) {
	h := open(t)
	h.family()
	h.closeMonths()
	h.rules("1 10%", "2 5%", "3 1%")
	var fresh, conflicts atomic.Int64
	errs := tenTimes(func(i int) error {
		in := order("1", "X 1 100")
		if i == 9 {
			in = order("1", "X 1 101")
		}
		recorded, err := h.RecordOrder(t.Context(), in)
		if err == nil && !recorded.Replayed {
			fresh.Add(1)
		}
		if err == nil && len(recorded.Entries) != 3 {
			t.Errorf("answered %d entries", len(recorded.Entries))
		}
		return err
	})
	for _, err := range errs {
		refusedWith(t, err, "CONFLICT input.orderId")
		conflicts.Add(1)
	}
	if fresh.Load() != 1 || conflicts.Load() == 0 || h.entries() != 3 {
		t.Errorf("recorded %d times, %d conflicts, %d entries", fresh.Load(), conflicts.Load(), h.entries())
	}
}

func TestBackDatedOrder(t *testing.T) {
	h := open(t)
	a := h.partner("A", nil)
	h.record(order("1", "X 1 100"))
	h.clock = at("2011-09-02T00:00:00Z")
	h.closeMonths()
	in := order("2", "X 1 50")
	in.OrderedAt = at("2011-03-03T00:00:00Z")
	h.record(in)
	h.refund("R", "1", "100")
	if got := h.balance(a); got != "5.00" {
		t.Errorf("the balance is %s", got)
	}
	h.addsUp()
}

func TestInactivePartnerEarns(t *testing.T) {
	h := open(t)
	a := h.partner("A", nil)
	must(t, h.DB.Model(a).Update("status", models.PartnerInactive).Error)
	if got := told(h.record(order("1", "X 1 100")).Entries, a); !strings.HasPrefix(got[0], "A COMMISSION 10.00") {
		t.Errorf("recorded %v", got)
	}
}

func TestManyOrdersInOneCall(t *testing.T) {
	h := open(t)
	a, b, _ := h.family()
	h.rules("1 10%", "2 5%")
	h.record(order("there", "X 1 10"))
	h.record(order("other", "X 1 10"))
	one := func(id, price string) *models.Order {
		return &models.Order{
			OrderID: id, OrderedAt: at("2011-06-10T10:00:00Z"), PartnerID: a.ID, CurrencyCode: "USD",
			Lines: []models.OrderLine{{SKU: "X", Description: "thing X", Quantity: dec("1"), UnitPrice: dec(price)}},
		}
	}
	var outcomes []commissions.Outcome
	must(t, h.inTransaction(func(tx *gorm.DB) (err error) {
		outcomes, err = h.RecordOrdersIn(tx, []*models.Order{one("new", "20"), one("there", "10"), one("other", "11"), one("wrong", "-1")})
		return err
	}))
	if outcomes[0] != (commissions.Outcome{}) || outcomes[1] != (commissions.Outcome{Replayed: true}) {
		t.Errorf("outcomes %+v", outcomes)
	}
	refusedWith(t, outcomes[2].Err, "CONFLICT orderId")
	refusedWith(t, outcomes[3].Err, "INVALID lines.0.unitPrice")
	o, err := h.Order(t.Context(), "new")
	must(t, err)
	entries, err := h.OrderEntries(t.Context(), o)
	must(t, err)
	equal(t, told(entries, a, b), []string{"A COMMISSION 2.00 order:new/1", "B COMMISSION 1.00 order:new/2"})
	if h.entries() != 6 {
		t.Errorf("%d entries", h.entries())
	}
}
