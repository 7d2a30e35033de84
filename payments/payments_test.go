package payments_test

import (
	"fmt"
	"strings"
	"testing"

	"partnerledger/ledger"
	"partnerledger/ledger/ledgertest"
	"partnerledger/models"
	"partnerledger/payments"
	"partnerledger/postgres/pgtest"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

var (
	period = ledgertest.Period
	day    = ledgertest.Day
	dec    = ledgertest.Dec
	must   = ledgertest.Must
)

func ptr[T any](v T) *T { return &v }

// desk is where payments are made: payments over the books of a test. The period left out is May 2011.
type desk struct {
	*ledgertest.Books
	pay *payments.Service
}

func open(t testing.TB) *desk {
	b := ledgertest.Open(t, pgtest.New(t))
	return &desk{b, &payments.Service{Business: b.Business, DB: b.DB, Ledger: b.Service}}
}

// ending pays ending balances of May.
func ending() payments.Request { return payments.Request{Method: models.EndingBalance, Type: "CHECK"} }

// create records a batch that a test relies on.
func (d *desk) create(r payments.Request) *models.PaymentBatch {
	d.T.Helper()
	batch, _, err := d.pay.Create(d.T.Context(), r, "tester")
	must(d.T, err)
	return batch
}

func (d *desk) preview(r payments.Request) *payments.Preview {
	d.T.Helper()
	p, err := d.pay.Preview(d.T.Context(), r)
	must(d.T, err)
	return p
}

// plan writes a preview as "NAME amount warnings" and "NAME reason amount", in the order of names.
func (d *desk) plan(r payments.Request) string {
	d.T.Helper()
	p := d.preview(r)
	lines, err := p.Lines(models.Page{First: 100})
	must(d.T, err)
	skipped, err := p.Skipped(models.Page{First: 100})
	must(d.T, err)
	var all []string
	for _, l := range lines.Nodes {
		line := l.Name + " " + models.DecimalString(l.Amount)
		for _, w := range l.Warnings() {
			line += " " + string(w)
		}
		all = append(all, line)
	}
	for _, s := range skipped.Nodes {
		all = append(all, fmt.Sprintf("%s %s %s", s.Name, s.Reason, models.DecimalString(s.Amount)))
	}
	if len(lines.Nodes) != p.PaymentCount || len(skipped.Nodes) != p.SkippedCount {
		d.T.Errorf("%d lines and %d skipped, counted %d and %d", len(lines.Nodes), len(skipped.Nodes), p.PaymentCount, p.SkippedCount)
	}
	return strings.Join(all, "; ")
}

// addsUp ends tests that record: balances and batches are what the entries say.
func (d *desk) addsUp() {
	d.T.Helper()
	d.AddsUp()
	differences, err := d.pay.Check(d.T.Context())
	must(d.T, err)
	for _, difference := range differences {
		d.T.Error(difference)
	}
}

// refused tells whether an error is the one mistake of a code, about a field.
func refused(t testing.TB, err error, code models.ErrorCode, field string) {
	t.Helper()
	found, all := models.UserErrors(err)
	if !all || len(found) != 1 || found[0].Code != code || strings.Join(found[0].Field, ".") != field {
		t.Errorf("got %v, want %s about %q", err, code, field)
	}
}

// four has a partner of each sort: one to pay, one with nothing, one who owes us, one who has left.
func four(t testing.TB) (*desk, map[string]*models.Partner) {
	d := open(t)
	p := map[string]*models.Partner{
		"A": d.Partner(models.Partner{Name: "A"}), "B": d.Partner(models.Partner{Name: "B"}),
		"C": d.Partner(models.Partner{Name: "C"}), "D": d.Partner(models.Partner{Name: "D", Status: models.PartnerInactive}),
	}
	d.Commission(p["A"], "2011-04-10", "100")
	d.Commission(p["A"], "2011-05-10", "20.50")
	d.Record(d.Entry(p["C"], models.Adjustment, "2011-05-02", "-7"))
	d.Commission(p["D"], "2011-05-31", "3")
	return d, p
}

// TestMethods: each method finds its amount, every partner on the report is either paid or skipped with the reason, and
// the preview is what the batch records.
func TestMethods(t *testing.T) {
	for method, want := range map[models.PaymentMethod]string{
		models.CommissionEarned:                     "A 20.50; D 3.00 PARTNER_INACTIVE; B ZERO_AMOUNT 0.00; C ZERO_AMOUNT 0.00",
		models.BeginningBalancePlusCommissionEarned: "A 120.50; D 3.00 PARTNER_INACTIVE; B ZERO_AMOUNT 0.00; C ZERO_AMOUNT 0.00",
		models.EndingBalance:                        "A 120.50; D 3.00 PARTNER_INACTIVE; B ZERO_AMOUNT 0.00; C NEGATIVE_AMOUNT -7.00",
	} {
		d, _ := four(t)
		request := payments.Request{Method: method, Type: "PAYPAL"}
		if got := d.plan(request); got != want {
			t.Errorf("%s plans %q, want %q", method, got, want)
		}
		preview := d.preview(request)
		request.Fingerprint = &preview.Fingerprint
		batch := d.create(request)
		if !batch.Total.Equal(preview.Total) || batch.PaymentCount != 2 || batch.SkippedCount != 2 || batch.BatchID != "Batch-20110615" {
			t.Errorf("%s records %+v, the preview had %+v", method, batch, preview.Summary)
		}
		d.addsUp()
	}
}

// TestBasisIsKept: a payment keeps the figures that its amount was found from.
func TestBasisIsKept(t *testing.T) {
	d, _ := four(t)
	batch := d.create(ending())
	found, err := d.pay.OfBatches(t.Context(), []int64{batch.ID}, models.Page{First: 1})
	must(t, err)
	page := found[batch.ID]
	basis := page.Nodes[0].Basis()
	got := fmt.Sprint(basis.BeginningBalance, basis.Commissions, basis.Adjustments, basis.Payments, basis.EndingBalance)
	if got != "100 20.5 0 0 120.5" || !page.HasNextPage || page.Count != 2 || !page.TotalAmount.Equal(dec("123.50")) {
		t.Errorf("basis %s, page %+v", got, page)
	}
}

// TestEndingBalanceLeavesZero: paying the ending balance of a period that holds every entry leaves nothing owed; paying
// it again finds nothing.
func TestEndingBalanceLeavesZero(t *testing.T) {
	d, p := four(t)
	d.create(ending())
	if d.Owed(p["A"]) != "0.00" || d.Owed(p["C"]) != "-7.00" {
		t.Errorf("A is owed %s, C %s", d.Owed(p["A"]), d.Owed(p["C"]))
	}
	june := ending()
	june.Criteria = &ledger.Criteria{Period: period("2011-05-01", "2011-06-30")}
	if got := d.plan(june); got != "A ZERO_AMOUNT 0.00; B ZERO_AMOUNT 0.00; C NEGATIVE_AMOUNT -7.00; D ZERO_AMOUNT 0.00" {
		t.Errorf("a second time: %s", got)
	}
}

// TestNobodyIsPaidTwiceForTheSameDays: a partner with a standing payment of a batch whose period shares a day is
// skipped, by every method, and the batch is named; allowRepeat, a void and other days end that.
func TestNobodyIsPaidTwiceForTheSameDays(t *testing.T) {
	d, p := four(t)
	earned := payments.Request{Method: models.CommissionEarned, Type: "CHECK"}
	first := d.create(earned)
	for name, c := range map[string]struct {
		request payments.Request
		want    string
	}{
		"the same days":       {earned, "ALREADY_PAID 20.50"},
		"one day in common":   {payments.Request{Method: models.BeginningBalancePlusCommissionEarned, Criteria: &ledger.Criteria{Period: period("2011-05-31", "2011-06-30")}}, "ALREADY_PAID 120.50"},
		"one day, the first":  {payments.Request{Method: models.CommissionEarned, Criteria: &ledger.Criteria{Period: period("2011-04-10", "2011-05-01")}}, "ALREADY_PAID 100.00"},
		"allowRepeat":         {payments.Request{Method: models.CommissionEarned, AllowRepeat: true}, "20.50"},
		"other days":          {payments.Request{Method: models.CommissionEarned, Criteria: &ledger.Criteria{Period: period("2011-04-01", "2011-04-30")}}, "100.00"},
		"a balance is left":   {payments.Request{Method: models.EndingBalance, Criteria: &ledger.Criteria{Period: period("2011-05-01", "2011-06-30")}}, "100.00"},
		"more than is left":   {ending(), "ALREADY_PAID 120.50"},
		"capped is no excuse": {payments.Request{Method: models.EndingBalance, CapAtBalance: true}, "ALREADY_PAID 100.00"},
	} {
		c.request.Criteria = narrowed(c.request.Criteria, p["A"])
		if got := d.plan(c.request); got != "A "+c.want {
			t.Errorf("%s: %s, want A %s", name, got, c.want)
		}
	}
	skipped, err := d.preview(earned).Skipped(models.Page{First: 1})
	must(t, err)
	if skipped.Nodes[0].PaidBatchID == nil || *skipped.Nodes[0].PaidBatchID != first.ID {
		t.Errorf("the batch that paid is %v", skipped.Nodes[0].PaidBatchID)
	}
	_, err = d.pay.VoidBatch(t.Context(), first.BatchID, payments.Void{Reason: "lost"})
	must(t, err)
	if got := d.plan(payments.Request{Method: models.CommissionEarned, Criteria: narrowed(nil, p["A"])}); got != "A 20.50" {
		t.Errorf("after the void: %s", got)
	}
	d.addsUp()
}

func narrowed(c *ledger.Criteria, p *models.Partner) *ledger.Criteria {
	if c == nil {
		c = &ledger.Criteria{}
	}
	c.PartnerIDs = []int64{p.ID}
	return c
}

// TestOneOffPaymentsAreNoBatch: a one-off payment doesn't stop a batch over the same days.
func TestOneOffPaymentsAreNoBatch(t *testing.T) {
	d, p := four(t)
	_, err := d.pay.CreateSingle(t.Context(), payments.Single{PartnerID: p["A"].ID, Amount: dec("20.50"), Type: "CASH", RequestID: "1"}, "tester")
	must(t, err)
	request := payments.Request{Method: models.CommissionEarned, Criteria: narrowed(nil, p["A"])}
	if got := d.plan(request); got != "A 20.50" {
		t.Error(got)
	}
}

// TestMinimumAndCap: minimumPayment leaves out smaller payments, capAtBalance pays what is owed now at most.
func TestMinimumAndCap(t *testing.T) {
	d, p := four(t)
	d.Payment(p["A"], "2011-06-01", "-110")
	d.Payment(p["D"], "2011-06-01", "-5")
	for want, r := range map[string]payments.Request{
		"A 120.50 EXCEEDS_BALANCE; D 3.00 EXCEEDS_BALANCE PARTNER_INACTIVE; B ZERO_AMOUNT 0.00; C NEGATIVE_AMOUNT -7.00": {},
		"A 10.50 CAPPED_AT_BALANCE; B ZERO_AMOUNT 0.00; C NEGATIVE_AMOUNT -7.00; D NEGATIVE_AMOUNT -2.00":                {CapAtBalance: true},
		"A 120.50 EXCEEDS_BALANCE; B ZERO_AMOUNT 0.00; C NEGATIVE_AMOUNT -7.00; D BELOW_MINIMUM 3.00":                    {MinimumPayment: ptr(dec("3.01"))},
		"B ZERO_AMOUNT 0.00; A BELOW_MINIMUM 10.50; C NEGATIVE_AMOUNT -7.00; D NEGATIVE_AMOUNT -2.00":                    {MinimumPayment: ptr(dec("10.51")), CapAtBalance: true},
	} {
		r.Method = models.EndingBalance
		if got := d.plan(r); sorted(got) != sorted(want) {
			t.Errorf("%+v plans %q, want %q", r, got, want)
		}
	}
	preview := d.preview(ending())
	if preview.ExceedingCount != 2 || !preview.ExceedingTotal.Equal(dec("115")) {
		t.Errorf("%d exceed by %s, want 2 by 115: 110 and 5", preview.ExceedingCount, preview.ExceedingTotal)
	}
}

func sorted(plan string) string {
	parts := strings.Split(plan, "; ")
	for i := range parts {
		for j := range i {
			if parts[i] < parts[j] {
				parts[i], parts[j] = parts[j], parts[i]
			}
		}
	}
	return strings.Join(parts, "; ")
}

// TestFingerprint: what has changed who is paid how much makes a preview stale; what hasn't, doesn't.
func TestFingerprint(t *testing.T) {
	d, p := four(t)
	request := ending()
	request.Fingerprint = ptr(d.preview(request).Fingerprint)
	d.Commission(p["A"], "2011-06-10", "1") // owed now, not in May
	if d.preview(ending()).Fingerprint != *request.Fingerprint {
		t.Error("an entry outside the period made the preview stale")
	}
	d.Commission(p["A"], "2011-05-10", "0.01")
	_, _, err := d.pay.Create(t.Context(), request, "tester")
	refused(t, err, models.CodeStalePreview, "fingerprint")
	found, err := d.pay.Batches(t.Context(), models.Page{First: 10}, true)
	must(t, err)
	if found.Count != 0 || d.Owed(p["A"]) != "121.51" {
		t.Errorf("a stale preview recorded %d batches, A is owed %s", found.Count, d.Owed(p["A"]))
	}
}

// TestABatchRecordedSinceThePreviewMakesItStale: of two who look at the same days, one pays, also where there would be enough
// owed to pay all of it again, or where that is allowed.
func TestABatchRecordedSinceThePreviewMakesItStale(t *testing.T) {
	for _, repeat := range []bool{false, true} {
		d, p := four(t)
		for _, name := range []string{"A", "D"} {
			d.Commission(p[name], "2011-06-10", "1000") // owed now, not in May
		}
		first, second := ending(), ending()
		first.AllowRepeat, second.AllowRepeat = repeat, repeat
		first.BatchID, second.BatchID = ptr("May-A"), ptr("May-B")
		first.Fingerprint = ptr(d.preview(first).Fingerprint)
		second.Fingerprint = first.Fingerprint
		d.create(first)
		_, _, err := d.pay.Create(t.Context(), second, "tester")
		refused(t, err, models.CodeStalePreview, "fingerprint")
		// Whoever has looked again may.
		second.Fingerprint = ptr(d.preview(second).Fingerprint)
		d.create(second)
		if owed := d.Owed(p["A"]); owed != "879.50" {
			t.Errorf("A is owed %s", owed)
		}
	}
}

// TestMistakesRecordNothing: what is wrong is told by the argument's name.
func TestMistakesRecordNothing(t *testing.T) {
	d, p := four(t)
	for field, c := range map[string]struct {
		request payments.Request
		code    models.ErrorCode
	}{
		"exportId":              {payments.Request{ExportID: ptr(int64(9))}, models.CodeNotFound},
		"exportId ":             {payments.Request{ExportID: ptr(int64(9)), Criteria: &ledger.Criteria{}}, models.CodeInvalid},
		"minimumPayment":        {payments.Request{MinimumPayment: ptr(dec("-1"))}, models.CodeInvalid},
		"minimumPayment ":       {payments.Request{MinimumPayment: ptr(dec("1.001"))}, models.CodeInvalid},
		"batchId":               {payments.Request{BatchID: ptr(" x")}, models.CodeInvalid},
		"criteria.currencyCode": {payments.Request{Criteria: &ledger.Criteria{CurrencyCode: ptr("usd")}}, models.CodeInvalid},
		"":                      {payments.Request{Criteria: narrowed(nil, p["B"])}, models.CodeNothingToPay},
	} {
		c.request.Method, c.request.Type = models.EndingBalance, "CHECK"
		_, _, err := d.pay.Create(t.Context(), c.request, "tester")
		refused(t, err, c.code, strings.TrimSpace(field))
	}
}
