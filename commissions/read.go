package commissions

import (
	"context"
	"errors"
	"slices"

	"gorm.io/gorm"

	"partnerledger/models"
)

// Order returns an order by its caller's id, with its lines; nil if there is none.
func (s *Service) Order(ctx context.Context, orderID string) (*models.Order, error) {
	if err := models.CheckText(orderID, "orderId"); err != nil {
		return nil, err
	}
	order, err := findOrder(s.DB.WithContext(ctx), orderID)
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, nil
	}
	return order, err
}

// OrderEntries returns the commissions that an order earned and the clawbacks of its refunds, at every level, by date.
func (s *Service) OrderEntries(ctx context.Context, order *models.Order) ([]models.LedgerEntry, error) {
	return entriesOf(s.DB.WithContext(ctx), order, models.Commission, models.Clawback)
}

// Refunds returns what a customer got back of an order, the first refund first.
func (s *Service) Refunds(ctx context.Context, order *models.Order) ([]models.Refund, error) {
	var refunds []models.Refund
	err := s.DB.WithContext(ctx).Where("order_id = ?", order.OrderID).Order("refunded_at, refund_id").Find(&refunds).Error
	for i := range refunds {
		refunds[i].Amount = models.InCurrency(refunds[i].Amount, order.CurrencyCode)
	}
	return refunds, err
}

func findOrder(tx *gorm.DB, orderID string) (*models.Order, error) {
	var o models.Order
	err := tx.Preload("Lines", func(lines *gorm.DB) *gorm.DB { return lines.Order("line") }).
		Where("order_id = ?", orderID).Take(&o).Error
	if err != nil {
		return nil, err
	}
	return &o, nil
}

func entriesOf(tx *gorm.DB, order *models.Order, kinds ...models.EntryKind) ([]models.LedgerEntry, error) {
	found, err := findEntries(tx, models.Array[string]{order.OrderID})
	if err != nil {
		return nil, err
	}
	entries := []models.LedgerEntry{}
	for _, e := range found {
		if slices.Contains(kinds, e.Kind) {
			entries = append(entries, e.LedgerEntry)
		}
	}
	return entries, nil
}

// orderEntry is an entry of an order or of one of its refunds, and the level that it is of.
type orderEntry struct {
	OrderID string
	Level   int
	models.LedgerEntry
}

// findEntries returns the entries of orders and of their refunds, by date. It looks for them where they must be, in the
// ledgers of the orders' chains under the sources that their ids make: there is no index from an order to its entries.
func findEntries(tx *gorm.DB, orderIDs models.Array[string]) ([]orderEntry, error) {
	var found []orderEntry
	err := tx.Raw(`SELECT o.order_id, c.level, e.*
		FROM orders o
		CROSS JOIN unnest(o.chain) WITH ORDINALITY AS c (partner_id, level)
		CROSS JOIN LATERAL (
		  SELECT 'order:' || o.order_id || '/' || c.level AS source
		  UNION ALL
		  SELECT 'refund:' || r.refund_id || '/' || c.level FROM refunds r WHERE r.order_id = o.order_id
		) AS s
		JOIN ledger_entries e ON e.partner_id = c.partner_id AND e.source = s.source
		WHERE o.order_id = ANY(CAST(@order_ids AS text[]))
		ORDER BY e.date, e.id`, map[string]any{"order_ids": orderIDs}).Find(&found).Error
	return found, err
}
