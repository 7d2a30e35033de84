package imports

import "slices"

// format is what a kind of file looks like, and how it is recorded: every row is taken, then all are recorded.
type format struct {
	required, optional []string
	// columnOf names the column that a field of the API is in.
	columnOf map[string]string
	begin    func(*run) (recorder, error)
}

// recorder records the rows of one file.
type recorder interface {
	// take is given each row in turn.
	take(row) error
	// record records what was taken.
	record() error
}

var formats = map[Kind]format{
	Partners: {
		required: []string{"code", "name"},
		optional: []string{"email", "status", "currency", "parent_code", "program"},
		columnOf: map[string]string{"currencyCode": "currency", "parentCode": "parent_code"},
		begin:    func(r *run) (recorder, error) { return &partnerFile{run: r}, nil },
	},
	Orders: {
		required: []string{"order_id", "ordered_at", "partner_code", "sku", "unit_price"},
		optional: []string{"customer_id", "product", "quantity", "currency"},
		columnOf: map[string]string{
			"orderId": "order_id", "orderedAt": "ordered_at", "partnerCode": "partner_code",
			"customerId": "customer_id", "currencyCode": "currency", "description": "product", "unitPrice": "unit_price",
			"lines": "order_id",
		},
		begin: newOrderFile,
	},
	Refunds: {
		required: []string{"refund_id", "order_id", "refunded_at", "amount"},
		columnOf: map[string]string{"refundId": "refund_id", "orderId": "order_id", "refundedAt": "refunded_at"},
		begin:    newRefundFile,
	},
}

func (f format) knows(column string) bool {
	return slices.Contains(f.required, column) || slices.Contains(f.optional, column)
}
