package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"io"
	"net/http"
	"testing"

	"github.com/shopspring/decimal"

	"partnerledger/models"
)

// TestPayingFromAnExport: what is recorded is what the file says, whatever was recorded since; the file is the same at
// every download, and its columns sum to the report's totals.
func TestPayingFromAnExport(t *testing.T) {
	p := withSample(t)
	export := p.do(`mutation { exportLedgers(criteria: {period: {start: "2011-11-01", end: "2011-11-30"}}) {
		export { id sha256 downloadUrl totals { endingBalance commissions } } userErrors { message } } }`, nil)["export"].(object)
	file := p.download(export)
	p.do(`mutation { recordOrder(input: {orderId: "late", orderedAt: "2011-11-30T10:00:00Z", partnerCode: "RP001",
		lines: [{sku: "A", unitPrice: "100000"}]}) { replayed } }`, nil)
	if !bytes.Equal(file, p.download(export)) {
		t.Error("the file has changed")
	}
	cells, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(file, []byte("\ufeff")))).ReadAll()
	must(t, err)
	totals := export["totals"].(object)
	for column, want := range map[string]any{"ending_balance": totals["endingBalance"], "commissions": totals["commissions"]} {
		if got := models.DecimalString(sumOf(t, cells, column)); got != want {
			t.Errorf("the column %s sums to %s, the report to %s", column, got, want)
		}
	}
	batch := p.do(`mutation($id: ID!) { createReferralPartnerPayments(method: ENDING_BALANCE, exportId: $id, type: BANK_TRANSFER) {
		batch { total paymentCount } userErrors { message } } }`, object{"id": export["id"]})["batch"].(object)
	if batch["total"] != totals["endingBalance"] {
		t.Errorf("the batch pays %v, the export says %v", batch["total"], totals["endingBalance"])
	}
	p.addsUp()
}

func sumOf(t *testing.T, cells [][]string, column string) decimal.Decimal {
	t.Helper()
	at := -1
	for i, name := range cells[0] {
		if name == column {
			at = i
		}
	}
	if at < 0 {
		t.Fatalf("no column %s in %v", column, cells[0])
	}
	sum := decimal.Zero
	for _, row := range cells[1:] {
		sum = sum.Add(decimal.RequireFromString(row[at]))
	}
	return sum
}

// download gets an export's file, whose digest is the one that the API tells.
func (p *product) download(export object) []byte {
	p.t.Helper()
	response := p.request(http.MethodGet, export["downloadUrl"].(string), nil, http.Header{"Authorization": {"Bearer " + p.tokens[models.RoleFinance]}})
	body, err := io.ReadAll(response.Body)
	must(p.t, err)
	if sum := sha256.Sum256(body); response.StatusCode != 200 || hex.EncodeToString(sum[:]) != export["sha256"] {
		p.t.Fatalf("%d, %x", response.StatusCode, sum)
	}
	return body
}
