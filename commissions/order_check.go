package commissions

import (
	"errors"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"partnerledger/models"
)

// MaxLines is the most lines that an order may have.
const MaxLines = 10_000

// CheckOrder returns what is wrong with an order by itself: UserErrors whose fields, named as in the API, are below
// prefix. It sets the order's amounts and its date, and cuts its instant to what is kept.
func (s *Service) CheckOrder(o *models.Order, prefix ...string) error {
	field := func(path ...string) []string { return append(slices.Clone(prefix), path...) }
	problems := []error{
		models.CheckName(o.OrderID, field("orderId")...),
		s.checkDate(o.OrderedAt, field("orderedAt")),
		models.CheckCurrency(o.CurrencyCode, field("currencyCode")...),
	}
	if o.CustomerID != nil {
		problems = append(problems, models.CheckText(*o.CustomerID, field("customerId")...))
	}
	if len(o.Lines) == 0 || len(o.Lines) > MaxLines {
		problems = append(problems, models.Invalid(field("lines"), "an order has 1 to %d lines", MaxLines))
	}
	for i := range o.Lines {
		problems = append(problems, checkLine(&o.Lines[i], field("lines", strconv.Itoa(i))))
	}
	if err := errors.Join(problems...); err != nil {
		return err
	}
	s.complete(o)
	if o.Total.GreaterThanOrEqual(limit) {
		return models.Invalid(field("lines"), "the order's total has more than 15 digits before the point")
	}
	return nil
}

func checkLine(line *models.OrderLine, path []string) error {
	field := func(name string) []string { return append(slices.Clone(path), name) }
	return errors.Join(
		models.CheckName(line.SKU, field("sku")...),
		models.CheckText(line.Description, field("description")...),
		checkPositive(line.Quantity, "quantity", field("quantity")),
		checkPositive(line.UnitPrice, "unit price", field("unitPrice")),
	)
}

func checkPositive(d decimal.Decimal, what string, field []string) error {
	if !d.IsPositive() {
		return models.Invalid(field, "the %s must be more than zero", what)
	}
	if d.GreaterThanOrEqual(limit) {
		return models.Invalid(field, "the %s has more than 15 digits before the point", what)
	}
	return nil
}
