package main

import (
	"fmt"
	"sync/atomic"
	"testing"

	"gorm.io/gorm"

	"partnerledger/models"
)

// TestRelatedRowsComeInBatches: what an answer takes in statements doesn't grow with its rows: forty partners would take
// twenty times what two take. On a busy machine a batch may part into a few.
func TestRelatedRowsComeInBatches(t *testing.T) {
	p := withSample(t)
	p.do(`mutation { createReferralPartnerPayments(method: ENDING_BALANCE, minimumPayment: "100",
		criteria: {period: {start: "2010-12-01", end: "2011-11-30"}}) { batch { id } } }`, nil)
	var statements atomic.Int64
	count := func(*gorm.DB) { statements.Add(1) }
	must(t, p.db.Callback().Query().Before("gorm:query").Register("test:count", count))
	must(t, p.db.Callback().Row().Before("gorm:row").Register("test:count", count))
	must(t, p.db.Callback().Raw().Before("gorm:raw").Register("test:count", count))
	for _, query := range []string{
		`query($n: Int!) { referralPartnerLedgers(first: $n, criteria: {period: {start: "2011-01-01", end: "2011-12-31"}}) {
			nodes { owedNow partner { parent { code } program { name } } entries(first: 3) { totalCount nodes { balance batch { batchId } } } } } }`,
		`query($n: Int!) { referralPartners(first: $n) { nodes { parent { name } ledger { endingBalance owedNow }
			ledgerMonths(last: 3) { totals { payments } } payments(first: 3) { totalCount totalAmount nodes { note batch { createdBy } } } } } }`,
		`query($n: Int!) { payments(criteria: {}, first: $n) { nodes { partner { code } batch { batchId payments(first: $n) { nodes { partner { name } } }
			skipped(first: $n) { nodes { partner { name } batch { id } } } } } } }`,
	} {
		taken := map[int]int64{}
		for _, n := range []int{2, 40} {
			statements.Store(0)
			p.do(query, object{"n": n})
			taken[n] = statements.Load()
		}
		if taken[40] > 3*taken[2] {
			t.Errorf("%s\ntakes %d statements for two rows, %d for forty", query, taken[2], taken[40])
		}
	}
}

// TestALaterFieldOfAMutationShowsWhatItChanged, not what an earlier one has found.
func TestALaterFieldOfAMutationShowsWhatItChanged(t *testing.T) {
	p := newProduct(t)
	id := p.partner("A", "Ada")
	p.do(`mutation($id: ID!) { adjustLedger(partnerId: $id, amount: "5", date: "2011-11-05", reason: "Bonus", requestId: "1") { userErrors { message } } }`, object{"id": id})
	_, answer := p.send(models.RoleAdmin, `mutation {
		made: createReferralPartnerPayments(method: ENDING_BALANCE, batchId: "B", criteria: {period: {start: "2011-11-01", end: "2011-11-30"}}) { batch { ...rows } }
		voided: voidPaymentBatch(batchId: "B", reason: "Twice") { batch { ...rows } }
	}
	fragment rows on PaymentBatch { status payments(first: 1) { nodes { batch { status payments(first: 1) { nodes { amount } } } } } }`, nil)
	const batch = "map[batch:map[payments:map[nodes:[map[batch:map[payments:map[nodes:[map[amount:5.00]]] status:%[1]s]]]] status:%[1]s]]"
	want := fmt.Sprintf("map[made:"+batch+" voided:", "RECORDED") + fmt.Sprintf(batch+"]", "VOIDED")
	if got := fmt.Sprint(answer["data"]); got != want {
		t.Errorf("answered is %v\nnot %s", answer, want)
	}
}
