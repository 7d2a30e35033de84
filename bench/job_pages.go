package main

import (
	"bytes"
	"context"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"partnerledger/models"
)

const (
	pageQuery = `query ($criteria: LedgerCriteria!, $after: Cursor) {
  referralPartnerLedgers(criteria: $criteria, first: 50, after: $after) {
    nodes { partner { id code name } beginningBalance commissionsEarned clawbacks adjustments payments endingBalance }
    pageInfo { hasNextPage }
  }
}`
	pageWithTotalsQuery = `query ($criteria: LedgerCriteria!, $after: Cursor) {
  referralPartnerLedgers(criteria: $criteria, first: 50, after: $after) {
    totalCount
    totals { beginningBalance commissionsEarned clawbacks adjustments payments endingBalance }
    nodes { partner { id code name } beginningBalance commissionsEarned clawbacks adjustments payments endingBalance }
    pageInfo { hasNextPage }
  }
}`
)

// Pages of the report by name: the first with totals, a search, the next one.
func pagesJob(ctx context.Context, b *bench) ([]row, error) {
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
	month := b.lastMonth()
	start, behind := month.start.Format(time.DateOnly), month.end.AddDate(0, 0, 1).Format(time.DateOnly)
	criteria := map[string]any{"period": month.input()}
	name, id, err := b.middlePartner(ctx)
	if err != nil {
		return nil, err
	}
	words := strings.Fields(name)
	searched := strings.ToLower(words[0] + " " + words[1]) // one of 576 such pairs
	cursor := models.Position{List: "ledgers/PARTNER_NAME/ASC", Key: name, ID: id}.Cursor()
	var rows []row
	for _, about := range []struct {
		what, query string
		variables   variables
		path        string
		asked       url.Values
	}{
		{
			"first page by name, totals, count", pageWithTotalsQuery,
			variables{"criteria": criteria},
			"/page",
			url.Values{"start": {start}, "behind": {behind}, "totals": {"yes"}},
		},
		{
			"first page of a text search, totals, count", pageWithTotalsQuery,
			variables{"criteria": map[string]any{"period": month.input(), "search": searched}},
			"/search",
			url.Values{"start": {start}, "behind": {behind}, "search": {searched}},
		},
		{
			"next page by name, by cursor", pageQuery,
			variables{"criteria": criteria, "after": cursor},
			"/page",
			url.Values{"start": {start}, "behind": {behind}, "name": {name}, "id": {strconv.FormatInt(id, 10)}},
		},
	} {
		ours := func(ctx context.Context) ([]byte, error) {
			return s.graphql(ctx, operation(about.query, about.variables))
		}
		limit := func(ctx context.Context) ([]byte, error) { return handler.get(ctx, about.path, about.asked) }
		if err := sameBytes(ctx, ours, limit); err != nil {
			return rows, err
		}
		found, err := b.compareTimes(ctx, forget(ours), forget(limit))
		if err != nil {
			return rows, err
		}
		r := found.row(about.what, seconds, atMost(2))
		r.Memory = s.peak()
		rows = append(rows, r)
	}
	return rows, nil
}

// middlePartner returns whom a page in the middle begins behind.
func (b *bench) middlePartner(ctx context.Context) (name string, id int64, err error) {
	conn, err := b.connect(ctx, ownerRole, original)
	if err != nil {
		return "", 0, err
	}
	defer conn.Close(ctx)
	err = conn.QueryRow(ctx, "SELECT name, id FROM partners ORDER BY name, id OFFSET $1 LIMIT 1", b.partners/2).Scan(&name, &id)
	return name, id, err
}

// answering is a side whose answer can be looked at.
type answering func(ctx context.Context) ([]byte, error)

func forget(f answering) side {
	return func(ctx context.Context) error {
		_, err := f(ctx)
		return err
	}
}

// sameBytes checks that two sides answer the same bytes.
func sameBytes(ctx context.Context, ours, limit answering) error {
	left, err := ours(ctx)
	if err != nil {
		return err
	}
	right, err := limit(ctx)
	if err != nil {
		return err
	}
	if bytes.Equal(left, right) {
		return nil
	}
	from := 0
	for from < min(len(left), len(right)) && left[from] == right[from] {
		from++
	}
	return fmt.Errorf("the answers differ: ours has %.80q where the limit has %.80q", left[from:], right[from:])
}
