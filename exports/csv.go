package exports

import (
	_ "embed"
	"errors"
	"io"
	"strings"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/models"
	"partnerledger/sheet"
)

//go:embed rows.sql
var rowsSQL string

// header names the columns. Programs read the file by these names: they never change.
var header = []string{
	"code", "name", "email", "status", "currency", "period_start", "period_end",
	"beginning_balance", "commissions_earned", "clawbacks", "commissions", "adjustments", "payments", "ending_balance",
	"owed_now",
}

// csv writes the file of one export. Its rows are the texts that Postgres sends: none becomes a value of Go, which would
// take several times as long.
type csv struct {
	rows   *sheet.Writer
	export *models.LedgerExport
	own    string // the cells that all rows share
	digits int    // that the currency has behind the point
}

func newCSV(w io.Writer, e *models.LedgerExport) *csv {
	return &csv{
		rows: sheet.NewWriter(w, header...), export: e, digits: int(models.Digits(e.CurrencyCode)),
		own: strings.Join([]string{e.CurrencyCode, e.PeriodStart.String(), e.PeriodEnd.String(), ""}, ","),
	}
}

// page writes the rows from one position to another, and returns how many there are.
func (c *csv) page(tx *gorm.DB, first, last int) (n int, err error) {
	rows, err := tx.Raw(rowsSQL, map[string]any{"export_id": c.export.ID, "first": first, "last": last}).Rows()
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	var code, name, email, status, amounts string
	for ; rows.Next(); n++ {
		if err := rows.Scan(&code, &name, &email, &status, &amounts); err != nil {
			return n, err
		}
		if amounts, err = c.amounts(amounts); err != nil {
			return n, err
		}
		if err := c.rows.WriteJoined(c.own+amounts, code, name, email, status); err != nil {
			return n, err
		}
	}
	return n, errors.Join(rows.Err(), c.rows.Flush())
}

// amounts gives amounts, joined by commas, the digits of their currency. They have been frozen with those; by versions
// before this one, zero was not.
func (c *csv) amounts(joined string) (string, error) {
	if c.exact(joined) {
		return joined, nil
	}
	each := strings.Split(joined, ",")
	for i, amount := range each {
		d, err := decimal.NewFromString(amount)
		if err != nil {
			return "", err
		}
		each[i] = models.AmountString(d, c.export.CurrencyCode)
	}
	return strings.Join(each, ","), nil
}

// exact tells whether each of some amounts has as many digits behind the point as the currency.
func (c *csv) exact(joined string) bool {
	behind := 0 // digits since the point, counted from 1; 0 before it
	for i := range len(joined) {
		switch char := joined[i]; {
		case char == ',':
			if max(0, behind-1) != c.digits {
				return false
			}
			behind = 0
		case char == '.' || behind > 0:
			behind++
		}
	}
	return max(0, behind-1) == c.digits
}
