//go:build unix

package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/shopspring/decimal"
)

// percents is what each level earns.
var percents = []string{"10", "5", "2.5"}

// makePartners sets the program up and makes partners, some of whom referred others.
func (c *client) makePartners(ctx context.Context) error {
	var ignored map[string]any
	var rules []map[string]any
	for i, p := range percents {
		rules = append(rules, map[string]any{"level": i + 1, "percent": p})
	}
	_, err := c.ask(ctx, 0, `mutation ($rules: [CommissionRuleInput!]!) {
		saveCommissionProgram(name: "Faults", isDefault: true, rules: $rules) { userErrors { message } } }`, map[string]any{"rules": rules}, &ignored)
	for i, parent := range []int{-1, 0, 1, 1, -1, 4, -1, -1} {
		input := map[string]any{"code": fmt.Sprintf("P%d", i), "name": fmt.Sprintf("Partner %d", i)}
		if parent >= 0 {
			input["parentId"] = c.book.partners[parent].id
		}
		var made struct {
			R struct{ Partner struct{ ID string } }
		}
		if err == nil {
			_, err = c.ask(ctx, 0, `mutation ($input: ReferralPartnerInput!) { r: createReferralPartner(input: $input) { partner { id } } }`,
				map[string]any{"input": input}, &made)
		}
		c.book.partners = append(c.book.partners, partner{made.R.Partner.ID, parent})
	}
	return err
}

// order is one that earns commissions.
type order struct {
	key, id, date string
	partner       int
	total         decimal.Decimal
	chain         []string          // the partners of each level
	earned        []decimal.Decimal // by each
}

const orderQuery = `mutation ($input: OrderInput!) { r: recordOrder(input: $input) {
	replayed entries { kind source date amount } userErrors { code message } } }`

// newOrder is one of so many lines.
func (c *client) newOrder(count int) *operation {
	o := &order{id: fmt.Sprintf("O%d", c.book.number()), date: c.day(), partner: c.random.IntN(len(c.book.partners))}
	o.key = "order " + o.id
	var lines []map[string]any
	for range count {
		quantity, price := decimal.NewFromInt(int64(1+c.random.IntN(4))), decimal.New(int64(1+c.random.IntN(50000)), -2)
		lines = append(lines, map[string]any{"sku": "A", "quantity": quantity, "unitPrice": price})
		o.total = o.total.Add(quantity.Mul(price))
	}
	for p := o.partner; p >= 0 && len(o.chain) < len(percents); p = c.book.partners[p].parent {
		percent := decimal.RequireFromString(percents[len(o.chain)])
		o.chain = append(o.chain, c.book.partners[p].id)
		o.earned = append(o.earned, o.total.Mul(percent).Shift(-2).Round(2))
	}
	return &operation{
		key: o.key, query: orderQuery, wanted: o, settle: o.settle,
		variables: map[string]any{"input": map[string]any{
			"orderId": o.id, "orderedAt": o.date + "T10:00:00Z", "partnerCode": fmt.Sprintf("p%d", o.partner), "lines": lines,
		}},
	}
}

func (o *order) settle(b *book, a *answer) error {
	if a.code() != "" || len(a.Entries) != len(o.chain) {
		return fmt.Errorf("answered %+v", *a)
	}
	if err := b.once(o.key, a, func() { b.orders = append(b.orders, o) }); err != nil {
		return err
	}
	for i, e := range o.entries() {
		if err := errors.Join(e.is(a.Entries[i]), b.must(o.chain[i], e)); err != nil {
			return err
		}
	}
	return nil
}

// entries are what the order earns, by level.
func (o *order) entries() []entry {
	var all []entry
	for i, amount := range o.earned {
		all = append(all, entry{Kind: "COMMISSION", Source: fmt.Sprintf("order:%s/%d", o.id, i+1), Date: o.date, Amount: amount})
	}
	return all
}

// once sees to it that an operation is recorded by one of all its attempts; first is for the first acknowledgement.
func (b *book) once(key string, a *answer, first func()) error {
	op := b.byKey[key]
	switch {
	case !a.Replayed && op.recorded:
		return fmt.Errorf("recorded twice")
	case !a.Replayed:
		op.recorded = true
	}
	if op.acknowledged == nil {
		first()
	}
	return nil
}

func (e entry) is(found entry) error {
	if e.Kind != found.Kind || e.Source != found.Source || e.Date != found.Date && e.Date != "" || !e.Amount.Equal(found.Amount) {
		return fmt.Errorf("%s %s is %s of %s, should be %s of %s", e.Kind, e.Source, found.Amount, found.Date, e.Amount, e.Date)
	}
	return nil
}

// refund is of an order that was acknowledged.
type refund struct {
	id, date string
	order    *order
	amount   decimal.Decimal
	taken    []entry // what it claws back at each level, once that is known
}

const refundQuery = `mutation ($input: RefundInput!) { r: recordRefund(input: $input) {
	replayed entries { kind source date amount } userErrors { code message } } }`

func (c *client) newRefund() *operation {
	o := pick(c.book, &c.book.orders, c.random)
	if o == nil {
		return nil
	}
	r := &refund{id: fmt.Sprintf("R%d", c.book.number()), date: c.day(), order: o}
	r.amount = o.total.Mul(decimal.New(int64(1+c.random.IntN(10)), -1)).RoundUp(2)
	return &operation{
		key: "refund " + r.id, query: refundQuery, wanted: r, settle: r.settle,
		variables: map[string]any{"input": map[string]any{
			"refundId": r.id, "orderId": o.id, "refundedAt": r.date + "T10:00:00Z", "amount": r.amount,
		}},
	}
}

// settle takes the amounts as they are answered: they depend on what was refunded before, and are checked at the end. A
// refund that is more than what is left stays so.
func (r *refund) settle(b *book, a *answer) error {
	op := b.byKey["refund "+r.id]
	if a.code() == "INVALID" && op.acknowledged == nil {
		op.refused = a.code()
		return nil
	}
	if a.code() != "" || r.order.earned[0].IsPositive() && len(a.Entries) == 0 {
		return fmt.Errorf("answered %+v", *a)
	}
	if err := b.once(op.key, a, func() { r.taken = a.Entries }); err != nil {
		return err
	}
	for _, e := range a.Entries {
		level := int(e.Source[len(e.Source)-1] - '0')
		wanted := entry{Kind: "CLAWBACK", Source: fmt.Sprintf("refund:%s/%d", r.id, level), Date: r.date, Amount: e.Amount}
		if err := wanted.is(e); err != nil {
			return err
		}
		if err := b.must(r.order.chain[level-1], e); err != nil {
			return err
		}
	}
	return nil
}

const adjustQuery = `mutation ($partner: ID!, $amount: Decimal!, $date: Date, $request: String!) {
	r: adjustLedger(partnerId: $partner, amount: $amount, date: $date, reason: "A bonus", requestId: $request) {
	entry { id source date } userErrors { code message } } }`

// newAdjustment is a bonus or a correction. Every other one is dated today, which is for the server's clock to say.
func (c *client) newAdjustment() *operation {
	id := fmt.Sprintf("A%d", c.book.number())
	who := c.book.partners[c.random.IntN(len(c.book.partners))].id
	amount := decimal.New(int64(1+c.random.IntN(9000)), -2)
	if c.random.IntN(3) == 0 {
		amount = amount.Neg()
	}
	variables := map[string]any{"partner": who, "amount": amount, "request": id}
	if c.random.IntN(2) == 0 {
		variables["date"] = c.day()
	}
	var first string
	return &operation{
		key: "adjustment " + id, query: adjustQuery, variables: variables,
		settle: func(b *book, a *answer) error {
			if a.code() != "" || a.Entry == nil {
				return fmt.Errorf("answered %+v", *a)
			}
			if first != "" && a.Entry.ID != first {
				return fmt.Errorf("is entry %s and entry %s", first, a.Entry.ID)
			}
			first = a.Entry.ID
			return b.must(who, entry{Kind: "ADJUSTMENT", Source: "adjustment:" + id, Date: a.Entry.Date, Amount: amount})
		},
	}
}

// day is one of the business's past, most of it in months that are closed.
func (c *client) day() string { return begin.AddDate(0, 0, -c.random.IntN(420)).Format("2006-01-02") }
