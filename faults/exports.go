//go:build unix

package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// export is a frozen report.
type export struct {
	ID, SHA256, DownloadURL string
	RowCount                int
	Totals                  figures
}

const exportQuery = `mutation ($criteria: LedgerCriteria) { r: exportLedgers(criteria: $criteria) {
	export { id sha256 downloadUrl rowCount totals { ` + figureFields + ` } } userErrors { message } } }`

// export freezes a report. It has no id of its own: where the outcome isn't known there may be another one of it.
func (c *client) export(ctx context.Context) error {
	var data struct{ R struct{ Export *export } }
	_, err := c.ask(ctx, c.random.IntN(2), exportQuery, map[string]any{"criteria": map[string]any{"period": c.period()}}, &data)
	if err != nil {
		return err
	}
	e := data.R.Export
	if e == nil || e.RowCount != len(c.book.partners) || e.Totals.check() != nil {
		return fmt.Errorf("the export is %+v", e)
	}
	c.counts.one("exports")
	c.book.mu.Lock()
	defer c.book.mu.Unlock()
	c.book.exports = append(c.book.exports, e)
	return nil
}

// download gets the file of an export, which must be what it was when it was made.
func (c *client) download(ctx context.Context) error {
	e := pick(c.book, &c.book.exports, c.random)
	if e == nil {
		return nil
	}
	return c.checkFile(ctx, e)
}

func (c *client) checkFile(ctx context.Context, e *export) error {
	file, err := c.get(ctx, e.DownloadURL)
	if sum := sha256.Sum256(file); err == nil && hex.EncodeToString(sum[:]) != e.SHA256 {
		err = fmt.Errorf("the file of export %s has changed", e.ID)
	}
	return err
}
