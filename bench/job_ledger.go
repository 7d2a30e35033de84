package main

import (
	"context"
	"net/url"
	"strconv"
	"time"

	"partnerledger/models"
)

const ledgerQuery = `query ($id: ID!, $period: DateRangeInput!, $after: Cursor!) {
  referralPartner(id: $id) {
    ledger(period: $period) {
      entries(first: 50, after: $after) {
        nodes { id date kind amount balance description source recordedAt }
        pageInfo { hasNextPage }
      }
    }
  }
}`

// biggest is the partner who has most entries: the generator's rank 0.
const biggest = 1

// place is where a page of a ledger begins.
type place struct {
	date time.Time
	id   int64
}

// Pages deep in the biggest ledger, many clients at once.
func ledgerJob(ctx context.Context, b *bench) ([]row, error) {
	s, err := b.server(ctx, original)
	if err != nil {
		return nil, err
	}
	defer s.stop()
	handler, err := b.handler(ctx, original)
	if err != nil {
		return nil, err
	}
	defer handler.stop()
	places, err := b.places(ctx)
	if err != nil {
		return nil, err
	}
	var bodies [][]byte
	var questions []url.Values
	for _, at := range places {
		bodies, questions = append(bodies, b.ledgerOperation(at)), append(questions, b.ledgerQuestion(at))
		err := sameBytes(ctx,
			func(ctx context.Context) ([]byte, error) { return s.graphql(ctx, b.ledgerOperation(at)) },
			func(ctx context.Context) ([]byte, error) { return handler.get(ctx, "/ledger", b.ledgerQuestion(at)) })
		if err != nil {
			return nil, err
		}
	}
	found, err := b.compare(ctx,
		b.rate(func(ctx context.Context, client, n int) error {
			_, err := s.graphql(ctx, bodies[(client*7+n)%len(bodies)])
			return err
		}),
		b.rate(func(ctx context.Context, client, n int) error {
			_, err := handler.get(ctx, "/ledger", questions[(client*7+n)%len(questions)])
			return err
		}))
	if err != nil {
		return nil, err
	}
	rows := []row{
		found[0].row("ledger page deep in the biggest ledger, 8 clients: requests", perSecond, atLeast(0.65)),
		found[1].row("ledger page deep in the biggest ledger, 8 clients: p99", seconds, atMost(2)),
	}
	rows[0].Memory, rows[1].Memory = s.peak(), s.peak()
	return rows, nil
}

// places are sixty, in the last two fifths of the biggest ledger.
func (b *bench) places(ctx context.Context) ([]place, error) {
	conn, err := b.connect(ctx, ownerRole, original)
	if err != nil {
		return nil, err
	}
	defer conn.Close(ctx)
	rows, err := conn.Query(ctx, `SELECT date, id FROM (
		SELECT date, id, row_number() OVER (ORDER BY date, id) AS n, count(*) OVER () AS all_of_them
		FROM ledger_entries WHERE partner_id = $1 AND currency_code = 'USD') AS e
		WHERE n IN (SELECT CAST(all_of_them * (0.6 + 0.0065 * i) AS bigint) FROM generate_series(0, 59) AS i) ORDER BY n`, biggest)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found []place
	for rows.Next() {
		var at place
		if err := rows.Scan(&at.date, &at.id); err != nil {
			return nil, err
		}
		found = append(found, at)
	}
	return found, rows.Err()
}

func (b *bench) allDays() period { return period{b.firstDay(), b.lastDay} }

func (b *bench) ledgerOperation(at place) []byte {
	days := b.allDays().input()
	position := models.Position{List: "entries/" + days["start"] + "/" + days["end"], Key: at.date.Format(time.DateOnly), ID: at.id}
	return operation(ledgerQuery, variables{"id": strconv.Itoa(biggest), "period": days, "after": position.Cursor()})
}

func (b *bench) ledgerQuestion(at place) url.Values {
	return url.Values{
		"partner": {strconv.Itoa(biggest)}, "date": {at.date.Format(time.DateOnly)}, "id": {strconv.FormatInt(at.id, 10)},
		"end": {b.lastDay.Format(time.DateOnly)},
	}
}
