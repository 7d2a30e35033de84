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

	"github.com/jackc/pgx/v5"
)

const exportQuery = `mutation ($criteria: LedgerCriteria) {
  exportLedgers(criteria: $criteria) { export { id rowCount sha256 downloadUrl } userErrors { message } }
}`

// export is one that the server has made.
type export struct{ ID, SHA256, DownloadURL string }

// An export of everybody's ledger of the last month: making it, and its file.
func exportJob(ctx context.Context, b *bench) ([]row, error) {
	if err := b.copy(ctx); err != nil {
		return nil, err
	}
	s, err := b.server(ctx, writable)
	if err != nil {
		return nil, err
	}
	defer s.stop()
	owner, err := b.connect(ctx, ownerRole, writable)
	if err != nil {
		return nil, err
	}
	defer owner.Close(ctx)
	defer owner.Exec(ctx, forgetExports)
	psql, err := b.plain(ctx, serverRole, writable)
	if err != nil {
		return nil, err
	}
	defer psql.Close(ctx)
	making, err := b.makeExports(ctx, s, owner, psql)
	if err != nil {
		return nil, err
	}
	sending, err := b.sendExports(ctx, s, psql)
	return append(making, sending...), err
}

const forgetExports = `DELETE FROM ledger_export_rows; DELETE FROM ledger_exports; DELETE FROM audit_events`

// makeExports measures the mutation beside the statements that freeze the same rows, and send them once, as the server reads
// them for their digest.
func (b *bench) makeExports(ctx context.Context, s *server, owner *pgx.Conn, psql plain) ([]row, error) {
	rest := s.warm(ctx, b.lastMonth())
	s.forgetPeak()
	ours := func(ctx context.Context) error { _, err := b.export(ctx, s); return err }
	if err := ours(ctx); err != nil {
		return nil, err
	}
	more := s.peak() - rest
	month := b.lastMonth()
	freeze, rows := sqlOf("freeze", month.constants()...), sqlOf("export_rows", "{export}", "0")
	limit := func(ctx context.Context) error {
		if err := psql.Exec(ctx, "BEGIN; "+freeze).Close(); err != nil {
			return err
		}
		_, err := psql.CopyTo(ctx, io.Discard, rows)
		return err
	}
	undo := func(ctx context.Context) error {
		if err := psql.Exec(ctx, "ROLLBACK").Close(); err != nil {
			return err
		}
		return clear(ctx, owner, forgetExports, "ledger_export_rows", "ledger_exports")
	}
	found, err := b.compare(ctx, b.again(ours, undo), b.again(limit, undo))
	if err != nil {
		return nil, err
	}
	r := found[0].row("export of all partners: making it", seconds, atMost(1.2))
	r.Memory = s.peak()
	return []row{r, memory("export of all partners: server memory beyond what it had", more, 16)}, nil
}

// sendExports measures the download of a file beside COPY of the same rows.
func (b *bench) sendExports(ctx context.Context, s *server, psql plain) ([]row, error) {
	made, err := b.export(ctx, s)
	if err != nil {
		return nil, err
	}
	statement := sqlOf("export_rows", "{export}", made.ID)
	if err := sameFile(ctx, s, psql, made, statement); err != nil {
		return nil, err
	}
	s.forgetPeak()
	rest := s.resident()
	found, err := b.compareTimes(ctx,
		func(ctx context.Context) error { return s.download(ctx, made.DownloadURL, io.Discard) },
		func(ctx context.Context) error { _, err := psql.CopyTo(ctx, io.Discard, statement); return err })
	if err != nil {
		return nil, err
	}
	r := found.row("export of all partners: its file", seconds, atMost(1.2))
	r.Memory = s.peak()
	return []row{r, memory("export of all partners: server memory of its file beyond what it had", s.peak()-rest, 16)}, nil
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

// sameFile checks that COPY sends the file, but for what makes it one for spreadsheets: its first row and the ends of lines.
func sameFile(ctx context.Context, s *server, psql plain, made export, statement string) error {
	var ours, limit bytes.Buffer
	if err := s.download(ctx, made.DownloadURL, &ours); err != nil {
		return err
	}
	if sum := sha256.Sum256(ours.Bytes()); hex.EncodeToString(sum[:]) != made.SHA256 {
		return fmt.Errorf("the file isn't the one that was sealed")
	}
	if _, err := psql.CopyTo(ctx, &limit, statement); err != nil {
		return err
	}
	left := bufio.NewScanner(&ours) // takes the ends of lines away
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
