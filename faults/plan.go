//go:build unix

package main

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// checkBatches finds batches that are not whole, whose amounts are not what the method says from the entries that the
// batch saw, or that ran at the same time as another one.
func (t *tables) checkBatches(requests map[string]batchRequest) (wrong []error) {
	for i, b := range t.batches {
		if err := b.checkWhole(t.skipped[b.id]); err != nil {
			wrong = append(wrong, fmt.Errorf("batch %s: %w", b.batchID, err))
			continue
		}
		request, known := requests[b.batchID]
		if !known {
			wrong = append(wrong, fmt.Errorf("nobody asked for the batch %s", b.batchID))
			continue
		}
		for _, err := range t.checkPlan(b, request) {
			wrong = append(wrong, fmt.Errorf("batch %s by %s over %+v: %w", b.batchID, b.method, b.period, err))
		}
		for _, other := range t.batches[:i] {
			if !b.seen.saw(other.by) && !other.seen.saw(b.by) {
				wrong = append(wrong, fmt.Errorf("the batches %s and %s ran at the same time", other.batchID, b.batchID))
			}
		}
	}
	return wrong
}

// checkWhole: a batch has all of its payments, each with its entries, and is voided when all of them are.
func (b *batchRow) checkWhole(skipped map[string]skippedRow) error {
	sum, voided := decimal.Zero, true
	for partner, p := range b.payments {
		sum, voided = sum.Add(p.amount), voided && p.voided
		switch {
		case p.made == nil || !p.made.Amount.Equal(p.amount.Neg()) || p.made.partner != partner || p.made.Date != b.date || p.made.by != b.by:
			return fmt.Errorf("the entry of payment %d of %s is %+v", p.id, p.amount, p.made)
		case p.voided != (p.taken != nil) || p.voided && (!p.taken.Amount.Equal(p.amount) || p.taken.partner != partner):
			return fmt.Errorf("the reversal of payment %d of %s is %+v", p.id, p.amount, p.taken)
		}
	}
	if len(b.payments) == 0 || len(b.payments) != b.paymentCount || len(skipped) != b.skippedCount || !sum.Equal(b.total) || voided != b.voided {
		return fmt.Errorf("has %d of %d payments, %s of %s, and %d of %d skipped; voided: %t, all payments are: %t",
			len(b.payments), b.paymentCount, sum, b.total, len(skipped), b.skippedCount, b.voided, voided)
	}
	return nil
}

// due is what a batch should do about a partner.
type due struct {
	amount decimal.Decimal
	reason string // why nothing is paid
	batch  int64  // that has paid already
	basis  figures
}

func (t *tables) checkPlan(b *batchRow, request batchRequest) (wrong []error) {
	for _, partner := range t.partners {
		want := t.due(b, request, partner)
		p, paid := b.payments[partner]
		s, skipped := t.skipped[b.id][partner]
		switch {
		case want.reason == "" && (!paid || skipped || !p.amount.Equal(want.amount) || !p.basis.sameBasis(want.basis)):
			wrong = append(wrong, fmt.Errorf("partner %s should get %s from %+v: %+v", partner, want.amount, want.basis, p))
		case want.reason != "" && (paid || !skipped || s != skippedRow{s.amount, want.reason, want.batch} || !s.amount.Equal(want.amount)):
			wrong = append(wrong, fmt.Errorf("partner %s should be skipped with %+v: %+v, paid: %+v", partner, want, s, p))
		}
	}
	return wrong
}

func (f figures) sameBasis(g figures) bool {
	return f.BeginningBalance.Equal(g.BeginningBalance) && f.Commissions.Equal(g.Commissions) && f.Adjustments.Equal(g.Adjustments) &&
		f.Payments.Equal(g.Payments) && f.EndingBalance.Equal(g.EndingBalance)
}

// due is the payment plan in a few lines, from the entries that the batch saw: what the SQL is held against.
func (t *tables) due(b *batchRow, request batchRequest, partner string) due {
	basis, owed := t.figuresAt(partner, b.period, b.seen, b.by)
	if request.export != nil {
		basis = t.frozen[request.export.ID].rows[partner]
	}
	found := basis.Commissions
	switch request.method {
	case "BEGINNING_BALANCE_PLUS_COMMISSION_EARNED":
		found = basis.BeginningBalance.Add(basis.Commissions)
	case "ENDING_BALANCE":
		found = basis.EndingBalance
	}
	want := due{amount: found, basis: basis}
	if request.cap && found.IsPositive() {
		want.amount = decimal.Min(found, owed)
	}
	paid := int64(0)
	if !request.allowRepeat {
		paid = t.paidBefore(b, partner)
	}
	switch {
	case found.IsZero():
		want.reason = "ZERO_AMOUNT"
	case found.IsNegative():
		want.reason = "NEGATIVE_AMOUNT"
	case paid != 0 && (request.method != "ENDING_BALANCE" || found.GreaterThan(owed)):
		want.reason, want.batch = "ALREADY_PAID", paid
	case want.amount.IsZero():
		want.reason = "ZERO_AMOUNT"
	case want.amount.IsNegative():
		want.reason = "NEGATIVE_AMOUNT"
	case want.amount.LessThan(request.minimum):
		want.reason = "BELOW_MINIMUM"
	}
	return want
}

// figuresAt sums up what a statement saw of a ledger, without what its own transaction recorded; owed is all of it,
// whatever its day.
func (t *tables) figuresAt(partner string, over period, seen snapshot, own uint64) (f figures, owed decimal.Decimal) {
	for _, e := range t.entries {
		if e.partner == partner && e.by != own && seen.saw(e.by) {
			f.count(e.entry, over)
			owed = owed.Add(e.Amount)
		}
	}
	return f, owed
}

// paidBefore is the latest batch that the batch saw standing and that has paid the partner for some of the same days; 0 if
// there is none.
func (t *tables) paidBefore(b *batchRow, partner string) (latest int64) {
	for _, other := range t.batches {
		p := other.payments[partner]
		if p == nil || other == b || !b.seen.saw(p.made.by) || p.taken != nil && b.seen.saw(p.taken.by) {
			continue
		}
		if other.period.Start <= b.period.End && other.period.End >= b.period.Start {
			latest = max(latest, other.id)
		}
	}
	return latest
}

// checkExports: what an export froze is what its statement saw.
func (t *tables) checkExports() (wrong []error) {
	for id, x := range t.frozen {
		for _, partner := range t.partners {
			f, owed := t.figuresAt(partner, x.period, x.seen, 0)
			if !f.equal(x.rows[partner]) || !owed.Equal(x.owed[partner]) {
				wrong = append(wrong, fmt.Errorf("export %s has %+v of partner %s, should be %+v", id, x.rows[partner], partner, f))
			}
		}
	}
	return wrong
}
