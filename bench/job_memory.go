package main

import (
	"context"
	"fmt"
	"time"
)

// What the server has of memory when it has nothing to do, and after a load of everything: reports, pages of ledgers, orders,
// previews, exports.
func memoryJob(ctx context.Context, b *bench) (rows []row, err error) {
	w, err := b.writing(ctx)
	if err != nil {
		return nil, err
	}
	defer w.close(ctx)
	defer finally(ctx, &err, w.forgetOrders)
	defer finally(ctx, &err, w.forgetExports)
	if err := w.report(b.lastMonth())(ctx); err != nil {
		return nil, err
	}
	time.Sleep(time.Second)
	idle := memory("memory of the server, idle", w.resident(), 64)
	idle.Memory = w.peak()
	mixed, err := b.mixed(ctx, w)
	if err != nil {
		return nil, err
	}
	if _, _, err := load(ctx, b.loadTime, 0, mixed); err != nil {
		return nil, err
	}
	after := memory(fmt.Sprintf("memory of the server, after a load of %s", b.loadTime), w.resident(), 192)
	after.Memory = w.peak()
	return []row{idle, after}, nil
}

// mixed are requests of all kinds.
func (b *bench) mixed(ctx context.Context, w *writing) (request, error) {
	places, err := b.places(ctx)
	if err != nil {
		return nil, err
	}
	numbers := &orders{partners: b.partners}
	page := operation(pageWithTotalsQuery, reportVariables(b.lastMonth()))
	preview := operation(previewQuery, reportVariables(b.lastMonth()))
	return func(ctx context.Context, client, n int) (err error) {
		switch n % 50 {
		case 1:
			err = w.report(b.oddDays())(ctx)
		case 11:
			_, err = w.graphql(ctx, preview)
		case 21:
			_, err = w.graphql(ctx, page)
		case 31:
			if client == 0 {
				_, err = b.export(ctx, w.server)
			}
		default:
			if n%2 == 0 {
				return w.record(ctx, numbers)
			}
			_, err = w.graphql(ctx, b.ledgerOperation(places[(client*7+n)%len(places)]))
		}
		return err
	}, nil
}
