package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
)

const exportQuery = `mutation ($criteria: LedgerCriteria) {
  exportLedgers(criteria: $criteria) { export { id rowCount sha256 downloadUrl } userErrors { message } }
}`

// export is one that the server has made.
type export struct{ ID, SHA256, DownloadURL string }

// An export of everybody's ledger of the last month: making it, and its file.
func exportJob(ctx context.Context, b *bench) (rows []row, err error) {
	w, err := b.writing(ctx)
	if err != nil {
		return nil, err
	}
	defer w.close(ctx)
	defer finally(ctx, &err, w.forgetExports)
	making, err := b.makeExports(ctx, w)
	if err != nil {
		return nil, err
	}
	sending, err := b.sendExports(ctx, w)
	return append(making, sending...), err
}

func (w *writing) forgetExports(ctx context.Context) error {
	const statements = "DELETE FROM ledger_export_rows; DELETE FROM ledger_exports; DELETE FROM audit_events"
	return w.clear(ctx, statements, "ledger_export_rows", "ledger_exports", "audit_events")
}

// makeExports measures the mutation beside the statements that freeze the same rows, and send them once, as the server reads
// them for their digest.
func (b *bench) makeExports(ctx context.Context, w *writing) ([]row, error) {
	rest := w.warm(ctx, b.lastMonth())
	w.forgetPeak()
	ours := func(ctx context.Context) error { _, err := b.export(ctx, w.server); return err }
	if err := ours(ctx); err != nil {
		return nil, err
	}
	more := w.peak() - rest
	freeze, rows := sqlOf("freeze", b.lastMonth().constants()...), sqlOf("export_rows", "{export}", "0")
	limit := func(ctx context.Context) error {
		if err := w.psql.Exec(ctx, freeze).Close(); err != nil {
			return err
		}
		_, err := w.psql.CopyTo(ctx, io.Discard, rows)
		return err
	}
	found, err := b.compare(ctx, b.again(ours, w.forgetExports), b.again(limit, w.forgetExports))
	if err != nil {
		return nil, err
	}
	r := found[0].row("export of all partners: making it", seconds, atMost(1.2))
	r.Memory = w.peak()
	return []row{r, memory("export of all partners: server memory of making it", more, 16)}, nil
}

// sendExports measures the download of a file beside COPY of the same rows.
func (b *bench) sendExports(ctx context.Context, w *writing) ([]row, error) {
	made, err := b.export(ctx, w.server)
	if err != nil {
		return nil, err
	}
	statement := sqlOf("export_rows", "{export}", made.ID)
	if err := sameFile(ctx, w.server, w.psql, made, statement); err != nil {
		return nil, err
	}
	rest := w.resident()
	w.forgetPeak()
	found, err := b.compareTimes(ctx,
		func(ctx context.Context) error { return w.download(ctx, made.DownloadURL, io.Discard) },
		func(ctx context.Context) error { _, err := w.psql.CopyTo(ctx, io.Discard, statement); return err })
	if err != nil {
		return nil, err
	}
	r := found.row("export of all partners: its file", seconds, atMost(1.2))
	r.Memory = w.peak()
	return []row{r, memory("export of all partners: server memory of its file", w.peak()-rest, 16)}, nil
}

func (b *bench) export(ctx context.Context, s *server) (export, error) {
	var found struct {
		ExportLedgers struct {
			Export struct {
				export
				RowCount int
			}
		}
	}
	err := s.ask(ctx, exportQuery, reportVariables(b.lastMonth()), &found)
	made := found.ExportLedgers.Export
	if err == nil && made.RowCount != b.partners {
		err = fmt.Errorf("the export has %d rows of %d partners", made.RowCount, b.partners)
	}
	return made.export, err
}

// download gets a file.
func (c *client) download(ctx context.Context, path string, to io.Writer) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, c.address+path, nil)
	if err != nil {
		return err
	}
	r.Header.Set("Authorization", "Bearer "+c.token)
	response, err := c.http.Do(r)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s answers %s", path, response.Status)
	}
	_, err = io.Copy(to, response.Body)
	return err
}

// sameFile checks that the file is the sealed one, and the limit's.
func sameFile(ctx context.Context, s *server, psql plain, made export, statement string) error {
	var ours bytes.Buffer
	if err := s.download(ctx, made.DownloadURL, &ours); err != nil {
		return err
	}
	if sum := sha256.Sum256(ours.Bytes()); hex.EncodeToString(sum[:]) != made.SHA256 {
		return fmt.Errorf("the file isn't the one that was sealed")
	}
	return sameLines(ctx, &ours, psql, statement)
}

// sameLines checks that COPY sends the file, but for what makes it one for spreadsheets: its first row and the ends of lines.
func sameLines(ctx context.Context, ours io.Reader, psql plain, statement string) error {
	var limit bytes.Buffer
	if _, err := psql.CopyTo(ctx, &limit, statement); err != nil {
		return err
	}
	left := bufio.NewScanner(ours) // takes the ends of lines away
	left.Scan()
	for right := bufio.NewScanner(&limit); right.Scan(); {
		if left.Scan(); left.Text() != right.Text() {
			return fmt.Errorf("the files differ: ours has %q where the limit has %q", left.Text(), right.Text())
		}
	}
	if left.Scan() {
		return fmt.Errorf("the files differ: ours has more rows")
	}
	return nil
}
