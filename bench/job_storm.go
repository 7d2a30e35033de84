package main

import (
	"context"
	"fmt"
	"time"
)

// inBatch is how many partners the batches of a storm pay.
const inBatch = 20_000

const stormQuery = `mutation ($criteria: LedgerCriteria!, $batch: String!) {
  createReferralPartnerPayments(method: ENDING_BALANCE, batchId: $batch, criteria: $criteria, allowRepeat: true) {
    batch { paymentCount } userErrors { message }
  }
}`

// Orders that come in at a moderate rate while one batch is made after another.
func stormJob(ctx context.Context, b *bench) (rows []row, err error) {
	w, err := b.writing(ctx)
	if err != nil {
		return nil, err
	}
	defer w.close(ctx)
	forget := func(ctx context.Context) error {
		if err := w.forgetBatches(ctx); err != nil {
			return err
		}
		return w.forgetOrders(ctx)
	}
	defer finally(ctx, &err, forget)
	numbers := &orders{partners: b.partners}
	paced := func(ctx context.Context) (p99 float64, err error) { // eight clients: a hundred orders a second
		_, p99, err = load(ctx, 5*b.turn, 80*time.Millisecond, func(ctx context.Context, _, _ int) error { return w.record(ctx, numbers) })
		return p99, err
	}
	made := 0
	found, err := b.compare(ctx,
		func(ctx context.Context) ([]float64, error) {
			stop := make(chan struct{})
			failed := make(chan error, 1)
			go func() { failed <- b.batchAfterBatch(ctx, w, stop, &made) }()
			p99, err := paced(ctx)
			close(stop)
			if err := <-failed; err != nil {
				return nil, err
			}
			if err == nil {
				err = forget(ctx)
			}
			return []float64{p99}, err
		},
		func(ctx context.Context) ([]float64, error) {
			p99, err := paced(ctx)
			return []float64{p99}, err
		})
	if err != nil {
		return nil, err
	}
	r := found[0].row(fmt.Sprintf("recordOrder while batches of %d are made: p99", min(inBatch, b.partners)), seconds, atMost(1.5))
	r.Memory = w.peak()
	return []row{r}, nil
}

// batchAfterBatch pays some partners again and again.
func (b *bench) batchAfterBatch(ctx context.Context, w *writing, stop chan struct{}, made *int) error {
	var ids []string
	for id := range min(inBatch, b.partners) {
		ids = append(ids, fmt.Sprint(id+1))
	}
	criteria := map[string]any{"period": b.lastMonth().input(), "partnerIds": ids}
	for {
		*made++
		_, err := w.graphql(ctx, operation(stormQuery, variables{"criteria": criteria, "batch": fmt.Sprintf("bench-%d", *made)}))
		select {
		case <-stop:
			return err
		default:
			if err != nil {
				return err
			}
		}
	}
}
