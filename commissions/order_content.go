package commissions

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"partnerledger/models"
)

// complete sets what follows from what was entered of an order, whoever its partner is.
func (s *Service) complete(o *models.Order) {
	o.OrderedAt = instant(o.OrderedAt)
	o.Date = s.DateOf(o.OrderedAt)
	o.RecordedAt = s.now()
	if o.CustomerID != nil && *o.CustomerID == "" {
		o.CustomerID = nil
	}
	price(o)
	for i := range o.Lines {
		o.Lines[i].OrderID, o.Lines[i].Line = o.OrderID, i+1
	}
}

// contentHash tells orders of one id apart. Every text stands in quotes of its own, and 1.50 is the same as 1.5.
func contentHash(o *models.Order) string {
	lines := make([][4]string, len(o.Lines))
	for i, l := range o.Lines {
		lines[i] = [4]string{l.SKU, l.Description, l.Quantity.String(), l.UnitPrice.String()}
	}
	content := []any{o.OrderID, o.OrderedAt.Format(time.RFC3339Nano), o.PartnerID, o.CustomerID, o.CurrencyCode, lines}
	text, _ := json.Marshal(content) // texts and a number can't fail
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}
