package main

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
)

const orderQuery = `mutation ($input: OrderInput!) {
  recordOrder(input: $input) { order { orderId total } entries { id amount } userErrors { message } }
}`

// orders gives every order an id of its own.
type orders struct {
	made     atomic.Int64
	partners int // whose they are: the first so many
}

// next is an order of two lines.
func (o *orders) next() (id, code string) {
	n := o.made.Add(1)
	return fmt.Sprintf("bench-%d", n), partnerCode(1 + int(n*7919)%o.partners)
}

func partnerCode(id int) string { return fmt.Sprintf("RP%06d", id) }

var orderLines = []map[string]string{
	{"sku": "SKU-1", "description": "Article 1", "quantity": "2", "unitPrice": "19.90"},
	{"sku": "SKU-2", "description": "Article 2", "quantity": "1", "unitPrice": "7.45"},
}

// record sends an order to the server.
func (w *writing) record(ctx context.Context, o *orders) error {
	id, code := o.next()
	_, err := w.graphql(ctx, operation(orderQuery, variables{"input": map[string]any{
		"orderId": id, "orderedAt": time.Now().UTC().Format(time.RFC3339), "partnerCode": code, "lines": orderLines,
	}}))
	return err
}

// Orders recorded by many clients at once: of everybody, and all of one partner.
func ordersJob(ctx context.Context, b *bench) (rows []row, err error) {
	w, err := b.writing(ctx)
	if err != nil {
		return nil, err
	}
	defer w.close(ctx)
	defer finally(ctx, &err, w.forgetOrders)
	limit, err := b.bareOrders(ctx)
	if err != nil {
		return nil, err
	}
	defer limit.close(ctx)
	numbers := new(orders)
	for _, about := range []struct {
		what     string
		partners int
	}{
		{"recordOrder, 8 clients, spread over all partners", b.partners},
		{"recordOrder, 8 clients, all of one partner", biggest},
	} {
		numbers.partners = about.partners
		if err := w.sameOrder(ctx, limit, numbers); err != nil {
			return rows, err
		}
		found, err := b.compare(ctx,
			b.rate(func(ctx context.Context, _, _ int) error { return w.record(ctx, numbers) }),
			b.rate(func(ctx context.Context, client, _ int) error { return limit.record(ctx, client, numbers) }))
		if err != nil {
			return rows, err
		}
		r := found[0].row(about.what, perSecond, atLeast(0.7))
		r.Memory = w.peak()
		rows = append(rows, r)
	}
	return rows, nil
}

// rate makes a turn of requests: how many there were a second, and the p99.
func (b *bench) rate(send request) measurement {
	return func(ctx context.Context) ([]float64, error) {
		rate, p99, err := load(ctx, b.turn, 0, send)
		return []float64{rate, p99}, err
	}
}

// sameOrder records an order by each side, and compares what is then in the tables.
func (w *writing) sameOrder(ctx context.Context, limit bareOrders, numbers *orders) error {
	if err := w.record(ctx, numbers); err != nil {
		return err
	}
	ours, err := w.order(ctx, numbers)
	if err != nil {
		return err
	}
	same := &orders{partners: numbers.partners}
	same.made.Store(numbers.made.Load() - 1)
	if err := w.forgetOrders(ctx); err != nil {
		return err
	}
	if err := limit.record(ctx, 0, same); err != nil {
		return err
	}
	bare, err := w.order(ctx, numbers)
	if err == nil && ours != bare {
		err = fmt.Errorf("the orders differ: ours is %s, the limit's %s", ours, bare)
	}
	return err
}

// order is the last order as the tables have it, but for times and what they were given there.
func (w *writing) order(ctx context.Context, numbers *orders) (text string, err error) {
	err = w.owner.QueryRow(ctx, `SELECT (SELECT CAST((o.date, o.partner_id, o.total, o.chain) AS text) FROM orders o WHERE order_id = $1)
		|| (SELECT string_agg(CAST(l AS text), ',' ORDER BY line) FROM order_lines l WHERE order_id = $1)
		|| (SELECT CAST((e.partner_id, e.currency_code, e.date, e.kind, e.amount, e.source, e.description) AS text)
		    FROM ledger_entries e WHERE partner_id = (SELECT partner_id FROM orders WHERE order_id = $1) AND source = 'order:' || $1 || '/1')
		|| (SELECT count(*) FROM audit_events WHERE subject = 'order ' || $1)`,
		fmt.Sprintf("bench-%d", numbers.made.Load())).Scan(&text)
	return text, err
}

func (w *writing) forgetOrders(ctx context.Context) error {
	const statements = `DELETE FROM ledger_entries e USING orders o
		WHERE o.order_id LIKE 'bench-%' AND e.partner_id = o.partner_id AND e.source = 'order:' || o.order_id || '/1';
	DELETE FROM order_lines WHERE order_id LIKE 'bench-%';
	DELETE FROM orders WHERE order_id LIKE 'bench-%';
	DELETE FROM audit_events`
	return w.clear(ctx, statements, "ledger_entries", "orders", "order_lines", "audit_events")
}

// bareOrders stands for pgbench: connections that run the statements of an order, prepared, one after the other.
type bareOrders []*pgx.Conn

func (b *bench) bareOrders(ctx context.Context) (bareOrders, error) {
	var all bareOrders
	for range clients {
		conn, err := b.connect(ctx, serverRole, writable)
		if err != nil {
			return nil, err
		}
		all = append(all, conn)
	}
	return all, nil
}

func (o bareOrders) close(ctx context.Context) {
	for _, conn := range o {
		conn.Close(ctx)
	}
}

// orderStatements are what recording an order takes: who earns on it by which rule, the order, its lines, the entry (its day
// is in an open month, but that has to be asked), the event.
var orderStatements = func() (statements []string) {
	for _, name := range []string{"order_lock", "order_partner", "order_rules", "order_insert", "order_lines", "order_entry", "order_event"} {
		statements = append(statements, sqlOf(name))
	}
	return statements
}()

func (o bareOrders) record(ctx context.Context, client int, numbers *orders) error {
	id, code := numbers.next()
	return pgx.BeginFunc(ctx, o[client], func(tx pgx.Tx) error {
		var partner, rules int64
		steps := []struct {
			args []any
			into []any
		}{
			{nil, nil},
			{[]any{code}, []any{&partner, new([]int64)}},
			{[]any{&partner}, []any{&rules}},
			{[]any{id, &partner}, nil},
			{[]any{id}, nil},
			{[]any{id, &partner}, nil},
			{[]any{id, &partner}, nil},
		}
		for i, step := range steps {
			var err error
			if step.into == nil {
				_, err = tx.Exec(ctx, orderStatements[i], step.args...)
			} else {
				err = tx.QueryRow(ctx, orderStatements[i], step.args...).Scan(step.into...)
			}
			if err != nil {
				return fmt.Errorf("%s: %w", orderStatements[i], err)
			}
		}
		return nil
	})
}
