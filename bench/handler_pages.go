package main

import (
	"context"
	_ "embed"
	"net/url"
	"strconv"

	"github.com/jackc/pgx/v5/pgxpool"
)

var (
	//go:embed sql/name_page.sql
	namePageSQL string
	//go:embed sql/totals.sql
	totalsSQL string
	//go:embed sql/search_page.sql
	searchPageSQL string
)

var (
	partnerFields = []string{"id", "code", "name"}
	figureFields  = []string{"beginningBalance", "commissionsEarned", "clawbacks", "adjustments", "payments", "endingBalance"}
)

// page is a page of the report on its way.
type page struct {
	nodes []byte
	rows  int
}

func (p *page) add(cells [][]byte) {
	if p.rows++; p.rows > 50 {
		return
	}
	if p.rows > 1 {
		p.nodes = append(p.nodes, ',')
	}
	p.nodes = object(append(p.nodes, `{"partner":`...), partnerFields, cells)
	figures := object(nil, figureFields, cells[3:])
	p.nodes = append(append(p.nodes, ','), figures[1:]...)
}

const beginning = `{"data":{"referralPartnerLedgers":{`

func (p *page) finish(body []byte) []byte {
	body = append(append(body, `"nodes":[`...), p.nodes...)
	body = append(body, `],"pageInfo":{"hasNextPage":`...)
	return append(strconv.AppendBool(body, p.rows > 50), "}}}}\n"...)
}

// whole appends the count and the totals.
func whole(body, count []byte, sums [][]byte) []byte {
	body = append(append(append(body, `"totalCount":`...), count...), `,"totals":`...)
	return append(object(body, figureFields, sums), ',')
}

// namePage is a page of the report by name behind a partner; with totals where they are asked for.
func namePage(ctx context.Context, pool *pgxpool.Pool, q url.Values) ([]byte, error) {
	var p page
	if err := texts(ctx, pool, p.add, namePageSQL, q.Get("name"), number(q, "id"), q.Get("start"), q.Get("behind")); err != nil {
		return nil, err
	}
	body := []byte(beginning)
	if q.Get("totals") == "" {
		return p.finish(body), nil
	}
	err := texts(ctx, pool, func(cells [][]byte) { body = whole(body, cells[0], cells[1:]) }, totalsSQL, q.Get("start"), q.Get("behind"))
	return p.finish(body), err
}

// searchPage is the first page by name of what a search finds, with totals.
func searchPage(ctx context.Context, pool *pgxpool.Pool, q url.Values) ([]byte, error) {
	var p page
	body := []byte(beginning)
	err := texts(ctx, pool, func(cells [][]byte) {
		if cells[1] == nil {
			body = whole(body, cells[0], cells[3:])
			return
		}
		p.add(cells)
	}, searchPageSQL, "%"+q.Get("search")+"%", q.Get("start"), q.Get("behind"))
	return p.finish(body), err
}
