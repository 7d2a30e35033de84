package commissions

import (
	"context"
	"errors"
	"time"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/models"
)

// OrderInput is an order to record. A nil currency is the business's own.
type OrderInput struct {
	OrderID      string
	OrderedAt    time.Time
	PartnerCode  string
	CustomerID   *string
	CurrencyCode *string
	Lines        []OrderLineInput
}

// OrderLineInput is a line of an order to record.
type OrderLineInput struct {
	SKU, Description    string
	Quantity, UnitPrice decimal.Decimal
}

// RecordedOrder is an order as recorded, with the commissions that it earned. Replayed if it was there already.
type RecordedOrder struct {
	Order    *models.Order
	Entries  []models.LedgerEntry
	Replayed bool
}

// RecordOrder records an order and what it earns. The same order again changes nothing and answers what was recorded
// then. Mistakes are UserErrors.
//
// An inactive partner earns like any other: the order says that this partner referred the customer, and not to pay for
// it is for people to decide, by an adjustment.
func (s *Service) RecordOrder(ctx context.Context, in OrderInput) (*RecordedOrder, error) {
	order := in.order(s.Currency)
	if err := errors.Join(s.CheckOrder(order, "input"), models.CheckName(in.PartnerCode, "input", "partnerCode")); err != nil {
		return nil, err
	}
	var recorded *RecordedOrder
	err := s.Write(ctx, func(tx *gorm.DB) (err error) {
		var by *referrers
		if by, order.PartnerID, err = referrersOfCode(tx, in.PartnerCode); err != nil {
			return err
		}
		recorded, err = s.recordOrder(tx, order, by)
		return err
	})
	if err != nil {
		return nil, err
	}
	return recorded, nil
}

func (in OrderInput) order(currency string) *models.Order {
	o := &models.Order{OrderID: in.OrderID, OrderedAt: in.OrderedAt, CustomerID: in.CustomerID, CurrencyCode: currency}
	if in.CurrencyCode != nil {
		o.CurrencyCode = *in.CurrencyCode
	}
	for _, l := range in.Lines {
		o.Lines = append(o.Lines, models.OrderLine{
			SKU: l.SKU, Description: l.Description, Quantity: plain(l.Quantity), UnitPrice: plain(l.UnitPrice),
		})
	}
	return o
}

// plain is a decimal without zeros at its end, as it is found again.
func plain(d decimal.Decimal) decimal.Decimal {
	short, _ := decimal.NewFromString(d.String()) // a decimal's own text can't fail
	return short
}

// recordOrder records one order, or finds what was recorded of it.
func (s *Service) recordOrder(tx *gorm.DB, order *models.Order, by *referrers) (*RecordedOrder, error) {
	outcomes, entries, err := s.recordOrdersIn(tx, []*models.Order{order}, by, "input")
	if err == nil {
		err = outcomes[0].Err
	}
	switch {
	case err != nil:
		return nil, err
	case outcomes[0].Replayed:
		return replayed(tx, order.OrderID)
	}
	recorded := &RecordedOrder{Order: order, Entries: append([]models.LedgerEntry{}, entries...)}
	return recorded, s.recordedOrder(tx, recorded)
}

// replayed finds an order that was there already.
func replayed(tx *gorm.DB, orderID string) (*RecordedOrder, error) {
	order, err := findOrder(tx, orderID)
	if err != nil {
		return nil, err
	}
	entries, err := entriesOf(tx, order, models.Commission)
	return &RecordedOrder{Order: order, Entries: entries, Replayed: true}, err
}
