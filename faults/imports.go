//go:build unix

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

// importOrder records an order from a file, of so many lines that the server carries ledgers forward anew: it reopens the
// months behind the order and closes them again, while everybody else goes on.
func (c *client) importOrder(ctx context.Context) error {
	op := c.newOrder(1001)
	o := op.wanted.(*order)
	o.key = "file of " + op.key // as which the audit log knows it
	op.key = o.key
	c.book.begin(op)
	var file strings.Builder
	file.WriteString("order_id,ordered_at,partner_code,sku,quantity,unit_price\n")
	input := op.variables["input"].(map[string]any)
	for _, l := range input["lines"].([]map[string]any) {
		fmt.Fprintf(&file, "%s,%s,%s,%s,%s,%s\n", o.id, input["orderedAt"], input["partnerCode"], l["sku"], l["quantity"], l["unitPrice"])
	}
	var report struct{ Recorded, Unchanged int }
	unknown, err := c.until(ctx, c.random.IntN(2), func(server int) error {
		status, text, err := c.post(ctx, server, "/imports/orders", "text/csv", []byte(file.String()))
		if err != nil {
			return err
		}
		if status != http.StatusOK {
			return fmt.Errorf("%d %s", status, text)
		}
		return json.Unmarshal(text, &report)
	})
	if err != nil {
		return fmt.Errorf("%s: %w", op.key, err)
	}
	if report.Recorded+report.Unchanged != 1 {
		return fmt.Errorf("%s: %+v", op.key, report)
	}
	c.counts.one("files")
	c.book.mu.Lock()
	defer c.book.mu.Unlock()
	op.unknown += unknown
	return c.learn(op, &answer{Replayed: report.Recorded == 0, Entries: o.entries()})
}
