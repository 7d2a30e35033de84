package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// linesOfOrder is how many lines an order of the file has.
const linesOfOrder = 3

// imported are the tables that a file of orders goes into, and which of their rows are its own.
var imported = []struct{ table, where string }{
	{"orders", "order_id LIKE 'import-%'"},
	{"order_lines", "order_id LIKE 'import-%'"},
	{"ledger_entries", "(partner_id, source) IN (SELECT partner_id, 'order:' || order_id || '/1' FROM orders WHERE order_id LIKE 'import-%')"},
}

// A file of orders of the current month, beside COPY of the rows that come of it.
func importJob(ctx context.Context, b *bench) (rows []row, err error) {
	w, err := b.writing(ctx)
	if err != nil {
		return nil, err
	}
	defer w.close(ctx)
	defer finally(ctx, &err, w.forgetImport)
	folder, err := os.MkdirTemp(b.programs.folder, "import-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	file := filepath.Join(folder, "orders.csv")
	if err := b.writeOrders(file); err != nil {
		return nil, err
	}
	ours := func(ctx context.Context) error { return b.importFile(ctx, w, file) }
	owner, err := b.plain(ctx, ownerRole, writable) // row-level security lets nobody else copy in
	if err != nil {
		return nil, err
	}
	defer owner.Close(ctx)
	limit := func(ctx context.Context) error { return owner.copyIn(ctx, folder) }
	rest := w.warm(ctx, b.lastMonth())
	w.forgetPeak()
	if err := ours(ctx); err != nil {
		return nil, err
	}
	more := w.peak() - rest
	if err := w.sameImport(ctx, folder, limit); err != nil {
		return nil, err
	}
	found, err := b.compare(ctx, b.again(ours, w.forgetImport), b.again(limit, w.forgetImport))
	if err != nil {
		return nil, err
	}
	what := fmt.Sprintf("import of %d order lines", b.lines)
	r := found[0].row(what, seconds, atMost(4))
	r.Memory = w.peak()
	return []row{r, memory(what+": server memory", more, 64)}, nil
}

// writeOrders writes a file of orders of everybody.
func (b *bench) writeOrders(path string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	out := bufio.NewWriter(file)
	now := time.Now().UTC().Format(time.RFC3339)
	fmt.Fprintln(out, "order_id,ordered_at,partner_code,customer_id,sku,product,quantity,unit_price,currency")
	for i := range b.lines {
		order := i / linesOfOrder
		fmt.Fprintf(out, "import-%d,%s,%s,C%d,SKU-%d,Article %d,%d,%d.%02d,USD\n", order, now, partnerCode(1+order*7919%b.partners),
			order%5000, i%997, i%997, 1+i%4, 2+i%60, i%100)
	}
	return out.Flush()
}

func (b *bench) importFile(ctx context.Context, w *writing, path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	answer, err := w.post(ctx, "/imports/orders", "text/csv", file)
	if err != nil {
		return err
	}
	var report struct{ Rows, Recorded int }
	err = json.Unmarshal(answer, &report)
	if want := (b.lines + linesOfOrder - 1) / linesOfOrder; err == nil && (report.Rows != b.lines || report.Recorded != want) {
		err = fmt.Errorf("%d rows and %d orders are recorded of %d and %d", report.Rows, report.Recorded, b.lines, want)
	}
	return err
}

// sameImport keeps the rows that came of the file, records them by COPY, and compares.
func (w *writing) sameImport(ctx context.Context, folder string, limit side) error {
	ours, err := w.digest(ctx)
	if err != nil {
		return err
	}
	if err := w.copyOut(ctx, folder); err != nil {
		return err
	}
	if err := w.forgetImport(ctx); err != nil {
		return err
	}
	if err := limit(ctx); err != nil {
		return err
	}
	copied, err := w.digest(ctx)
	if err == nil {
		err = same(ours, copied)
	}
	if err != nil {
		return err
	}
	return w.forgetImport(ctx)
}

func (w *writing) digest(ctx context.Context) ([]string, error) {
	return w.psql.rows(ctx, `SELECT count(*), sum(total), sum(hashtextextended(order_id, 0)) FROM orders WHERE order_id LIKE 'import-%';
		SELECT count(*), sum(amount), sum(line) FROM order_lines WHERE order_id LIKE 'import-%';
		SELECT count(*), sum(e.amount), sum(e.partner_id) FROM orders o
		JOIN ledger_entries e ON e.partner_id = o.partner_id AND e.source = 'order:' || o.order_id || '/1' WHERE o.order_id LIKE 'import-%'`)
}

// copyOut writes the rows of each table to a file, and copyIn reads them. The order is that in which they were recorded.
func (w *writing) copyOut(ctx context.Context, folder string) error {
	for _, i := range imported {
		file, err := os.Create(filepath.Join(folder, i.table))
		if err != nil {
			return err
		}
		_, err = w.psql.CopyTo(ctx, file, fmt.Sprintf("COPY (SELECT * FROM %s WHERE %s ORDER BY ctid) TO STDOUT", i.table, i.where))
		if err := errors.Join(err, file.Close()); err != nil {
			return err
		}
	}
	return nil
}

func (p plain) copyIn(ctx context.Context, folder string) error {
	if err := p.Exec(ctx, "BEGIN").Close(); err != nil {
		return err
	}
	for _, i := range imported {
		file, err := os.Open(filepath.Join(folder, i.table))
		if err != nil {
			return err
		}
		_, err = p.CopyFrom(ctx, io.Reader(file), "COPY "+i.table+" FROM STDIN")
		if err := errors.Join(err, file.Close()); err != nil {
			return err
		}
	}
	return p.Exec(ctx, "COMMIT").Close()
}

func (w *writing) forgetImport(ctx context.Context) error {
	statements := "DELETE FROM audit_events"
	tables := []string{"audit_events"}
	for _, i := range slices.Backward(imported) {
		statements += "; DELETE FROM " + i.table + " WHERE " + i.where
		tables = append(tables, i.table)
	}
	return w.clear(ctx, statements, tables...)
}
