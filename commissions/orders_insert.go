package commissions

import (
	"database/sql"
	"encoding/json"
	"time"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/models"
)

type orderRow struct {
	OrderID      string              `json:"order_id"`
	OrderedAt    time.Time           `json:"ordered_at"`
	Date         models.Date         `json:"date"`
	PartnerID    int64               `json:"partner_id"`
	CustomerID   *string             `json:"customer_id"`
	CurrencyCode string              `json:"currency_code"`
	Total        decimal.Decimal     `json:"total"`
	Chain        models.Array[int64] `json:"chain"`
	ContentHash  string              `json:"content_hash"`
	RecordedAt   time.Time           `json:"recorded_at"`
}

// insertOrders inserts the orders that are not there, with their lines, and returns which they were. It waits for others who
// are about to record the same.
func insertOrders(tx *gorm.DB, orders []*models.Order) (map[string]bool, error) {
	rows := make([]orderRow, len(orders))
	lines := []lineRow{}
	for i, o := range orders {
		rows[i] = orderRow{
			o.OrderID, o.OrderedAt, o.Date, o.PartnerID, o.CustomerID, o.CurrencyCode, o.Total, o.Chain,
			o.ContentHash, o.RecordedAt,
		}
		for _, l := range o.Lines {
			lines = append(lines, lineRow(l))
		}
	}
	given, err := json.Marshal(lines)
	if err != nil {
		return nil, err
	}
	var ids []string
	err = rawJSON(tx, rows, `WITH inserted AS (
		  INSERT INTO orders (order_id, ordered_at, date, partner_id, customer_id, currency_code, total, chain, content_hash, recorded_at)
		  SELECT * FROM json_to_recordset(CAST(@rows AS json)) AS o (order_id text, ordered_at timestamptz, date date,
		    partner_id bigint, customer_id text, currency_code text, total numeric, chain bigint[], content_hash text,
		    recorded_at timestamptz)
		  ON CONFLICT (order_id) DO NOTHING RETURNING order_id
		), lines AS (
		  INSERT INTO order_lines (order_id, line, sku, description, quantity, unit_price, amount)
		  SELECT l.* FROM json_to_recordset(CAST(@lines AS json)) AS l (order_id text, line integer, sku text,
		    description text, quantity numeric, unit_price numeric, amount numeric) JOIN inserted USING (order_id)
		)
		SELECT order_id FROM inserted`, &ids, sql.Named("lines", string(given)))
	inserted := make(map[string]bool, len(ids))
	for _, id := range ids {
		inserted[id] = true
	}
	return inserted, err
}

type lineRow struct {
	OrderID     string          `json:"order_id"`
	Line        int             `json:"line"`
	SKU         string          `json:"sku"`
	Description string          `json:"description"`
	Quantity    decimal.Decimal `json:"quantity"`
	UnitPrice   decimal.Decimal `json:"unit_price"`
	Amount      decimal.Decimal `json:"amount"`
}

// rawJSON runs a statement over rows, which it gets as one parameter, and reads the first column of its answer.
func rawJSON[T any](tx *gorm.DB, rows []T, statement string, column any, more ...any) error {
	given, err := json.Marshal(rows)
	if err != nil {
		return err
	}
	return tx.Raw(statement, append(more, sql.Named("rows", string(given)))...).Scan(column).Error
}

// hashes returns the content hashes of the orders that were there before.
func hashes(tx *gorm.DB, orders []*models.Order, recorded map[string]bool) (map[string]string, error) {
	var ids models.Array[string]
	for _, o := range orders {
		if !recorded[o.OrderID] {
			ids = append(ids, o.OrderID)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	var rows []struct{ OrderID, ContentHash string }
	err := tx.Raw("SELECT order_id, content_hash FROM orders WHERE order_id = ANY(?)", ids).Scan(&rows).Error
	found := make(map[string]string, len(rows))
	for _, r := range rows {
		found[r.OrderID] = r.ContentHash
	}
	return found, err
}
