package commissions

import (
	"time"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/models"
)

type refundRow struct {
	RefundID   string          `json:"refund_id"`
	OrderID    string          `json:"order_id"`
	RefundedAt time.Time       `json:"refunded_at"`
	Date       models.Date     `json:"date"`
	Amount     decimal.Decimal `json:"amount"`
	RecordedAt time.Time       `json:"recorded_at"`
}

func insertRefunds(tx *gorm.DB, refunds []models.Refund) error {
	if len(refunds) == 0 {
		return nil
	}
	rows := make([]refundRow, len(refunds))
	for i, r := range refunds {
		rows[i] = refundRow(r)
	}
	var inserted []string
	err := rawJSON(tx, rows, `INSERT INTO refunds (refund_id, order_id, refunded_at, date, amount, recorded_at)
		SELECT * FROM json_to_recordset(CAST(@rows AS json)) AS r (refund_id text, order_id text, refunded_at timestamptz,
		  date date, amount numeric, recorded_at timestamptz)
		ON CONFLICT (refund_id) DO NOTHING RETURNING refund_id`, &inserted)
	if err == nil && len(inserted) < len(refunds) {
		return errOvertaken
	}
	return err
}
