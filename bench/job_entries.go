package main

import (
	"bytes"
	"context"
	"io"
	"net/url"
	"time"
)

// A file of a tenth of all entries, those of the last days, beside COPY of the same rows in the same order. The server tells its
// audit log of every one.
func entriesJob(ctx context.Context, b *bench) (rows []row, err error) {
	w, err := b.writing(ctx)
	if err != nil {
		return nil, err
	}
	defer w.close(ctx)
	defer finally(ctx, &err, func(ctx context.Context) error { return w.clear(ctx, "DELETE FROM audit_events", "audit_events") })
	var days period
	err = w.owner.QueryRow(ctx, `SELECT min(date), max(date) FROM (
		SELECT date, sum(count(*)) OVER (ORDER BY date DESC) - count(*) AS later, sum(count(*)) OVER () AS entries
		FROM ledger_entries WHERE currency_code = 'USD' GROUP BY date) AS d
		WHERE later < entries / 10`).Scan(&days.start, &days.end)
	if err != nil {
		return nil, err
	}
	path := "/entries.csv?" + url.Values{
		"start": {days.start.Format(time.DateOnly)}, "end": {days.end.Format(time.DateOnly)},
	}.Encode()
	statement := sqlOf("entries_rows", days.constants()...)
	var ours bytes.Buffer
	if err := w.download(ctx, path, &ours); err != nil {
		return nil, err
	}
	if err := sameLines(ctx, &ours, w.psql, statement); err != nil {
		return nil, err
	}
	rest := w.warm(ctx, b.lastMonth())
	w.forgetPeak()
	found, err := b.compareTimes(ctx,
		func(ctx context.Context) error { return w.download(ctx, path, io.Discard) },
		func(ctx context.Context) error { _, err := w.psql.CopyTo(ctx, io.Discard, statement); return err })
	if err != nil {
		return nil, err
	}
	r := found.row("export of all entries of a period, a tenth of all there are", seconds, atMost(1.2))
	r.Memory = w.peak()
	return []row{r, memory("export of all entries of a period: server memory", w.peak()-rest, 16)}, nil
}
