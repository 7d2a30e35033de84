package commissions

import (
	"fmt"
	"slices"

	"gorm.io/gorm"

	"partnerledger/ledger"
	"partnerledger/models"
)

// Outcome is what became of one of many: recorded, or there already (Replayed), or refused (Err, UserErrors).
type Outcome struct {
	Replayed bool
	Err      error
}

// RecordOrdersIn records many orders of known partners and what they earn, within the caller's transaction at READ
// COMMITTED, in a handful of statements however many they are. The orders' ids must differ. The outcomes are in the order
// of the orders; the fields of their errors are below prefix.
func (s *Service) RecordOrdersIn(tx *gorm.DB, orders []*models.Order, prefix ...string) ([]Outcome, error) {
	by, err := referrersOf(tx, orders)
	if err != nil {
		return nil, err
	}
	outcomes, _, err := s.recordOrdersIn(tx, orders, by, prefix...)
	return outcomes, err
}

// recordOrdersIn is RecordOrdersIn, and returns what those orders that are new have earned, too.
func (s *Service) recordOrdersIn(tx *gorm.DB, orders []*models.Order, by *referrers, prefix ...string) (outcomes []Outcome, entries []models.LedgerEntry, err error) {
	outcomes = make([]Outcome, len(orders))
	var good []*models.Order
	for i, o := range orders {
		if outcomes[i].Err = s.CheckOrder(o, prefix...); outcomes[i].Err == nil {
			o.ContentHash = contentHash(o)
			good = append(good, o)
		}
	}
	recorded, entries, err := s.recordOrders(tx, good, by)
	if err != nil {
		return nil, nil, err
	}
	there, err := hashes(tx, good, recorded)
	if err != nil {
		return nil, nil, err
	}
	for i, o := range orders {
		if outcomes[i].Err != nil || recorded[o.OrderID] {
			continue
		}
		outcomes[i].Replayed = there[o.OrderID] == o.ContentHash
		if !outcomes[i].Replayed {
			outcomes[i].Err = models.Problem(models.CodeConflict, append(slices.Clone(prefix), "orderId"),
				"order %s is recorded already, with another content", o.OrderID)
		}
	}
	return outcomes, entries, nil
}

// recordOrders records those that are not there, and returns which they were and what they have earned.
func (s *Service) recordOrders(tx *gorm.DB, orders []*models.Order, by *referrers) (recorded map[string]bool, earned []models.LedgerEntry, err error) {
	if len(orders) == 0 {
		return nil, nil, nil
	}
	if err := lockLedger(tx); err != nil {
		return nil, nil, err
	}
	for _, o := range orders {
		o.Chain = by.chains[o.PartnerID]
	}
	if recorded, err = insertOrders(tx, orders); err != nil {
		return nil, nil, err
	}
	var entries []models.LedgerEntry
	for _, o := range orders {
		if recorded[o.OrderID] {
			entries = append(entries, commissionsOf(o, by.rulebook(o.PartnerID))...)
		}
	}
	earned, err = recordEntries(tx, entries)
	return recorded, earned, err
}

// commissionsOf returns the entries of an order, one a level that earns.
func commissionsOf(o *models.Order, book *rulebook) []models.LedgerEntry {
	var entries []models.LedgerEntry
	for i, partner := range o.Chain {
		level := i + 1
		amount, earns := book.commission(level, o.Lines, o.CurrencyCode)
		if !earns {
			continue
		}
		entries = append(entries, models.LedgerEntry{
			PartnerID: partner, CurrencyCode: o.CurrencyCode, Date: o.Date, Kind: models.Commission, Amount: amount,
			Source: orderSource(o.OrderID, level), Description: fmt.Sprintf("Order %s, level %d", o.OrderID, level),
			RecordedAt: o.RecordedAt,
		})
	}
	return entries
}

// Sources end in the level, a single digit, so that they differ whatever the ids are.
func orderSource(orderID string, level int) string { return fmt.Sprintf("order:%s/%d", orderID, level) }

func refundSource(refundID string, level int) string {
	return fmt.Sprintf("refund:%s/%d", refundID, level)
}

// recordEntries adds entries whose order or refund is new. None can be there then: if one is, something is broken, and
// the transaction must not go on.
func recordEntries(tx *gorm.DB, entries []models.LedgerEntry) ([]models.LedgerEntry, error) {
	recorded, err := ledger.Record(tx, entries)
	if err == nil && len(recorded) != len(entries) {
		err = fmt.Errorf("%d of %d entries were in the ledger before what they come from",
			len(entries)-len(recorded), len(entries))
	}
	return recorded, err
}
