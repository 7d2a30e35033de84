package audit

import (
	"context"
	"io"
	"strconv"
	"time"

	"partnerledger/models"
	"partnerledger/sheet"
)

// header names the columns. Programs read the file by these names: they never change.
var header = []string{
	"id", "at", "action", "actor", "role", "through", "address", "operation", "subject", "partner_code", "before", "after",
}

// row is an event as the file has it.
type row struct {
	models.AuditEvent
	PartnerCode *string
}

// pageRows is how many events are in memory at once.
const pageRows = 1000

// WriteCSV writes every event of the criteria, the newest first. A page is read, then sent: however slow the reader is, it
// holds no connection to the database. After an error, and only then, what was written is not the file.
func (s *Service) WriteCSV(ctx context.Context, w io.Writer, c Criteria) error {
	file := sheet.NewWriter(w, header...)
	var last *models.Position
	for {
		var rows []row
		page := s.behind(s.selected(s.DB.WithContext(ctx), c), last).Limit(pageRows)
		err := page.Select("e.*, p.code AS partner_code").Joins("LEFT JOIN partners p ON p.id = e.partner_id").Find(&rows).Error
		if err != nil {
			return err
		}
		for i := range rows {
			if err := file.Write(rows[i].cells()...); err != nil {
				return err
			}
		}
		if err := file.Flush(); err != nil || len(rows) < pageRows {
			return err
		}
		at := position(&rows[pageRows-1].AuditEvent)
		last = &at
	}
}

func (r *row) cells() []string {
	return []string{
		strconv.FormatInt(r.ID, 10), r.At.UTC().Format(time.RFC3339Nano), string(r.Action),
		sheet.Text(r.Actor), text(r.Role), sheet.Text(r.Through), text(r.Address), sheet.Text(r.Operation),
		sheet.Text(r.Subject), text(r.PartnerCode), text(r.Before), text(r.After),
	}
}

// text is a cell that may be empty.
func text[T ~string](value *T) string {
	if value == nil {
		return ""
	}
	return sheet.Text(string(*value))
}
