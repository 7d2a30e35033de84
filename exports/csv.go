package exports

import (
	"io"

	"github.com/shopspring/decimal"

	"partnerledger/models"
	"partnerledger/sheet"
)

// header names the columns. Programs read the file by these names: they never change.
var header = []string{
	"code", "name", "email", "status", "currency", "period_start", "period_end",
	"beginning_balance", "commissions_earned", "clawbacks", "commissions", "adjustments", "payments", "ending_balance",
	"owed_now",
}

// CSV writes the rows of one export. What it writes may stay in its buffer until Flush.
type CSV struct {
	export *models.LedgerExport
	rows   *sheet.Writer
}

// NewCSV begins the file of an export. What goes wrong is told by Flush.
func NewCSV(w io.Writer, export *models.LedgerExport) *CSV {
	return &CSV{export: export, rows: sheet.NewWriter(w, header...)}
}

// Write adds a row.
func (c *CSV) Write(row *models.LedgerExportRow) error {
	email := ""
	if row.Email != nil {
		email = *row.Email
	}
	return c.rows.Write(
		sheet.Text(row.Code), sheet.Text(row.Name), sheet.Text(email), sheet.Text(string(row.Status)),
		c.export.CurrencyCode, c.export.PeriodStart.String(), c.export.PeriodEnd.String(),
		c.amount(row.BeginningBalance), c.amount(row.CommissionsEarned), c.amount(row.Clawbacks),
		c.amount(row.Commissions()), c.amount(row.Adjustments), c.amount(row.Payments), c.amount(row.EndingBalance),
		c.amount(row.OwedNow),
	)
}

// Flush sends what is written, and tells whether all was well.
func (c *CSV) Flush() error { return c.rows.Flush() }

func (c *CSV) amount(d decimal.Decimal) string { return models.AmountString(d, c.export.CurrencyCode) }
