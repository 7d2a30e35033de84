package imports

import (
	"time"

	"github.com/shopspring/decimal"

	"partnerledger/models"
)

// orderFile records orders, line by line.
type orderFile struct {
	*run
	history
	stage *stage[stagedLine]
}

// stagedLine is a row of the file. Of a wrong one only the order is kept, as far as it can be told: it is refused whole.
type stagedLine struct {
	Line         int             `json:"line"`
	Wrong        bool            `json:"wrong"`
	OrderID      string          `json:"order_id"`
	OrderedAt    time.Time       `json:"ordered_at"`
	PartnerCode  string          `json:"partner_code"`
	CustomerID   string          `json:"customer_id"`
	CurrencyCode string          `json:"currency_code"`
	SKU          string          `json:"sku"`
	Product      string          `json:"product"`
	Quantity     decimal.Decimal `json:"quantity"`
	UnitPrice    decimal.Decimal `json:"unit_price"`
	// Known when it is read back: the partner whom the code names, and whether some row of the order is wrong.
	PartnerID *int64 `json:"-"`
	InWrong   bool   `json:"-"`
}

func newOrderFile(r *run) (recorder, error) {
	stage, err := newStage[stagedLine](r.tx, "staged_lines", `line bigint, wrong boolean, order_id text COLLATE "C",
		ordered_at timestamptz, partner_code text COLLATE "C", customer_id text, currency_code text, sku text, product text,
		quantity numeric, unit_price numeric`)
	return &orderFile{run: r, stage: stage}, err
}

func (f *orderFile) take(r row) error {
	err := f.checkCells(r)
	var line stagedLine
	if err == nil {
		line, err = f.parse(r)
	}
	if err == nil {
		return f.stage.add(line)
	}
	f.wrong(r.line, err)
	for _, cell := range r.either("order_id") {
		if err := f.stage.add(stagedLine{Line: r.line, Wrong: true, OrderID: clean(cell)}); err != nil {
			return err
		}
	}
	return nil
}

// parse reads a row and checks it as the order of one line that it would be.
func (f *orderFile) parse(r row) (stagedLine, error) {
	var c cells
	line := stagedLine{
		Line: r.line, OrderID: r.cell("order_id"), OrderedAt: c.instant(r, "ordered_at"),
		PartnerCode: c.name(r, "partner_code"), CustomerID: r.cell("customer_id"), CurrencyCode: f.Currency,
		SKU: r.cell("sku"), Product: r.cell("product"), UnitPrice: c.decimal(r, "unit_price"), Quantity: decimal.New(1, 0),
	}
	if r.optional("quantity") != nil {
		line.Quantity = c.decimal(r, "quantity")
	}
	if currency := r.cell("currency"); currency != "" {
		line.CurrencyCode = currency
	}
	order := line.order()
	order.Lines = []models.OrderLine{line.line()}
	if err := c.with(f.Commissions.CheckOrder(order)); err != nil {
		return line, err
	}
	f.old(order.Date, f.Today())
	return line, nil
}

// order returns the order that begins with the line, without its lines.
func (l *stagedLine) order() *models.Order {
	o := &models.Order{OrderID: l.OrderID, OrderedAt: l.OrderedAt, CurrencyCode: l.CurrencyCode}
	if l.CustomerID != "" {
		o.CustomerID = &l.CustomerID
	}
	return o
}

func (l *stagedLine) line() models.OrderLine {
	return models.OrderLine{SKU: l.SKU, Description: l.Product, Quantity: l.Quantity, UnitPrice: l.UnitPrice}
}
