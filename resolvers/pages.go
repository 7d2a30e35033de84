package resolvers

import (
	"context"
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"partnerledger/graph"
	"partnerledger/ledger"
	"partnerledger/models"
	"partnerledger/payments"
)

// page makes a page of the arguments that every connection has.
func page(first int, after *string) models.Page { return models.Page{First: first, After: after} }

// wants tells whether the query selects any of some fields of what is being resolved: what takes a statement of its
// own is found only where it is asked for.
func wants(ctx context.Context, fields ...string) bool {
	return slices.ContainsFunc(graphql.CollectAllFields(ctx), func(selected string) bool {
		return slices.Contains(fields, selected)
	})
}

// wantsOnly tells whether the query asks for none but these fields of what is being resolved.
func wantsOnly(ctx context.Context, fields ...string) bool {
	return !slices.ContainsFunc(graphql.CollectAllFields(ctx), func(selected string) bool {
		return !slices.Contains(fields, selected)
	})
}

// pageInfo tells where a page stands.
func pageInfo[T any](s models.Slice[T]) *graph.PageInfo {
	info := &graph.PageInfo{HasNextPage: s.HasNextPage, HasPreviousPage: s.HasPreviousPage}
	if n := len(s.Cursors); n > 0 {
		info.StartCursor, info.EndCursor = &s.Cursors[0], &s.Cursors[n-1]
	}
	return info
}

// edges pairs the nodes of a page with their cursors.
func edges[T, E any](s models.Slice[T], edge func(cursor string, node T) *E) []*E {
	all := make([]*E, len(s.Nodes))
	for i, node := range s.Nodes {
		all[i] = edge(s.Cursors[i], node)
	}
	return all
}

// nodes never is nil: a list of the API is empty, not null.
func nodes[T any](s models.Slice[T]) []T {
	if s.Nodes == nil {
		return []T{}
	}
	return s.Nodes
}

func totals(f models.Figures, currency string) *graph.LedgerTotals {
	return &graph.LedgerTotals{
		CurrencyCode: currency, BeginningBalance: f.BeginningBalance, Commissions: f.Commissions(),
		CommissionsEarned: f.CommissionsEarned, Clawbacks: f.Clawbacks, Adjustments: f.Adjustments,
		Payments: f.Payments, EndingBalance: f.EndingBalance,
	}
}

// lines makes entries of a ledger of what was recorded; their balances are found where they are asked for.
func lines(entries []models.LedgerEntry) []*ledger.Entry {
	all := make([]*ledger.Entry, len(entries))
	for i := range entries {
		all[i] = &ledger.Entry{LedgerEntry: entries[i]}
	}
	return all
}

func pointers[T any](values []T) []*T {
	all := make([]*T, len(values))
	for i := range values {
		all[i] = &values[i]
	}
	return all
}

// account is a partner's ledger in a currency, the partner's own where none is named.
func account(p *models.Partner, currencyCode *string) ledger.Account {
	if currencyCode == nil {
		currencyCode = &p.CurrencyCode
	}
	return ledger.Account{PartnerID: p.ID, CurrencyCode: *currencyCode}
}

// batchOf is the batch that something names, if it names one.
func batchOf(ctx context.Context, id *int64) (*models.PaymentBatch, error) {
	if id == nil {
		return nil, nil
	}
	return load(ctx).batch.Load(ctx, *id)
}

func paymentConnection(found *payments.Payments) *graph.PaymentConnection {
	if found == nil {
		return nil
	}
	return &graph.PaymentConnection{
		Nodes: nodes(found.Slice), PageInfo: pageInfo(found.Slice), TotalCount: found.Count, TotalAmount: found.TotalAmount,
		Edges: edges(found.Slice, func(cursor string, node *models.Payment) *graph.PaymentEdge {
			return &graph.PaymentEdge{Cursor: cursor, Node: node}
		}),
	}
}

func skippedConnection(found *models.Slice[*payments.Skipped], count int) *graph.SkippedPartnerConnection {
	if found == nil {
		return nil
	}
	return &graph.SkippedPartnerConnection{Nodes: nodes(*found), PageInfo: pageInfo(*found), TotalCount: count}
}
