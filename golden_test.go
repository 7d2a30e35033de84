package main

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/ledger"
	"partnerledger/models"
)

// goldenCase is a worked example of the report and the three methods.
type goldenCase struct {
	Name    string
	Period  models.Period
	Entries []struct {
		Date   models.Date
		Kind   models.EntryKind
		Amount decimal.Decimal
	}
	Report  map[string]string
	OwedNow string
	Methods map[models.PaymentMethod]struct {
		Amount  string
		Paid    *string
		Skipped *models.SkipReason
		Warning *models.PaymentWarning
	}
}

// TestGoldenMethods: every worked example comes out of the API: the report, the preview, the batch, and what is owed
// afterwards.
func TestGoldenMethods(t *testing.T) {
	text, err := os.ReadFile("testdata/golden/methods.json")
	must(t, err)
	var golden struct{ Cases []goldenCase }
	must(t, json.Unmarshal(text, &golden))
	if len(golden.Cases) != 12 {
		t.Fatalf("%d cases, want 12", len(golden.Cases))
	}
	p := newProduct(t)
	for _, c := range golden.Cases {
		for method := range c.Methods {
			t.Run(fmt.Sprintf("%s/%s", c.Name, method), func(t *testing.T) {
				p.t = t
				p.golden(c, method)
			})
		}
	}
	found, err := p.payments.Check(t.Context())
	if err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}

func (p *product) golden(c goldenCase, method models.PaymentMethod) {
	p.t.Helper()
	partner := p.partner(fmt.Sprintf("%s-%d", c.Name[:3], len(method)), c.Name)
	for i, e := range c.Entries {
		p.goldenEntry(partner, i, models.LedgerEntry{Date: e.Date, Kind: e.Kind, Amount: e.Amount})
	}
	criteria := object{"period": object{"start": c.Period.Start, "end": c.Period.End}, "partnerIds": []string{partner}}
	report := p.do(`query($c: LedgerCriteria) { referralPartnerLedgers(criteria: $c) { nodes {
		beginningBalance commissionsEarned clawbacks commissions adjustments payments endingBalance owedNow } } }`, object{"c": criteria})
	row := report["nodes"].([]any)[0].(object)
	for figure, want := range c.Report {
		if row[figure] != want {
			p.t.Errorf("%s is %v, want %s", figure, row[figure], want)
		}
	}
	if row["owedNow"] != c.OwedNow {
		p.t.Errorf("owedNow is %v, want %s", row["owedNow"], c.OwedNow)
	}
	arguments := object{"c": criteria, "m": method}
	preview := p.do(`query($c: LedgerCriteria, $m: PaymentMethod!) { previewReferralPartnerPayments(method: $m, criteria: $c) {
		fingerprint paymentCount lines { nodes { amount warnings } } skipped { nodes { amount reason } } } }`, arguments)
	arguments["f"] = preview["fingerprint"]
	created := p.do(`mutation($c: LedgerCriteria, $m: PaymentMethod!, $f: String) { createReferralPartnerPayments(method: $m, criteria: $c,
		fingerprint: $f) { batch { total payments { nodes { amount } } } userErrors { code } } }`, arguments)
	p.goldenPaid(c, method, preview, created)
}

func (p *product) goldenPaid(c goldenCase, method models.PaymentMethod, preview, created object) {
	p.t.Helper()
	want := c.Methods[method]
	if want.Paid == nil {
		if got := fmt.Sprint(nodesOf(preview, "skipped")); got != fmt.Sprintf("[map[amount:%s reason:%s]]", want.Amount, *want.Skipped) {
			p.t.Errorf("the preview skips %s, want %s", got, *want.Skipped)
		}
		if got := fmt.Sprint(created["userErrors"]); got != "[map[code:NOTHING_TO_PAY]]" {
			p.t.Errorf("the batch answers %s", got)
		}
		return
	}
	warnings := "[]"
	if want.Warning != nil {
		warnings = fmt.Sprintf("[%s]", *want.Warning)
	}
	if got := fmt.Sprint(nodesOf(preview, "lines")); got != fmt.Sprintf("[map[amount:%s warnings:%s]]", *want.Paid, warnings) {
		p.t.Errorf("the preview pays %s, want %s %s", got, *want.Paid, warnings)
	}
	batch, _ := created["batch"].(object)
	if got := fmt.Sprintf("%v %v", nodesOf(batch, "payments"), batch["total"]); got != fmt.Sprintf("[map[amount:%s]] %[1]s", *want.Paid) {
		p.t.Errorf("the batch pays %s, want %s; %v", got, *want.Paid, created["userErrors"])
	}
}

func nodesOf(of object, connection string) any {
	c, _ := of[connection].(object)
	return c["nodes"]
}

// goldenEntry records an entry as it stands in the example: the API has no way to claw back what was never earned.
func (p *product) goldenEntry(partner string, i int, e models.LedgerEntry) {
	p.t.Helper()
	id, err := models.UnmarshalID(partner)
	must(p.t, err)
	e.PartnerID, e.CurrencyCode, e.Source, e.Description, e.RecordedAt = id, "GBP", fmt.Sprintf("golden:%d", i), "golden", p.clock
	entries := []models.LedgerEntry{e}
	switch e.Kind {
	case models.PaymentMade:
		p.do(`mutation($p: ID!, $a: Decimal!, $d: Date, $r: String!) {
			createReferralPartnerPayment(partnerId: $p, amount: $a, type: CHECK, date: $d, requestId: $r) { userErrors { message } } }`,
			object{"p": partner, "a": e.Amount.Neg(), "d": e.Date, "r": e.Source})
		return
	case models.Clawback:
		commission := e
		commission.Kind, commission.Amount, commission.Source = models.Commission, decimal.Zero, e.Source+"/commission"
		entries[0].CommissionSource = &commission.Source
		entries = append([]models.LedgerEntry{commission}, entries...)
	}
	must(p.t, p.db.Transaction(func(tx *gorm.DB) error {
		_, err := ledger.Record(tx, entries)
		return err
	}))
}
