package main

import (
	"context"
	"fmt"
	"strconv"
	"time"
)

const adjustQuery = `mutation ($partner: ID!, $amount: Decimal!, $date: Date!, $request: String!) {
  adjustLedger(partnerId: $partner, amount: $amount, date: $date, reason: "Correction", requestId: $request) {
    entry { date amount } userErrors { message }
  }
}`

// An entry of half a year ago is carried over six opening balances. What that costs is Postgres's own: the processors' time of
// the server's connections.
func backdatedJob(ctx context.Context, b *bench) (rows []row, err error) {
	w, err := b.writing(ctx)
	if err != nil {
		return nil, err
	}
	defer w.close(ctx)
	defer finally(ctx, &err, w.forgetAdjustments)
	now := today()
	then := time.Date(now.Year(), now.Month()-6, 10, 0, 0, 0, 0, time.UTC)
	for _, about := range []struct {
		what    string
		partner int
	}{
		{"an entry of six months ago beside one of today, ordinary partner: CPU of Postgres", b.ordinary()},
		{"an entry of six months ago beside one of today, biggest partner: CPU of Postgres", biggest},
	} {
		if err := w.carries(ctx, about.partner, then); err != nil {
			return rows, err
		}
		found, err := b.compare(ctx, w.adjusting(about.partner, then, b.turn), w.adjusting(about.partner, now, b.turn))
		if err != nil {
			return rows, err
		}
		r := found[0].row(about.what, seconds, atMost(1.7))
		r.Memory = w.peak()
		rows = append(rows, r)
	}
	return rows, nil
}

// ordinary is the partner in the middle.
func (s spec) ordinary() int { return s.partners/2*7919%s.partners + 1 }

// adjusting makes a turn of pairs of adjustments that leave the balance as it was: the processors' time of one. They are forgotten
// after each turn, so that the next one finds the tables as this one did.
func (w *writing) adjusting(partner int, date time.Time, turn time.Duration) measurement {
	return func(ctx context.Context) ([]float64, error) {
		if err := w.adjustTwice(ctx, partner, date); err != nil { // the connections have it planned
			return nil, err
		}
		before, err := w.cpu(ctx)
		if err != nil {
			return nil, err
		}
		n := 0
		for begin := time.Now(); n == 0 || time.Since(begin) < turn; n += 2 {
			if err := w.adjustTwice(ctx, partner, date); err != nil {
				return nil, err
			}
		}
		after, err := w.cpu(ctx)
		if err != nil {
			return nil, err
		}
		return []float64{(after - before) / float64(n)}, w.forgetAdjustments(ctx)
	}
}

func (w *writing) adjustTwice(ctx context.Context, partner int, date time.Time) error {
	for _, amount := range []string{"1.25", "-1.25"} {
		if err := w.adjust(ctx, partner, date, amount); err != nil {
			return err
		}
	}
	return nil
}

func (w *writing) adjust(ctx context.Context, partner int, date time.Time, amount string) error {
	w.adjusted++
	_, err := w.graphql(ctx, operation(adjustQuery, variables{
		"partner": strconv.Itoa(partner), "amount": amount, "date": date.Format(time.DateOnly), "request": fmt.Sprintf("bench-%d", w.adjusted),
	}))
	return err
}

// carries checks that an entry of then is in every later opening balance, and that taking it back leaves them as they were.
func (w *writing) carries(ctx context.Context, partner int, then time.Time) error {
	later := fmt.Sprintf("SELECT count(*), sum(balance) FROM opening_balances WHERE partner_id = %d AND month > %s", partner, quoted(then))
	before, err := w.psql.rows(ctx, later)
	if err != nil {
		return err
	}
	if err := w.adjust(ctx, partner, then, "1.25"); err != nil {
		return err
	}
	expected := fmt.Sprintf("SELECT count(*), sum(balance) - 1.25 * count(*) FROM opening_balances WHERE partner_id = %d AND month > %s", partner, quoted(then))
	if err := sameRows(ctx, w.psql, expected, before...); err != nil {
		return err
	}
	return w.adjust(ctx, partner, then, "-1.25")
}

// forgetAdjustments needn't change opening balances: the adjustments come to nothing.
func (w *writing) forgetAdjustments(ctx context.Context) error {
	return w.clear(ctx, "DELETE FROM ledger_entries WHERE kind = 'ADJUSTMENT' AND date >= CURRENT_DATE - 250 AND source LIKE 'adjustment:bench-%'; DELETE FROM audit_events",
		"ledger_entries", "opening_balances", "audit_events")
}
