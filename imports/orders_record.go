package imports

import (
	"strconv"

	"partnerledger/models"
)

// Orders are recorded in the order of their first lines, in chunks of about as many lines. A chunk is read as a whole
// before it is recorded: one connection can't do both.
var numberOrders = []string{
	`CREATE INDEX ON staged_lines (order_id)`,
	`CREATE TEMPORARY TABLE staged_orders ON COMMIT DROP AS
	 SELECT order_id, first, wrong, CAST(div(sum(lines) OVER (ORDER BY first) - lines, ` + strconv.Itoa(chunk) + `) AS bigint) AS chunk
	 FROM (SELECT order_id, min(line) FILTER (WHERE NOT wrong) AS first, bool_or(wrong) AS wrong, count(*) AS lines
	       FROM staged_lines GROUP BY order_id) AS o
	 WHERE first IS NOT NULL`,
	`CREATE INDEX ON staged_orders (chunk)`,
	`ANALYZE staged_orders`,
}

func (f *orderFile) record() error {
	if err := f.stage.finish(); err != nil {
		return err
	}
	for _, statement := range numberOrders {
		if err := f.tx.Exec(statement).Error; err != nil {
			return err
		}
	}
	return f.within(f.run, f.recordAll)
}

func (f *orderFile) recordAll() error {
	var chunks, done int
	if err := f.tx.Raw("SELECT coalesce(max(chunk) + 1, 0) FROM staged_orders").Scan(&chunks).Error; err != nil {
		return err
	}
	for i := range chunks {
		orders, err := f.read(i)
		if err != nil {
			return err
		}
		if err := f.recordOrders(orders); err != nil {
			return err
		}
		for _, o := range orders {
			done += len(o.lines)
		}
		f.tell("recording", done, f.stage.rows)
	}
	return nil
}

func (f *orderFile) read(chunk int) ([]*stagedOrder, error) {
	var lines []stagedLine
	err := f.tx.Raw(`SELECT l.*, o.wrong AS in_wrong, p.id AS partner_id
		FROM staged_orders o JOIN staged_lines l ON l.order_id = o.order_id
		LEFT JOIN partners p ON lower(p.code) = lower(l.partner_code)
		WHERE o.chunk = @chunk AND NOT l.wrong
		ORDER BY o.first, l.line`, map[string]any{"chunk": chunk}).Find(&lines).Error
	var orders []*stagedOrder
	for _, l := range lines {
		if n := len(orders); n == 0 || orders[n-1].lines[0].OrderID != l.OrderID {
			orders = append(orders, new(stagedOrder))
		}
		last := orders[len(orders)-1]
		last.lines = append(last.lines, l)
	}
	return orders, err
}

func (f *orderFile) recordOrders(staged []*stagedOrder) error {
	var good []*stagedOrder
	var orders []*models.Order
	for _, s := range staged {
		if wrong := f.check(s); wrong > 0 || s.lines[0].InWrong {
			f.report.Besides += len(s.lines) - wrong
			continue
		}
		good, orders = append(good, s), append(orders, s.order())
	}
	outcomes, err := f.Commissions.RecordOrdersIn(f.tx, orders)
	for i, o := range outcomes {
		f.outcome(good[i].lines[0].Line, o)
		if o.Err != nil {
			f.report.Besides += len(good[i].lines) - 1
		}
	}
	return err
}
