package models

import (
	"time"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"
)

// MaxLevel is the highest level that earns: the parent's parent.
const MaxLevel = 3

// CommissionRule is what one level of partners earns on an order line: a percent of the line, or an amount per unit in
// the order's currency. Exactly one of the two is set. A rule without SKU is for every line that no other rule names.
type CommissionRule struct {
	ProgramID int64
	Level     int
	SKU       *string
	Percent   *decimal.Decimal
	Amount    *decimal.Decimal
}

// Order is an order of a customer whom a partner referred. Total is the sum of its lines, without tax and shipping.
type Order struct {
	OrderID      string `gorm:"primaryKey"`
	OrderedAt    time.Time
	Date         Date
	PartnerID    int64
	CustomerID   *string
	CurrencyCode string
	Total        decimal.Decimal
	Chain        Array[int64] `gorm:"type:bigint[]"` // the partner of each level, as it was then
	ContentHash  string
	RecordedAt   time.Time
	Lines        []OrderLine `gorm:"foreignKey:OrderID;references:OrderID"`
}

// AfterFind gives the total and the lines' amounts the digits of their currency; unit prices may have more.
func (o *Order) AfterFind(*gorm.DB) error {
	o.Total = InCurrency(o.Total, o.CurrencyCode)
	for i := range o.Lines {
		o.Lines[i].Amount = InCurrency(o.Lines[i].Amount, o.CurrencyCode)
	}
	return nil
}

// OrderLine is one line of an order. Amount is quantity × unit price, rounded to the order's currency.
type OrderLine struct {
	OrderID     string `gorm:"primaryKey"`
	Line        int    `gorm:"primaryKey"`
	SKU         string
	Description string
	Quantity    decimal.Decimal
	UnitPrice   decimal.Decimal
	Amount      decimal.Decimal
}

// Refund is what a customer got back of an order.
type Refund struct {
	RefundID   string `gorm:"primaryKey"`
	OrderID    string
	RefundedAt time.Time
	Date       Date
	Amount     decimal.Decimal
	RecordedAt time.Time
}
