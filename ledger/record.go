package ledger

import (
	_ "embed"
	"encoding/json"

	"gorm.io/gorm"

	"partnerledger/models"
)

var (
	//go:embed record.sql
	recordSQL string
	//go:embed carry.sql
	carrySQL string
)

// Carried is the part of a statement that carries forward what its part "recorded" has added to ledger_entries. Every
// statement that adds entries has it.
func Carried() string { return carrySQL }

// Record adds entries to the ledgers, in the order given, and returns those that were not there before: an entry of the
// same partner and source is left as it is. It must run at READ COMMITTED, see record.sql.
func Record(tx *gorm.DB, entries []models.LedgerEntry) ([]models.LedgerEntry, error) {
	if len(entries) == 0 {
		return nil, nil
	}
	rows := make([]recordedRow, len(entries))
	for i, e := range entries {
		rows[i] = recordedRow{i, e}
	}
	given, err := json.Marshal(rows)
	if err != nil {
		return nil, err
	}
	var recorded []models.LedgerEntry
	err = tx.Raw(fill(recordSQL, map[string]string{"{carried}": carrySQL}),
		map[string]any{"entries": string(given)}).Find(&recorded).Error
	for _, e := range recorded {
		Count(tx, e.Kind, 1)
	}
	return recorded, err
}

type recordedRow struct {
	Position int `json:"position"`
	models.LedgerEntry
}
