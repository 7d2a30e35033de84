package imports

import (
	"errors"
	"time"

	"github.com/shopspring/decimal"

	"partnerledger/models"
)

// cells reads cells of a row, and collects what is wrong with them.
type cells struct{ problems []error }

func (c *cells) wrong(column string, err error) {
	if err != nil {
		c.problems = append(c.problems, models.Invalid([]string{column}, "%v", err))
	}
}

func (c *cells) decimal(r row, column string) decimal.Decimal {
	d, err := models.ParseDecimal(r.cell(column))
	c.wrong(column, err)
	return d
}

func (c *cells) instant(r row, column string) time.Time {
	t, err := models.ParseInstant(r.cell(column))
	c.wrong(column, err)
	return t
}

func (c *cells) name(r row, column string) string {
	if err := models.CheckName(r.cell(column), column); err != nil {
		c.problems = append(c.problems, err)
	}
	return r.cell(column)
}

// with returns what is wrong with the cells, and whatever else is wrong with the row.
func (c *cells) with(others error) error {
	return errors.Join(append(c.problems, others)...)
}
