package exports

import (
	"encoding/json"
	"fmt"

	"gorm.io/gorm"

	"partnerledger/audit"
	"partnerledger/models"
)

// told is what the audit log keeps of an export.
type told struct {
	FileName      string          `json:"fileName"`
	Criteria      json.RawMessage `json:"criteria"`
	RowCount      int             `json:"rowCount"`
	EndingBalance string          `json:"endingBalance"`
	SHA256        string          `json:"sha256"`
}

// record tells the audit log of an export.
func (s *Service) record(tx *gorm.DB, e *models.LedgerExport) error {
	return audit.Record(tx, e.CreatedAt, audit.Event{
		Action: models.ActionLedgersExported, Subject: fmt.Sprintf("export %d", e.ID), After: told{
			e.FileName, json.RawMessage(e.Criteria), e.RowCount, models.AmountString(e.EndingBalance, e.CurrencyCode), e.SHA256,
		},
	})
}
