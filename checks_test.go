package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"partnerledger/checks"
	"partnerledger/models"
)

// newChecked is a product whose database has something of all that is checked, and its owner.
func newChecked(t testing.TB) (p *product, owner *gorm.DB) {
	p, owner = newProductWithOwner(t)
	p.do(`mutation { saveCommissionProgram(name: "All", isDefault: true, rules: [{level: 1, percent: "10"}]) { userErrors { message } } }`, nil)
	for i := range 12 { // so that ids have more than one digit
		p.partner(fmt.Sprint("RP", i), fmt.Sprint("Partner ", i))
		p.do(fmt.Sprintf(`mutation { recordOrder(input: {orderId: "O%d", orderedAt: "2011-10-05T10:00:00Z", partnerCode: "RP%[1]d",
			lines: [{sku: "X", quantity: "1", unitPrice: "100"}]}) { userErrors { message } } }`, i), nil)
		p.do(fmt.Sprintf(`mutation { recordRefund(input: {refundId: "R%d", orderId: "O%[1]d", refundedAt: "2011-10-06T10:00:00Z", amount: "10"}) { userErrors { message } } }`, i), nil)
	}
	p.do(`mutation { createReferralPartnerPayments(method: ENDING_BALANCE, batchId: "B", date: "2011-11-05",
		criteria: {period: {start: "2011-10-01", end: "2011-10-31"}}) { userErrors { message } } }`, nil)
	p.do(`mutation { exportLedgers(criteria: {period: {start: "2011-10-01", end: "2011-10-31"}}) { userErrors { message } } }`, nil)
	_, err := p.ledger.CloseMonths(t.Context())
	must(t, err)
	p.checks.Every = 24 * time.Hour
	return p, owner
}

// sliced makes a check slice by slice, and returns how it has ended.
func (p *product) sliced() *models.CheckRun {
	p.t.Helper()
	for more := true; more; {
		var err error
		more, err = p.checks.Slice(p.t.Context())
		must(p.t, err)
	}
	state, err := p.checks.State(p.t.Context())
	must(p.t, err)
	if state.Running != nil || state.Last == nil {
		p.t.Fatalf("the check is %+v", state)
	}
	return state.Last
}

// wrongs are figures made wrong one by one, and what the check says of each.
var wrongs = map[string]string{
	`UPDATE opening_balances SET balance = balance + 0.01 WHERE month = '2011-11-01' AND partner_id = 3`:                   "opening balance of partner RP2 (3), GBP, 2011-11-01: expected balance 9,",
	`DELETE FROM opening_balances WHERE month = '2011-12-01' AND partner_id = 5`:                                           "opening balance of partner RP4 (5), GBP, 2011-12-01",
	`INSERT INTO opening_balances SELECT '2011-11-01', 'CHF', 99, 1, 0, 0, 0`:                                              "opening balance of partner  (99), CHF, 2011-11-01: expected no row",
	`UPDATE payments SET amount = amount + 1 WHERE partner_id = 2`:                                                         "entries of payment",
	`UPDATE payment_batches SET total = total + 1`:                                                                         "batch B: expected 12 payments",
	`UPDATE orders SET total = total + 1 WHERE order_id = 'O3'`:                                                            "total of order O3",
	`UPDATE refunds SET amount = 1000 WHERE order_id = 'O4'`:                                                               "refunds of order O4: expected at most 100",
	`UPDATE ledger_entries SET amount = -20 WHERE kind = 'CLAWBACK' AND partner_id = 1`:                                    "clawbacks of order:O0/1, partner 1",
	`UPDATE ledger_exports SET ending_balance = ending_balance + 1`:                                                        "export 1",
	`UPDATE ledger_entries SET amount = amount + 5 WHERE kind = 'COMMISSION' AND partner_id = 4 AND source = 'order:O3/1'`: "opening balance of partner RP3 (4)",
}

// TestSlicesFindWhatTheWholeFinds: whatever is wrong, and however large the slices are.
func TestSlicesFindWhatTheWholeFinds(t *testing.T) {
	p, owner := newChecked(t)
	if keys, err := p.checks.Checks[0].Next(owner, "2", 9); err != nil || keys != (models.Keys{After: "2", Until: "11"}) {
		t.Errorf("the nine after 2 are %v, %v", keys, err)
	}
	for wrong, want := range wrongs {
		undo := owner.Begin()
		must(t, undo.Error)
		must(t, undo.Exec(wrong).Error)
		whole, err := models.FindDifferences(t.Context(), undo, p.checks.Checks)
		must(t, err)
		for _, size := range []int{1, 2, 100} {
			var found []models.Difference
			for _, check := range p.checks.Checks {
				for keys := (models.Keys{}); ; keys.After = keys.Until {
					keys, err = check.Next(undo, keys.After, size)
					must(t, err)
					some, err := check.Find(undo, keys)
					must(t, err)
					found = append(found, some...)
					if keys.Until == "" {
						break
					}
				}
			}
			byText := func(a, b models.Difference) int { return cmp.Compare(a.String(), b.String()) }
			slices.SortFunc(found, byText)
			slices.SortFunc(whole, byText)
			if !slices.Equal(found, whole) || !strings.Contains(fmt.Sprint(found), want) {
				t.Errorf("%s: slices of %d find %v, the whole %v, want %s", wrong, size, found, whole, want)
			}
		}
		must(t, undo.Rollback().Error)
	}
	p.addsUp()
}

// TestAServersCheck: it comes when it is due, tells everywhere what it has found, and begins anew after a day.
func TestAServersCheck(t *testing.T) {
	p, owner := newChecked(t)
	if run := p.sliced(); run.Differences != 0 {
		t.Errorf("of a good database it says %s", run.Found)
	}
	if more, err := p.checks.Slice(t.Context()); more || err != nil {
		t.Errorf("it begins again at once: %v, %v", more, err)
	}
	must(t, owner.Exec("UPDATE opening_balances SET balance = balance + 0.01 WHERE month = '2011-11-01' AND partner_id = 3").Error)
	p.clock = p.clock.Add(25 * time.Hour)
	run := p.sliced()
	if run.ID != 2 || run.Differences != 1 || !strings.Contains(run.Found, "RP2") {
		t.Errorf("it has found %+v", run)
	}
	for name, want := range map[string]float64{
		"partnerledger_check_differences": 1, "partnerledger_recording_stopped": 0,
		"partnerledger_check_finished_timestamp_seconds": float64(p.clock.Unix()),
	} {
		if got := value(t, p.scrape(), name); got != want {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
	var told health
	must(t, json.Unmarshal([]byte(p.text(http.MethodGet, "/readyz", http.Header{"Authorization": {"Bearer " + p.tokens[models.RoleAdmin]}})), &told))
	if c := told.Check; c.Differences != 1 || len(c.Found) != 1 || c.Finished == nil || c.Stopped != nil || c.Running {
		t.Errorf("/readyz says %+v", c)
	}
	events := p.events()
	if e := events[len(events)-1]; e.Action != models.ActionLedgersChecked || e.Actor != "the server" || !strings.Contains(string(*e.After), "RP2") {
		t.Errorf("the audit log has %+v", e)
	}
}

// TestACheckGoesOnWhereAnotherServerEnded: how far it is stands in the database; two servers never do a slice at once.
func TestACheckGoesOnWhereAnotherServerEnded(t *testing.T) {
	p, owner := newChecked(t)
	must(t, owner.Exec("UPDATE orders SET total = total + 1").Error)
	for range 3 {
		more, err := p.checks.Slice(t.Context())
		must(t, err)
		if !more {
			t.Fatal("it is done already")
		}
	}
	other := &checks.Service{Business: p.Business, DB: p.db, Checks: p.checks.Checks, Every: p.checks.Every}
	must(t, p.db.Transaction(func(tx *gorm.DB) error { // whoever is at it has the lock
		must(t, tx.Exec("SELECT pg_advisory_xact_lock(?)", 0x706c20636865636b).Error)
		if more, err := other.Slice(t.Context()); more || err != nil {
			t.Errorf("two at once: %v, %v", more, err)
		}
		return nil
	}))
	p.checks = other
	if run := p.sliced(); run.ID != 1 || run.Differences != 12 {
		t.Errorf("it has ended as %+v", run)
	}
}

// TestACheckStopsRecording: where it is told to, and until a check finds nothing, or somebody says so. Why is no business of
// those who record.
func TestACheckStopsRecording(t *testing.T) {
	p, owner := newChecked(t)
	p.checks.Stop = true
	const wrong = "UPDATE opening_balances SET balance = balance + %s WHERE month = '2011-11-01' AND partner_id = 3"
	must(t, owner.Exec(fmt.Sprintf(wrong, "1")).Error)
	p.sliced()
	n := 0
	refused := func() (stopped bool) {
		t.Helper()
		n++
		for _, mutation := range []string{
			fmt.Sprintf(`adjustLedger(partnerId: 1, amount: "5", reason: "Bonus", requestId: "%d")`, n),
			fmt.Sprintf(`recordOrder(input: {orderId: "N%d", orderedAt: "2011-12-05T10:00:00Z", partnerCode: "RP1", lines: [{sku: "X", quantity: "1", unitPrice: "1"}]})`, n),
			fmt.Sprintf(`recordRefund(input: {refundId: "N%d", orderId: "O1", refundedAt: "2011-12-06T10:00:00Z", amount: "1"})`, n),
			fmt.Sprintf(`createReferralPartnerPayment(partnerId: 1, amount: "1", type: CASH, requestId: "%d")`, n),
			fmt.Sprintf(`createReferralPartnerPayments(method: ENDING_BALANCE, batchId: "N%d", allowRepeat: true, criteria: {period: {start: "2011-10-01", end: "2011-12-31"}})`, n),
		} {
			answer := fmt.Sprint(p.do("mutation { "+mutation+" { userErrors { code message } } }", nil)["userErrors"])
			stopped = strings.Contains(answer, "RECORDING_STOPPED") && strings.Contains(answer, "Nothing can be recorded at present")
			if !stopped && answer != "[]" || strings.Contains(answer, "RP2") {
				t.Errorf("%s answers %s", mutation, answer)
			}
		}
		response := p.request(http.MethodPost, "/imports/refunds", strings.NewReader("refund_id,order_id,refunded_at,amount\n"), http.Header{
			"Authorization": {"Bearer " + p.tokens[models.RoleAdmin]},
		})
		if (response.StatusCode == http.StatusConflict) != stopped {
			t.Errorf("an import answers %s", response.Status)
		}
		return stopped
	}
	if !refused() {
		t.Error("it isn't stopped")
	}
	if got := value(t, p.scrape(), "partnerledger_recording_stopped"); got != 1 {
		t.Errorf("/metrics says %v", got)
	}
	was, err := p.checks.Resume(t.Context())
	must(t, err)
	if !was || refused() {
		t.Error("somebody said so, and it is still stopped")
	}

	p.clock = p.clock.Add(25 * time.Hour)
	p.sliced()
	if !refused() {
		t.Error("the next check doesn't stop it")
	}
	must(t, owner.Exec(fmt.Sprintf(wrong, "-1")).Error)
	p.clock = p.clock.Add(25 * time.Hour)
	p.sliced()
	if refused() {
		t.Error("a silent check doesn't let it go on")
	}
	var actions []string
	for _, e := range p.events() {
		if strings.HasPrefix(string(e.Action), "RECORDING") {
			actions = append(actions, string(e.Action))
		}
	}
	if got := strings.Join(actions, " "); got != "RECORDING_STOPPED RECORDING_RESUMED RECORDING_STOPPED RECORDING_RESUMED" {
		t.Errorf("the audit log has %s", got)
	}
	p.addsUp()
}

// TestASliceIsAsLargeAsItsCheckAllows: how large is learned anew for each check, and is less where one has failed.
func TestASliceIsAsLargeAsItsCheckAllows(t *testing.T) {
	p, owner := newProductWithOwner(t)
	must(t, owner.Exec("CREATE TABLE numbers AS SELECT n FROM generate_series(1, 300) n").Error)
	must(t, owner.Exec("GRANT SELECT ON numbers TO partnerledger_server").Error)
	const nothing, wrong = "SELECT '' AS what, '' AS expected, '' AS found FROM numbers WHERE {n} AND n < 0", "SELECT 1 / 0"
	check := models.Check{Table: "numbers", Key: "n", Statement: nothing}
	p.checks.Checks, p.checks.Every = []models.Check{check, check}, time.Hour
	slice := func() *models.CheckRun {
		t.Helper()
		_, err := p.checks.Slice(t.Context())
		must(t, err)
		state, err := p.checks.State(t.Context())
		must(t, err)
		if state.Running == nil {
			t.Fatal("a slice was so large that the check is done")
		}
		return state.Running
	}
	at := 0
	for range 5 {
		at, _ = strconv.Atoi(slice().After)
	}
	if at <= 5 {
		t.Logf("slow: five slices are of %d keys", at)
	}
	p.checks.Checks[0].Statement = wrong
	for range 6 {
		if _, err := p.checks.Slice(t.Context()); err == nil {
			t.Fatal("it was to fail")
		}
	}
	p.checks.Checks[0].Statement = nothing
	if run := slice(); run.After != strconv.Itoa(at+1) {
		t.Errorf("after slices that failed the next one is from %d to %s", at, run.After)
	}
	run := slice()
	for run.Step == 0 {
		run = slice()
	}
	if run = slice(); run.After != "1" {
		t.Errorf("the first slice of the next check is up to %s", run.After)
	}
}

// TestACheckEndsNoStopThatCameAfterItBegan: what is off may have come where it had looked already.
func TestACheckEndsNoStopThatCameAfterItBegan(t *testing.T) {
	p, _ := newProductWithOwner(t)
	began := p.clock
	stopped := func() bool {
		t.Helper()
		state, err := p.checks.State(t.Context())
		must(t, err)
		return state.Stopped != nil
	}
	p.clock = began.Add(time.Minute)
	p.checks.Stop = true
	must(t, p.checks.Record(t.Context(), p.clock, []models.Difference{{What: "total"}}))
	p.clock = began.Add(time.Hour)
	must(t, p.checks.Record(t.Context(), began, nil))
	if !stopped() {
		t.Error("a check that began before the stop has ended it")
	}
	must(t, p.checks.Record(t.Context(), began.Add(2*time.Minute), nil))
	if stopped() {
		t.Error("a check that began after the stop hasn't ended it")
	}
}
