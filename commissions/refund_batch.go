package commissions

import (
	"fmt"
	"maps"
	"slices"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/models"
)

// refundBatch is refunds on their way into the tables. It knows what was refunded before, and counts along.
type refundBatch struct {
	there   map[string]models.Refund // by refund id
	orders  map[string]*refundable   // by order id
	refunds []models.Refund          // to insert
	entries []models.LedgerEntry     // to record
}

// refundable is an order, what of it was refunded, and what of its commissions was taken back.
type refundable struct {
	models.Order
	refunded decimal.Decimal
	levels   [models.MaxLevel]struct{ commission, taken decimal.Decimal }
}

func newRefundBatch(tx *gorm.DB, refunds []RefundInput) (*refundBatch, error) {
	var refundIDs, orderIDs models.Array[string]
	for _, r := range refunds {
		refundIDs, orderIDs = append(refundIDs, r.RefundID), append(orderIDs, r.OrderID)
	}
	b := &refundBatch{there: map[string]models.Refund{}, orders: map[string]*refundable{}}
	if err := b.lockOrders(tx, orderIDs); err != nil {
		return nil, err
	}
	if err := b.findRefunds(tx, refundIDs, orderIDs); err != nil {
		return nil, err
	}
	return b, b.findEntries(tx)
}

// lockOrders makes refunds of one order wait for each other, and locks in the order of ids, so that two who refund the
// same orders don't wait for each other in a circle. Recording goes on: a foreign key's lock gets along with this one.
func (b *refundBatch) lockOrders(tx *gorm.DB, orderIDs models.Array[string]) error {
	var orders []models.Order
	err := tx.Raw("SELECT * FROM orders WHERE order_id = ANY(?) ORDER BY order_id FOR NO KEY UPDATE", orderIDs).Find(&orders).Error
	for _, o := range orders {
		b.orders[o.OrderID] = &refundable{Order: o}
	}
	return err
}

// findRefunds finds the refunds of these ids, and what was refunded of these orders: those that are locked.
func (b *refundBatch) findRefunds(tx *gorm.DB, refundIDs, orderIDs models.Array[string]) error {
	var refunds []models.Refund
	err := tx.Where("refund_id = ANY(?) OR order_id = ANY(?)", refundIDs, orderIDs).Find(&refunds).Error
	for _, r := range refunds {
		b.there[r.RefundID] = r
		if o, locked := b.orders[r.OrderID]; locked {
			o.refunded = o.refunded.Add(r.Amount)
		}
	}
	return err
}

func (b *refundBatch) findEntries(tx *gorm.DB) error {
	locked := models.Array[string](slices.Collect(maps.Keys(b.orders)))
	entries, err := findEntries(tx, locked)
	for _, e := range entries {
		level := &b.orders[e.OrderID].levels[e.Level-1]
		if e.Kind == models.Commission {
			level.commission = level.commission.Add(e.Amount)
		} else {
			level.taken = level.taken.Sub(e.Amount)
		}
	}
	return err
}

// take decides about one refund; what comes of it counts for the next.
func (b *refundBatch) take(r models.Refund, prefix []string) Outcome {
	field := func(name string) []string { return append(slices.Clone(prefix), name) }
	if was, found := b.there[r.RefundID]; found {
		if sameRefund(was, r) {
			return Outcome{Replayed: true}
		}
		return Outcome{Err: models.Problem(models.CodeConflict, field("refundId"),
			"refund %s is recorded already, with another content", r.RefundID)}
	}
	o, found := b.orders[r.OrderID]
	if !found {
		return Outcome{Err: models.NotFound(field("orderId"), "there is no order %s", r.OrderID)}
	}
	if err := models.CheckAmount(r.Amount, o.CurrencyCode, field("amount")...); err != nil {
		return Outcome{Err: err}
	}
	if left := o.Total.Sub(o.refunded); r.Amount.GreaterThan(left) {
		left = models.InCurrency(left, o.CurrencyCode)
		return Outcome{Err: models.Invalid(field("amount"), "%s is more than the %s that is left of the order's total of %s",
			models.DecimalString(r.Amount), models.DecimalString(left), models.DecimalString(o.Total))}
	}
	b.entries = append(b.entries, o.clawBack(r)...)
	b.refunds, b.there[r.RefundID] = append(b.refunds, r), r
	return Outcome{}
}

func sameRefund(a, b models.Refund) bool {
	return a.OrderID == b.OrderID && a.RefundedAt.Equal(b.RefundedAt) && a.Amount.Equal(b.Amount)
}

// clawBack returns the entries of a refund, one for each level that has earned, and counts it.
func (o *refundable) clawBack(r models.Refund) []models.LedgerEntry {
	var entries []models.LedgerEntry
	for i, partner := range o.Chain {
		at, level := &o.levels[i], i+1
		if at.commission.IsZero() {
			continue
		}
		amount := clawback(at.commission, at.taken, r.Amount, o.refunded, o.Total, o.CurrencyCode)
		at.taken = at.taken.Add(amount)
		commission := orderSource(o.OrderID, level)
		entries = append(entries, models.LedgerEntry{
			PartnerID: partner, CurrencyCode: o.CurrencyCode, Date: r.Date, Kind: models.Clawback, Amount: amount.Neg(),
			Source: refundSource(r.RefundID, level), CommissionSource: &commission, RecordedAt: r.RecordedAt,
			Description: fmt.Sprintf("Refund %s of order %s, level %d", r.RefundID, r.OrderID, level),
		})
	}
	o.refunded = o.refunded.Add(r.Amount)
	return entries
}
