//go:build unix

package main

import (
	"context"

	"github.com/jackc/pgx/v5"
	"github.com/shopspring/decimal"
)

// tables is what the database holds, on one snapshot.
type tables struct {
	now      snapshot
	partners []string
	entries  []row
	months   []string
	openings map[opening]figures  // of which only some are kept: see openingsOf
	orders   map[string]orderRow  // by order id
	refunds  map[string]refundRow // by refund id
	batches  []*batchRow
	skipped  map[int64]map[string]skippedRow // by batch and partner
	frozen   map[string]*frozen              // by export id
	events   map[string]int                  // by action and subject
}

// row is an entry, and the transaction that recorded it.
type row struct {
	entry
	id         int64
	partner    string
	commission string // the source of the commission that a clawback takes back
	payment    int64
	by         uint64
}

type opening struct{ month, partner string }

type orderRow struct {
	date, partner string
	total         decimal.Decimal
}

type refundRow struct {
	order, date string
	amount      decimal.Decimal
}

// batchRow is a batch with its payments.
type batchRow struct {
	id            int64
	batchID, date string
	method        string
	period        period
	paymentCount  int
	skippedCount  int
	total         decimal.Decimal
	voided        bool
	payments      map[string]*paymentRow // by partner
	seen          snapshot               // by the statement that recorded it
	by            uint64                 // the transaction that recorded it
}

type paymentRow struct {
	id     int64
	amount decimal.Decimal
	voided bool
	basis  figures
	made   *row
	taken  *row // nil while it stands
}

type skippedRow struct {
	amount decimal.Decimal
	reason string
	batch  int64
}

// frozen is the rows of an export.
type frozen struct {
	period period
	seen   snapshot
	rows   map[string]figures // by partner
	owed   map[string]decimal.Decimal
}

// load reads all tables.
func (r *run) load(ctx context.Context) (*tables, error) {
	conn, err := pgx.Connect(ctx, r.db.url("partnerledger_server", r.name()))
	if err != nil {
		return nil, err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	tx, err := conn.BeginTx(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly})
	if err != nil {
		return nil, err
	}
	defer tx.Rollback(context.WithoutCancel(ctx)) //nolint:errcheck // it has only read
	t := &tables{
		openings: map[opening]figures{}, orders: map[string]orderRow{}, refunds: map[string]refundRow{}, skipped: map[int64]map[string]skippedRow{},
		frozen: map[string]*frozen{}, events: map[string]int{},
	}
	for _, read := range []func(*reader){
		t.readNow, t.readPartners, t.readEntries, t.readOpenings, t.readOrders, t.readBatches, t.readPayments, t.readSkipped, t.readExports, t.readEvents,
	} {
		from := &reader{ctx: ctx, tx: tx}
		if read(from); from.err != nil {
			return nil, from.err
		}
	}
	return t, nil
}
