//go:build unix

package main

import (
	"fmt"
	"time"

	"github.com/shopspring/decimal"
)

// batch is a batch of payments as it was answered.
type batch struct {
	ID, BatchID, Date, Status string
	Total                     decimal.Decimal
	PaymentCount              int
	SkippedCount              int
	Period                    period
	Payments                  struct{ Nodes []payment }
}

type period struct {
	Start string `json:"start"`
	End   string `json:"end"`
}

func (p period) has(date string) bool { return p.Start <= date && date <= p.End }

// payment is one of a batch.
type payment struct {
	ID       string
	Amount   decimal.Decimal
	Partner  struct{ ID string }
	VoidedAt *time.Time
}

func (p payment) source() string { return "payment:" + p.ID }

// batchRequest is what decides about a batch, besides what the ledgers hold.
type batchRequest struct {
	method           string
	cap, allowRepeat bool
	minimum          decimal.Decimal
	export           *export
}

var methods = []string{"COMMISSION_EARNED", "BEGINNING_BALANCE_PLUS_COMMISSION_EARNED", "ENDING_BALANCE"}

const (
	batchFields = `id batchId date status total paymentCount skippedCount period { start end }
		payments(first: 500) { nodes { id amount voidedAt partner { id } } }`
	batchQuery = `mutation ($method: PaymentMethod!, $batch: String!, $date: Date, $criteria: LedgerCriteria, $export: ID,
		$minimum: Decimal, $cap: Boolean!, $repeat: Boolean!) {
		r: createReferralPartnerPayments(method: $method, batchId: $batch, date: $date, criteria: $criteria, exportId: $export,
		  minimumPayment: $minimum, capAtBalance: $cap, allowRepeat: $repeat) {
		  replayed batch { ` + batchFields + ` } userErrors { code message } } }`
)

// newBatch pays by any method, over one to three months or the last full one, or from an export.
func (c *client) newBatch() *operation {
	id := fmt.Sprintf("B%d", c.book.number())
	asked := batchRequest{
		method: methods[c.random.IntN(3)], cap: c.random.IntN(4) == 0, allowRepeat: c.random.IntN(6) == 0,
		minimum: decimal.NewFromInt(int64(c.random.IntN(3))),
	}
	variables := map[string]any{
		"method": asked.method, "batch": id, "minimum": asked.minimum, "cap": asked.cap, "repeat": asked.allowRepeat,
	}
	if c.random.IntN(4) > 0 {
		variables["date"] = c.day()
	}
	if asked.export = pick(c.book, &c.book.exports, c.random); asked.export != nil && c.random.IntN(4) == 0 {
		variables["export"] = asked.export.ID
	} else if asked.export = nil; c.random.IntN(8) > 0 {
		variables["criteria"] = map[string]any{"period": c.period()}
	}
	op := &operation{key: "batch " + id, query: batchQuery, variables: variables, wanted: asked}
	op.settle = func(b *book, a *answer) error { return settleBatch(b, op, a) }
	return op
}

// period is one to three months, or some days.
func (c *client) period() period {
	start := time.Date(2011, time.Month(1+c.random.IntN(15)), 1, 0, 0, 0, 0, time.UTC)
	end := start.AddDate(0, 1+c.random.IntN(3), -1)
	if c.random.IntN(4) == 0 {
		start, end = start.AddDate(0, 0, c.random.IntN(28)), end.AddDate(0, 0, -c.random.IntN(2))
	}
	if end.Before(start) {
		end = start
	}
	return period{start.Format(time.DateOnly), end.Format(time.DateOnly)}
}

// settleBatch: nobody is to be paid today, but an attempt whose outcome isn't known may come through tomorrow.
func settleBatch(b *book, op *operation, a *answer) error {
	switch {
	case a.code() == "NOTHING_TO_PAY" && op.acknowledged == nil:
		return nil
	case a.code() != "" || a.Batch == nil:
		return fmt.Errorf("answered %+v", *a)
	}
	found := a.Batch
	if first := op.acknowledged; first != nil && !first.Batch.sameAs(found) {
		return fmt.Errorf("was %+v, and is %+v", first.Batch, found)
	}
	sum := decimal.Zero
	for _, p := range found.Payments.Nodes {
		sum = sum.Add(p.Amount)
		if err := b.must(p.Partner.ID, entry{Kind: "PAYMENT", Source: p.source(), Date: found.Date, Amount: p.Amount.Neg()}); err != nil {
			return err
		}
	}
	if !sum.Equal(found.Total) || found.PaymentCount == 0 || len(found.Payments.Nodes) != found.PaymentCount {
		return fmt.Errorf("%d payments of %s, should be %d of %s", len(found.Payments.Nodes), sum, found.PaymentCount, found.Total)
	}
	return b.once(op.key, a, func() { b.batches = append(b.batches, found) })
}

func (t *batch) sameAs(other *batch) bool {
	return t.ID == other.ID && t.BatchID == other.BatchID && t.Date == other.Date && t.Period == other.Period &&
		t.Total.Equal(other.Total) && t.PaymentCount == other.PaymentCount && t.SkippedCount == other.SkippedCount
}

const voidBatchQuery = `mutation ($batch: String!, $date: Date!) { r: voidPaymentBatch(batchId: $batch, reason: "A test", date: $date) {
	batch { ` + batchFields + ` } userErrors { code message } } }`

func (c *client) newBatchVoid() *operation {
	t := pick(c.book, &c.book.batches, c.random)
	if t == nil {
		return nil
	}
	return &operation{
		key: fmt.Sprintf("void of batch %s, %d", t.BatchID, c.book.number()), query: voidBatchQuery,
		variables: map[string]any{"batch": t.BatchID, "date": dayAfter(t.Date, c.random.IntN(60))},
		settle: func(b *book, a *answer) error {
			if a.code() != "" && a.code() != "ALREADY_VOIDED" || a.code() == "" && a.Batch.Status != "VOIDED" {
				return fmt.Errorf("answered %+v", *a)
			}
			for _, p := range t.Payments.Nodes {
				b.mustReverse(p)
			}
			return nil
		},
	}
}

const voidPaymentQuery = `mutation ($id: ID!, $date: Date!) { r: voidPayment(id: $id, reason: "A test", date: $date) {
	payment { id voidedAt } userErrors { code message } } }`

func (c *client) newPaymentVoid() *operation {
	t := pick(c.book, &c.book.batches, c.random)
	if t == nil {
		return nil
	}
	p := t.Payments.Nodes[c.random.IntN(len(t.Payments.Nodes))]
	return &operation{
		key: fmt.Sprintf("void of payment %s, %d", p.ID, c.book.number()), query: voidPaymentQuery,
		variables: map[string]any{"id": p.ID, "date": dayAfter(t.Date, c.random.IntN(60))},
		settle: func(b *book, a *answer) error {
			if a.code() != "" && a.code() != "ALREADY_VOIDED" || a.code() == "" && a.Payment.VoidedAt == nil {
				return fmt.Errorf("answered %+v", *a)
			}
			b.mustReverse(p)
			return nil
		},
	}
}

// mustReverse notes that a payment is taken back; on which day depends on which of its voids came first.
func (b *book) mustReverse(p payment) {
	e := entry{Kind: "PAYMENT_REVERSAL", Source: p.source() + "/void", Amount: p.Amount}
	b.entries[place{p.Partner.ID, e.Source}] = &e
}

func dayAfter(date string, days int) string {
	day, _ := time.Parse(time.DateOnly, date) // the server's own text
	return day.AddDate(0, 0, days).Format(time.DateOnly)
}
