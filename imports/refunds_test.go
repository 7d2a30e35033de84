package imports_test

import (
	"strings"
	"testing"

	"partnerledger/imports"
)

const refundColumns = "refund_id,order_id,refunded_at,amount\n"

func refundRow(id, order, amount string) string {
	return id + "," + order + ",2011-06-12T10:00:00Z," + amount + "\n"
}

func TestRefunds(t *testing.T) {
	h := withPartners(t)
	h.load(imports.Orders, orderColumns+line("1", "X", "1", "100")+line("2", "X", "1", "0.50"))
	text := refundColumns + refundRow("R1", "1", "33.33") + refundRow("R2", "2", "0.25") + refundRow("R3", "1", "66.67") + refundRow("R4", "2", "0.25")
	equal(t, counts(h.load(imports.Refunds, text)), "rows 4, recorded 4")
	equal(t, h.balances(), "A 0.00")
	again := h.load(imports.Refunds, text)
	equal(t, again.String(), "4 rows read; nothing new, 4 refunds there already\n")
	h.addsUp()
}

func TestWrongRefunds(t *testing.T) {
	h := withPartners(t)
	h.load(imports.Orders, orderColumns+line("1", "X", "1", "100"))
	h.load(imports.Refunds, refundColumns+refundRow("there", "1", "10"))
	text := refundColumns +
		refundRow("R1", "1", "50") +
		refundRow("R2", "1", "40.01") +
		refundRow("R3", "2", "1") +
		refundRow("", "1", "-1") +
		refundRow("R1", "1", "50") +
		refundRow("R1", "1", "1") +
		refundRow("there", "1", "11") +
		refundRow("R4", "1", "0.001") +
		refundRow("R5", "1", "40")
	problems := strings.Join([]string{
		"3 amount: 40.01 is more than the 40.00 that is left of the order's total of 100.00",
		"4 order_id: there is no order 2",
		"5 refund_id: refund_id is missing; amount: the amount must be more than zero",
		"7 refund_id: refund R1 is recorded already, with another content",
		"8 refund_id: refund there is recorded already, with another content",
		"9 amount: 0.001 has more digits than GBP has",
	}, "\n")
	refused := h.tried(imports.Refunds, text, imports.Options{})
	equal(t, told(refused), problems)
	equal(t, h.balances(), "A 9.00")
	skipped := h.tried(imports.Refunds, text, imports.Options{SkipInvalid: true})
	equal(t, told(skipped), problems)
	equal(t, counts(skipped), "rows 9, recorded 2, unchanged 1, wrong 6")
	equal(t, h.balances(), "A 0.00")
	h.addsUp()
}
