package exports

import (
	"bufio"
	"encoding/csv"
	"io"

	"github.com/shopspring/decimal"

	"partnerledger/models"
)

// header names the columns. Programs read the file by these names: they never change.
var header = []string{
	"code", "name", "email", "status", "currency", "period_start", "period_end",
	"beginning_balance", "commissions_earned", "clawbacks", "commissions", "adjustments", "payments", "ending_balance",
	"owed_now",
}

// byteOrderMark tells Excel that the file is UTF-8; without it, it reads letters by the machine's code page.
const byteOrderMark = "\ufeff"

// CSV writes the rows of one export as RFC 4180: UTF-8 with a byte order mark, a header row, lines that end with CRLF.
// What it writes may stay in its buffer until Flush.
type CSV struct {
	export *models.LedgerExport
	rows   *csv.Writer
}

// NewCSV begins the file of an export. What goes wrong is told by Flush.
func NewCSV(w io.Writer, export *models.LedgerExport) *CSV {
	buffer := bufio.NewWriter(w)
	_, _ = buffer.WriteString(byteOrderMark)
	c := &CSV{export: export, rows: csv.NewWriter(buffer)}
	c.rows.UseCRLF = true
	_ = c.rows.Write(header)
	return c
}

// Write adds a row.
func (c *CSV) Write(row *models.LedgerExportRow) error {
	email := ""
	if row.Email != nil {
		email = *row.Email
	}
	return c.rows.Write([]string{
		textCell(row.Code), textCell(row.Name), textCell(email), textCell(string(row.Status)),
		c.export.CurrencyCode, c.export.PeriodStart.String(), c.export.PeriodEnd.String(),
		c.amount(row.BeginningBalance), c.amount(row.CommissionsEarned), c.amount(row.Clawbacks),
		c.amount(row.Commissions()), c.amount(row.Adjustments), c.amount(row.Payments), c.amount(row.EndingBalance),
		c.amount(row.OwedNow),
	})
}

// Flush sends what is written, and tells whether all was well.
func (c *CSV) Flush() error {
	c.rows.Flush()
	return c.rows.Error()
}

// amount writes a number plainly, with the digits of the currency: -12.50.
func (c *CSV) amount(d decimal.Decimal) string {
	return models.DecimalString(models.InCurrency(d, c.export.CurrencyCode))
}
