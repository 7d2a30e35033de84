package main

import (
	"context"
	_ "embed"
	"net/url"
	"strconv"

	"github.com/jackc/pgx/v5/pgxpool"
)

//go:embed sql/ledger_page.sql
var ledgerPageSQL string

var entryFields = []string{"id", "date", "kind", "amount", "balance", "description", "source", "recordedAt"}

// ledgerPage is a page of 50 entries behind a position in one ledger.
func ledgerPage(ctx context.Context, pool *pgxpool.Pool, q url.Values) ([]byte, error) {
	body := []byte(`{"data":{"referralPartner":{"ledger":{"entries":{"nodes":[`)
	rows := 0
	err := texts(ctx, pool, func(cells [][]byte) {
		if rows++; rows > 50 {
			return
		}
		if rows > 1 {
			body = append(body, ',')
		}
		body = object(body, entryFields, cells)
	}, ledgerPageSQL, number(q, "partner"), q.Get("date"), number(q, "id"), q.Get("end"))
	body = append(body, `],"pageInfo":{"hasNextPage":`...)
	body = strconv.AppendBool(body, rows > 50)
	return append(body, "}}}}}}\n"...), err
}
