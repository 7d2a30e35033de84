//go:build unix

package main

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/shopspring/decimal"
)

// reader reads rows until something is wrong.
type reader struct {
	ctx context.Context
	tx  pgx.Tx
	err error
}

// each calls use for every row, after it was read into the places.
func (r *reader) each(query string, use func(), places ...any) {
	if r.err != nil {
		return
	}
	rows, err := r.tx.Query(r.ctx, query)
	if err == nil {
		_, err = pgx.ForEachRow(rows, places, func() error {
			use()
			return r.err
		})
	}
	if err != nil {
		r.err = fmt.Errorf("%s: %w", query, err)
	}
}

func (t *tables) readNow(r *reader) {
	var text string
	r.each("SELECT pg_current_snapshot()::text", func() { t.now, r.err = parseSnapshot(text) }, &text)
}

func (t *tables) readPartners(r *reader) {
	var id string
	r.each("SELECT id::text FROM partners ORDER BY id", func() { t.partners = append(t.partners, id) }, &id)
}

func (t *tables) readEntries(r *reader) {
	var e row
	r.each(`SELECT id, partner_id::text, kind, source, date::text, amount::text, coalesce(commission_source, ''), coalesce(payment_id, 0),
		CAST(CAST(recorded_by AS text) AS bigint) FROM ledger_entries ORDER BY id`,
		func() { t.entries = append(t.entries, e) },
		&e.id, &e.partner, &e.Kind, &e.Source, &e.Date, &e.Amount, &e.commission, &e.payment, &e.by)
}

func (t *tables) readOpenings(r *reader) {
	var month string
	r.each("SELECT month::text FROM closed_months ORDER BY month", func() { t.months = append(t.months, month) }, &month)
	var at opening
	var f figures
	r.each("SELECT month::text, partner_id::text, balance::text, clawed_back::text, adjusted::text, paid::text FROM opening_balances",
		func() { t.openings[at] = f }, &at.month, &at.partner, &f.EndingBalance, &f.Clawbacks, &f.Adjustments, &f.Payments)
}

func (t *tables) readOrders(r *reader) {
	var id string
	var o orderRow
	r.each("SELECT order_id, date::text, partner_id::text, total::text FROM orders", func() { t.orders[id] = o },
		&id, &o.date, &o.partner, &o.total)
	var f refundRow
	r.each("SELECT refund_id, order_id, date::text, amount::text FROM refunds", func() { t.refunds[id] = f },
		&id, &f.order, &f.date, &f.amount)
}

func (t *tables) readBatches(r *reader) {
	var b batchRow
	r.each(`SELECT id, batch_id, date::text, method, period_start::text, period_end::text, payment_count, skipped_count, total::text,
		voided_at IS NOT NULL FROM payment_batches ORDER BY id`,
		func() {
			found := b
			found.payments = map[string]*paymentRow{}
			t.batches = append(t.batches, &found)
		},
		&b.id, &b.batchID, &b.date, &b.method, &b.period.Start, &b.period.End, &b.paymentCount, &b.skippedCount, &b.total, &b.voided)
}

func (t *tables) readPayments(r *reader) {
	byID, batches := map[int64]*paymentRow{}, map[int64]*batchRow{}
	for _, b := range t.batches {
		batches[b.id] = b
	}
	var p paymentRow
	var batch int64
	var partner, seen string
	r.each(`SELECT id, batch_id, partner_id::text, amount::text, voided_at IS NOT NULL, beginning_balance::text, commissions::text,
		adjustments::text, payments::text, ending_balance::text, seen::text FROM payments`,
		func() {
			found := p
			byID[p.id], batches[batch].payments[partner] = &found, &found
			batches[batch].seen, r.err = parseSnapshot(seen)
		},
		&p.id, &batch, &partner, &p.amount, &p.voided, &p.basis.BeginningBalance, &p.basis.Commissions,
		&p.basis.Adjustments, &p.basis.Payments, &p.basis.EndingBalance, &seen)
	t.match(byID)
}

// match finds the entries of payments, and the transactions that recorded batches.
func (t *tables) match(payments map[int64]*paymentRow) {
	for i := range t.entries {
		e := &t.entries[i]
		switch p := payments[e.payment]; {
		case p == nil:
		case e.Kind == "PAYMENT":
			p.made = e
		default:
			p.taken = e
		}
	}
	for _, b := range t.batches {
		for _, p := range b.payments {
			if p.made != nil {
				b.by = p.made.by
			}
		}
	}
}

func (t *tables) readSkipped(r *reader) {
	var batch int64
	var partner string
	var s skippedRow
	r.each("SELECT batch_id, partner_id::text, amount::text, reason, coalesce(paid_batch_id, 0) FROM skipped_partners",
		func() {
			if t.skipped[batch] == nil {
				t.skipped[batch] = map[string]skippedRow{}
			}
			t.skipped[batch][partner] = s
		}, &batch, &partner, &s.amount, &s.reason, &s.batch)
}

func (t *tables) readExports(r *reader) {
	var id, partner, seen string
	var over period
	var f figures
	var owed decimal.Decimal
	r.each(`SELECT e.id::text, e.period_start::text, e.period_end::text, r.partner_id::text, r.seen::text, r.beginning_balance::text,
		r.commissions_earned::text, r.clawbacks::text, r.adjustments::text, r.payments::text, r.ending_balance::text, r.owed_now::text
		FROM ledger_exports e JOIN ledger_export_rows r ON r.export_id = e.id`,
		func() {
			x := t.frozen[id]
			if x == nil {
				x = &frozen{period: over, rows: map[string]figures{}, owed: map[string]decimal.Decimal{}}
				x.seen, r.err = parseSnapshot(seen)
				t.frozen[id] = x
			}
			f.Commissions = f.CommissionsEarned.Add(f.Clawbacks)
			x.rows[partner], x.owed[partner] = f, owed
		},
		&id, &over.Start, &over.End, &partner, &seen, &f.BeginningBalance, &f.CommissionsEarned, &f.Clawbacks, &f.Adjustments,
		&f.Payments, &f.EndingBalance, &owed)
}

func (t *tables) readEvents(r *reader) {
	var event string
	var n int
	r.each("SELECT action || ' ' || subject, count(*) FROM audit_events GROUP BY 1", func() { t.events[event] = n }, &event, &n)
}
