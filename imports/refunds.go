package imports

import (
	"time"

	"github.com/shopspring/decimal"

	"partnerledger/commissions"
)

// refundFile records refunds, in the order of the file.
type refundFile struct {
	*run
	history
	stage *stage[stagedRefund]
}

type stagedRefund struct {
	Line       int             `json:"line"`
	RefundID   string          `json:"refund_id"`
	OrderID    string          `json:"order_id"`
	RefundedAt time.Time       `json:"refunded_at"`
	Amount     decimal.Decimal `json:"amount"`
}

func newRefundFile(r *run) (recorder, error) {
	stage, err := newStage[stagedRefund](r.tx, "staged_refunds",
		"line bigint PRIMARY KEY, refund_id text, order_id text, refunded_at timestamptz, amount numeric")
	return &refundFile{run: r, stage: stage}, err
}

func (f *refundFile) take(r row) error {
	err := f.checkCells(r)
	var c cells
	var refund stagedRefund
	if err == nil {
		refund = stagedRefund{
			Line: r.line, RefundID: r.cell("refund_id"), OrderID: r.cell("order_id"),
			RefundedAt: c.instant(r, "refunded_at"), Amount: c.decimal(r, "amount"),
		}
		err = c.with(f.Commissions.CheckRefund(refund.input()))
	}
	if err != nil {
		f.wrong(r.line, err)
		return nil
	}
	f.old(f.DateOf(refund.RefundedAt), f.Today())
	return f.stage.add(refund)
}

func (r *stagedRefund) input() commissions.RefundInput {
	return commissions.RefundInput{RefundID: r.RefundID, OrderID: r.OrderID, RefundedAt: r.RefundedAt, Amount: r.Amount}
}

func (f *refundFile) record() error {
	if err := f.stage.finish(); err != nil {
		return err
	}
	return f.within(f.run, f.recordAll)
}

func (f *refundFile) recordAll() error {
	for after, done := 0, 0; ; {
		var rows []stagedRefund
		err := f.tx.Raw("SELECT * FROM staged_refunds WHERE line > @after ORDER BY line LIMIT @chunk",
			map[string]any{"after": after, "chunk": chunk}).Find(&rows).Error
		if err != nil || len(rows) == 0 {
			return err
		}
		if err := f.recordRefunds(rows); err != nil {
			return err
		}
		after, done = rows[len(rows)-1].Line, done+len(rows)
		f.tell("recording", done, f.stage.rows)
	}
}

func (f *refundFile) recordRefunds(rows []stagedRefund) error {
	refunds := make([]commissions.RefundInput, len(rows))
	for i := range rows {
		refunds[i] = rows[i].input()
	}
	outcomes, err := f.Commissions.RecordRefundsIn(f.tx, refunds)
	for i, o := range outcomes {
		f.outcome(rows[i].Line, o)
	}
	return err
}
