package exports

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"

	"gorm.io/gorm"

	"partnerledger/models"
)

// pageRows is how many rows are in memory at once.
const pageRows = 1000

// WriteCSV writes an export's file from its frozen rows. After an error, and only then, what was written is not the file:
// too short, or, where it is not what was sealed, another one.
func (s *Service) WriteCSV(ctx context.Context, w io.Writer, e *models.LedgerExport) error {
	digest := sha256.New()
	// A page is read, then sent: however slow the reader is, it holds no connection to the database.
	if err := write(s.DB.WithContext(ctx), io.MultiWriter(w, digest), e); err != nil {
		return err
	}
	if got := hex.EncodeToString(digest.Sum(nil)); got != e.SHA256 {
		return fmt.Errorf("export %d: the file's SHA-256 is %s, but it was sealed as %s", e.ID, got, e.SHA256)
	}
	return nil
}

func write(tx *gorm.DB, w io.Writer, e *models.LedgerExport) error {
	file := NewCSV(w, e)
	written := 0
	for first := 1; first <= e.RowCount; first += pageRows {
		rows, err := rowsFrom(tx, e.ID, first)
		if err != nil {
			return err
		}
		if err := writeRows(file, rows); err != nil {
			return err
		}
		written += len(rows)
	}
	if written != e.RowCount {
		return fmt.Errorf("export %d: %d of its %d rows are there", e.ID, written, e.RowCount)
	}
	return file.Flush()
}

// rowsFrom returns the page of rows that begins at a position. It says where the page ends, too, instead of how many rows
// there may be: right after they were inserted Postgres has no idea how many there are, and would sort all that are left.
func rowsFrom(tx *gorm.DB, export int64, first int) ([]models.LedgerExportRow, error) {
	var rows []models.LedgerExportRow
	err := tx.Where("export_id = ? AND position BETWEEN ? AND ?", export, first, first+pageRows-1).
		Order("position").Find(&rows).Error
	return rows, err
}

func writeRows(file *CSV, rows []models.LedgerExportRow) error {
	for i := range rows {
		if err := file.Write(&rows[i]); err != nil {
			return err
		}
	}
	return file.Flush()
}
