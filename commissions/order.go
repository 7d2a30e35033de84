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
	recorded := new(RecordedOrder)
	err := s.Write(ctx, func(tx *gorm.DB) (err error) {
		if order.PartnerID, err = partnerOf(tx, in.PartnerCode); err != nil {
			return err
		}
		recorded.Replayed, err = s.recordOrder(tx, order)
		if err != nil {
			return err
		}
		if recorded.Order, err = findOrder(tx, order.OrderID); err != nil {
			return err
		}
		if recorded.Entries, err = entriesOf(tx, recorded.Order, models.Commission); err != nil || recorded.Replayed {
			return err
		}
		return s.recordedOrder(tx, recorded)
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
			SKU: l.SKU, Description: l.Description, Quantity: l.Quantity, UnitPrice: l.UnitPrice,
		})
	}
	return o
}

// partnerOf finds who referred the customer. Codes are compared as partners_code does, which folds the letters of ASCII.
func partnerOf(tx *gorm.DB, code string) (id int64, err error) {
	found := tx.Raw(`SELECT id FROM partners WHERE lower(code) = lower(CAST(@code AS text) COLLATE "C")`,
		map[string]any{"code": code}).Scan(&id)
	if found.Error == nil && found.RowsAffected == 0 {
		return 0, models.NotFound([]string{"input", "partnerCode"}, "there is no partner of the code %s", code)
	}
	return id, found.Error
}

// recordOrder records one order; replayed if it was there.
func (s *Service) recordOrder(tx *gorm.DB, order *models.Order) (replayed bool, err error) {
	outcomes, err := s.RecordOrdersIn(tx, []*models.Order{order}, "input")
	if err != nil {
		return false, err
	}
	return outcomes[0].Replayed, outcomes[0].Err
}
