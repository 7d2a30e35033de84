package main

import (
	"context"
	"fmt"
)

const (
	previewQuery = `query ($criteria: LedgerCriteria!) {
  previewReferralPartnerPayments(method: ENDING_BALANCE, criteria: $criteria) { paymentCount total skippedCount fingerprint }
}`
	payQuery = `mutation ($criteria: LedgerCriteria!) {
  createReferralPartnerPayments(method: ENDING_BALANCE, batchId: "bench", criteria: $criteria) {
    batch { paymentCount total skippedCount }
    replayed
    userErrors { message }
  }
}`
)

// A batch that pays everybody the ending balance of the last month, and its preview.
func paymentsJob(ctx context.Context, b *bench) ([]row, error) {
	w, err := b.writing(ctx)
	if err != nil {
		return nil, err
	}
	defer w.close(ctx)
	month := b.lastMonth()
	planned := sqlOf("planned", month.constants()...)
	paying := sqlOf("pay", append(month.constants(), "{planned}", planned)...)
	previewing := sqlOf("preview", append(month.constants(), "{planned}", planned)...)
	previews, err := b.previews(ctx, w, previewing)
	if err != nil {
		return nil, err
	}
	batches, err := b.batches(ctx, w, paying)
	return append(batches, previews...), err
}

// sums are a batch or a preview as the limits write it.
type sums struct {
	PaymentCount, SkippedCount int
	Total, Fingerprint         string
}

func (s sums) text() string {
	text := fmt.Sprintf("%d|%s|%d", s.PaymentCount, s.Total, s.SkippedCount)
	if s.Fingerprint != "" {
		text += "|" + s.Fingerprint
	}
	return text
}

func (b *bench) previews(ctx context.Context, w *writing, statement string) ([]row, error) {
	var found struct{ PreviewReferralPartnerPayments sums }
	if err := w.ask(ctx, previewQuery, reportVariables(b.lastMonth()), &found); err != nil {
		return nil, err
	}
	if err := sameRows(ctx, w.psql, statement, found.PreviewReferralPartnerPayments.text()); err != nil {
		return nil, err
	}
	body := operation(previewQuery, reportVariables(b.lastMonth()))
	times, err := b.compareTimes(ctx, func(ctx context.Context) error { _, err := w.graphql(ctx, body); return err }, w.psql.run(statement))
	r := times.row("preview of a batch for all partners", seconds, atMost(1.3))
	r.Memory = w.peak()
	return []row{r}, err
}

func (b *bench) batches(ctx context.Context, w *writing, statement string) ([]row, error) {
	undo := w.forgetBatches
	rest := w.warm(ctx, b.lastMonth())
	w.forgetPeak()
	var found struct {
		CreateReferralPartnerPayments struct{ Batch sums }
	}
	if err := w.ask(ctx, payQuery, reportVariables(b.lastMonth()), &found); err != nil {
		return nil, err
	}
	more := w.peak() - rest
	if err := undo(ctx); err != nil {
		return nil, err
	}
	if err := sameRows(ctx, w.psql, statement, found.CreateReferralPartnerPayments.Batch.text()); err != nil {
		return nil, err
	}
	if err := undo(ctx); err != nil {
		return nil, err
	}
	body := operation(payQuery, reportVariables(b.lastMonth()))
	times, err := b.compare(ctx,
		b.again(func(ctx context.Context) error { _, err := w.graphql(ctx, body); return err }, undo),
		b.again(w.psql.run(statement), undo))
	if err != nil {
		return nil, err
	}
	r := times[0].row("a batch of payments for all partners", seconds, atMost(1.3))
	r.Memory = w.peak()
	return []row{r, memory("a batch of payments for all partners: server memory", more, 32)}, nil
}

// sameRows checks that a limit's statements answer what ours did.
func sameRows(ctx context.Context, psql plain, statements string, ours ...string) error {
	limit, err := psql.rows(ctx, statements)
	if err != nil {
		return err
	}
	return same(ours, limit)
}

// forgetBatches deletes what batches have recorded.
func (w *writing) forgetBatches(ctx context.Context) error {
	const statements = `DELETE FROM ledger_entries e USING payments p JOIN payment_batches b ON b.id = p.batch_id
		WHERE b.batch_id LIKE 'bench%' AND e.partner_id = p.partner_id AND e.source = 'payment:' || p.id;
	DELETE FROM payments p USING payment_batches b WHERE b.id = p.batch_id AND b.batch_id LIKE 'bench%';
	DELETE FROM skipped_partners;
	DELETE FROM payment_batches WHERE batch_id LIKE 'bench%';
	DELETE FROM audit_events`
	return w.clear(ctx, statements, "ledger_entries", "payments", "skipped_partners", "payment_batches", "audit_events")
}
