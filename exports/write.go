package exports

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"

	"gorm.io/gorm"

	"partnerledger/models"
)

// pageRows is how many rows are in memory at once, as they stand in the file.
const pageRows = 5000

// WriteCSV writes an export's file from its frozen rows. After an error, and only then, what was written is not the file:
// too short, or, where it is not what was sealed, another one.
func (s *Service) WriteCSV(ctx context.Context, w io.Writer, e *models.LedgerExport) error {
	digest := sha256.New()
	if err := write(s.DB.WithContext(ctx), io.MultiWriter(w, digest), e); err != nil {
		return err
	}
	if got := hex.EncodeToString(digest.Sum(nil)); got != e.SHA256 {
		return fmt.Errorf("export %d: the file's SHA-256 is %s, but it was sealed as %s", e.ID, got, e.SHA256)
	}
	return nil
}

// write reads a page, then sends it: however slow the reader is, it holds no connection to the database.
func write(tx *gorm.DB, w io.Writer, e *models.LedgerExport) error {
	var page bytes.Buffer
	file := newCSV(&page, e)
	written := 0
	for first := 1; first == 1 || first <= e.RowCount; first += pageRows { // the header is there where nobody is
		rows, err := file.page(tx, first, first+pageRows-1)
		if err != nil {
			return err
		}
		if _, err := page.WriteTo(w); err != nil {
			return err
		}
		written += rows
	}
	if written != e.RowCount {
		return fmt.Errorf("export %d: %d of its %d rows are there", e.ID, written, e.RowCount)
	}
	return nil
}
