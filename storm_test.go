package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"partnerledger/models"
)

// TestEverythingAtOnce: clients that record orders and refunds, adjust, pay by every method, void and close months, all at
// once and over few ids, so that they repeat and collide. Nobody gets a fault, every stored figure is what the entries
// say, and nobody was paid twice for the same days.
func TestEverythingAtOnce(t *testing.T) {
	p := newProduct(t)
	var partners []string
	for i := range 8 {
		partners = append(partners, p.partner(fmt.Sprintf("P%d", i), fmt.Sprintf("Partner %d", i)))
	}
	var group sync.WaitGroup
	for worker := range 6 {
		group.Go(func() {
			random := rand.New(rand.NewPCG(uint64(worker), 2011))
			for range 60 {
				p.anything(random, partners)
			}
		})
	}
	group.Wait()
	p.addsUp()
	p.nobodyIsPaidTwice()
}

// anything does one thing that somebody might do. Mistakes are answers; faults are not.
func (p *product) anything(random *rand.Rand, partners []string) {
	id, month := random.IntN(40), 1+random.IntN(12)
	period := fmt.Sprintf(`period: {start: "2011-%02d-01", end: "2011-%02d-28"}`, month, min(12, month+random.IntN(3)))
	method := []string{"COMMISSION_EARNED", "BEGINNING_BALANCE_PLUS_COMMISSION_EARNED", "ENDING_BALANCE"}[random.IntN(3)]
	operation := []string{
		fmt.Sprintf(`mutation { recordOrder(input: {orderId: "%d", orderedAt: "2011-%02d-05T10:00:00Z", partnerCode: "P%d",
			lines: [{sku: "A", quantity: "3", unitPrice: "%d.99"}]}) { userErrors { code } } }`, id, 1+id%12, id%8, 10+id),
		fmt.Sprintf(`mutation { recordRefund(input: {refundId: "%d", orderId: "%d", refundedAt: "2011-%02d-20T10:00:00Z",
			amount: "%d.10"}) { userErrors { code } } }`, id, id%20, month, 1+id%30),
		fmt.Sprintf(`mutation { adjustLedger(partnerId: "%s", amount: "-%d.01", date: "2011-%02d-11", reason: "r",
			requestId: "%[2]d") { userErrors { code } } }`, partners[id%8], 1+id%5, month),
		fmt.Sprintf(`mutation { createReferralPartnerPayments(method: %s, batchId: "B%d", date: "2011-%02d-28", criteria: {%s}) {
			userErrors { code } } }`, method, id%10, month, period),
		fmt.Sprintf(`mutation { voidPaymentBatch(batchId: "B%d", reason: "r", date: "2012-01-01") { userErrors { code } } }`, id%10),
		fmt.Sprintf(`{ referralPartnerLedgers(criteria: {%s}) { totalCount totals { endingBalance } } }`, period),
	}[random.IntN(6)]
	if _, answer := p.send(models.RoleAdmin, operation, nil); answer["errors"] != nil {
		p.t.Errorf("%s\n%v", operation, answer["errors"])
	}
	if random.IntN(20) == 0 {
		if _, err := p.ledger.CloseMonths(p.t.Context()); err != nil {
			p.t.Error(err)
		}
	}
}

// nobodyIsPaidTwice looks for two payments of standing batches over days that they share, other than ending balances,
// which may be paid again and again as long as something is left of them.
func (p *product) nobodyIsPaidTwice() {
	p.t.Helper()
	var twice []string
	must(p.t, p.db.Raw(`SELECT format('partner %s by %s and %s', a.partner_id, x.batch_id, y.batch_id)
		FROM payments a JOIN payment_batches x ON x.id = a.batch_id
		JOIN payments b ON b.partner_id = a.partner_id AND b.batch_id > a.batch_id
		JOIN payment_batches y ON y.id = b.batch_id
		WHERE a.voided_at IS NULL AND b.voided_at IS NULL AND y.method <> 'ENDING_BALANCE'
		  AND x.period_start <= y.period_end AND x.period_end >= y.period_start`).Scan(&twice).Error)
	if len(twice) > 0 {
		p.t.Errorf("paid twice for the same days: %s", strings.Join(twice, "; "))
	}
	var paid int
	must(p.t, p.db.Raw("SELECT count(*) FROM payments").Scan(&paid).Error)
	if paid == 0 {
		p.t.Error("nobody was paid at all")
	}
}
