package payments_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"partnerledger/ledger"
	"partnerledger/ledger/ledgertest"
	"partnerledger/models"
	"partnerledger/payments"
	"partnerledger/postgres/pgtest"
)

// due is what each method pays, in a few lines: what the SQL is held against. Zero or less is no payment.
func due(method models.PaymentMethod, f models.Figures) decimal.Decimal {
	amount := f.Commissions()
	switch method {
	case models.BeginningBalancePlusCommissionEarned:
		amount = f.BeginningBalance.Add(f.Commissions())
	case models.EndingBalance:
		amount = f.EndingBalance
	}
	return decimal.Max(amount, decimal.Zero)
}

// TestBatchEqualsModel: for any entries, period and method the preview's payments are what the method says from the
// report's figures, and the batch records the preview; each payment lowers what is owed by its amount. Paying the ending
// balance of a period that holds every entry leaves nobody anything.
func TestBatchEqualsModel(t *testing.T) {
	db := pgtest.New(t)
	rapid.Check(t, func(rt *rapid.T) {
		tx := db.Begin()
		defer tx.Rollback()
		b := ledgertest.Open(t, tx)
		d := &desk{b, &payments.Service{Business: b.Business, DB: b.DB, Ledger: b.Service}}
		partners := d.scene(rt)
		request := payments.Request{
			Method: rapid.SampledFrom([]models.PaymentMethod{
				models.CommissionEarned, models.BeginningBalancePlusCommissionEarned, models.EndingBalance,
			}).Draw(rt, "method"),
			Type: "CHECK", Criteria: &ledger.Criteria{Period: somePeriod(rt)}, Date: ptr(someDay(rt, "date")),
		}
		d.batchEqualsModel(request, partners)
		everything := payments.Request{
			Method: models.EndingBalance, Type: "CHECK", AllowRepeat: true,
			Criteria: &ledger.Criteria{Period: period("2010-01-01", "2012-12-31")},
		}
		d.batchEqualsModel(everything, partners)
		for _, p := range partners {
			if owed := d.owed(p); owed.IsPositive() {
				t.Fatalf("%s is still owed %s", p.Name, owed)
			}
		}
		d.addsUp()
	})
}

// scene records entries of all sorts of a few partners, some of them in months that are closed.
func (d *desk) scene(rt *rapid.T) (partners []*models.Partner) {
	for range 3 {
		partners = append(partners, d.Partner(models.Partner{}))
	}
	for range rapid.IntRange(0, 15).Draw(rt, "entries") {
		p := rapid.SampledFrom(partners).Draw(rt, "partner")
		on := someDay(rt, "on").String()
		amount := decimal.New(rapid.Int64Range(1, 9999).Draw(rt, "cents"), -2)
		switch rapid.IntRange(0, 3).Draw(rt, "kind") {
		case 0, 1:
			d.Commission(p, on, amount.String())
		case 2:
			d.Record(d.Entry(p, models.Adjustment, on, amount.Neg().String()))
		case 3:
			d.Payment(p, on, amount.Neg().String())
		}
	}
	if rapid.Bool().Draw(rt, "close") {
		_, err := d.CloseMonths(d.T.Context())
		must(d.T, err)
	}
	return partners
}

func someDay(rt *rapid.T, name string) models.Date {
	return day("2011-01-01").AddDays(rapid.IntRange(0, 160).Draw(rt, name))
}

func somePeriod(rt *rapid.T) *models.Period {
	start := someDay(rt, "start")
	return &models.Period{Start: start, End: start.AddDays(rapid.IntRange(0, 60).Draw(rt, "days"))}
}

func (d *desk) batchEqualsModel(r payments.Request, partners []*models.Partner) {
	d.T.Helper()
	want, total, before := map[int64]decimal.Decimal{}, decimal.Zero, map[int64]decimal.Decimal{}
	ledgers, err := d.Ledgers(d.T.Context(), r.Criteria.Period, "USD", ids(partners))
	must(d.T, err)
	for _, p := range partners {
		want[p.ID], before[p.ID] = due(r.Method, ledgers[p.ID].Figures), d.owed(p)
		total = total.Add(want[p.ID])
	}
	preview := d.preview(r)
	if !preview.Total.Equal(total) {
		d.T.Fatalf("the preview pays %s, the model %s", preview.Total, total)
	}
	r.Fingerprint = &preview.Fingerprint
	batch, _, err := d.pay.Create(d.T.Context(), r, "tester")
	if total.IsZero() {
		refused(d.T, err, models.CodeNothingToPay, "")
		return
	}
	must(d.T, err)
	if !batch.Total.Equal(total) || batch.PaymentCount != preview.PaymentCount || batch.SkippedCount != preview.SkippedCount {
		d.T.Fatalf("the batch is %+v, the preview was %+v", batch, preview.Summary)
	}
	for _, p := range partners {
		if after := d.owed(p); !before[p.ID].Sub(after).Equal(want[p.ID]) {
			d.T.Fatalf("%s was owed %s, is owed %s, was to get %s", p.Name, before[p.ID], after, want[p.ID])
		}
	}
}

func (d *desk) owed(p *models.Partner) decimal.Decimal { return dec(d.Owed(p)) }

func ids(partners []*models.Partner) []int64 {
	all := make([]int64, len(partners))
	for i, p := range partners {
		all[i] = p.ID
	}
	return all
}
