package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gorm.io/gorm"

	"partnerledger/audit"
	"partnerledger/models"
)

// step is a call of a mutation that changes something. In its arguments {table} stands for the newest id of a table.
type step struct {
	mutation, arguments string
	action              models.AuditAction
	again               int // how many events the same call leaves when it comes again
}

var steps = []step{
	{"saveCommissionProgram", `(name: "Gold", rules: [{level: 1, percent: "10"}, {level: 2, sku: "A", amount: "0.125"}], isDefault: true)`, models.ActionProgramSaved, 0},
	{"createReferralPartner", `(input: {code: "RP1", name: "Ada", email: "ada@example.com", programId: "{commission_programs}"})`, models.ActionPartnerCreated, 0},
	{"updateReferralPartner", `(id: "{partners}", input: {code: "RP1", name: "Ada L.", programId: "{commission_programs}"})`, models.ActionPartnerChanged, 0},
	{"recordOrder", `(input: {orderId: "1", orderedAt: "2011-11-05T10:00:00Z", partnerCode: "rp1", lines: [{sku: "A", quantity: "2", unitPrice: "50"}]})`, models.ActionOrderRecorded, 0},
	{"recordRefund", `(input: {refundId: "R1", orderId: "1", refundedAt: "2011-11-06T10:00:00Z", amount: "10"})`, models.ActionRefundRecorded, 0},
	{"adjustLedger", `(partnerId: "{partners}", amount: "5", reason: "Bonus", requestId: "B1")`, models.ActionLedgerAdjusted, 0},
	{"exportLedgers", `(criteria: {period: {start: "2011-11-01", end: "2011-11-30"}})`, models.ActionLedgersExported, 1},
	{"createReferralPartnerPayments", `(method: ENDING_BALANCE, type: PAYPAL, batchId: "B-1", criteria: {period: {start: "2011-11-01", end: "2011-11-30"}})`, models.ActionBatchCreated, 0},
	{"voidPayment", `(id: "{payments}", reason: "Bounced")`, models.ActionPaymentVoided, 0},
	{"createReferralPartnerPayments", `(method: COMMISSION_EARNED, batchId: "B-2", allowRepeat: true, criteria: {period: {start: "2011-11-01", end: "2011-11-30"}})`, models.ActionBatchCreated, 0},
	{"voidPaymentBatch", `(batchId: "b-2", reason: "Twice")`, models.ActionBatchVoided, 0},
	{"createReferralPartnerPayment", `(partnerId: "{partners}", amount: "1.5", type: CASH, note: "By hand", requestId: "P1")`, models.ActionPaymentCreated, 0},
}

var table = regexp.MustCompile(`\{([a-z_]+)\}`)

// operation is the step as an operation.
func (s step) operation(p *product) string {
	return "mutation { " + s.mutation + table.ReplaceAllStringFunc(s.arguments, func(name string) string {
		var id int64
		must(p.t, p.db.Raw("SELECT max(id) FROM "+strings.Trim(name, "{}")).Scan(&id).Error)
		return fmt.Sprint(id)
	}) + " { userErrors { code } } }"
}

// events returns the log, the oldest first.
func (p *product) events() (all []models.AuditEvent) {
	p.t.Helper()
	must(p.t, p.db.Order("id").Find(&all).Error)
	return all
}

// TestEveryMutationHasItsEvent: one event a change, of what was done, by the name of the mutation; none where the same
// call comes again and changes nothing. And where the event can't be written, nothing of the change is there either.
func TestEveryMutationHasItsEvent(t *testing.T) {
	p, owner := newProductWithOwner(t)
	for _, s := range steps {
		operation, log := s.operation(p), len(p.events())
		must(t, owner.Exec("ALTER TABLE audit_events ADD CONSTRAINT closed CHECK (false) NOT VALID").Error)
		before := contents(t, owner)
		if _, answer := p.send(models.RoleAdmin, operation, nil); answer["errors"] == nil {
			t.Errorf("%s: without an event it answers %v", s.mutation, answer)
		}
		for name, rows := range contents(t, owner) {
			if rows != before[name] {
				t.Errorf("%s: without an event there is a change in %s", s.mutation, name)
			}
		}
		must(t, owner.Exec("ALTER TABLE audit_events DROP CONSTRAINT closed").Error)

		answer := p.do(operation, nil)
		events := p.events()[log:]
		if len(events) != 1 || events[0].Action != s.action || events[0].Operation != s.mutation || events[0].After == nil {
			t.Errorf("%s answers %v and leaves %+v", s.mutation, answer, events)
		}
		p.do(operation, nil)
		if n := len(p.events()) - log - 1; n != s.again {
			t.Errorf("%s: the same call again leaves %d events", s.mutation, n)
		}
	}
	p.addsUp()
}

// contents returns a mark of what every table has, but the log.
func contents(t testing.TB, owner *gorm.DB) map[string]string {
	t.Helper()
	var names []string
	must(t, owner.Raw(`SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'audit_events'`).Scan(&names).Error)
	found := map[string]string{}
	for _, name := range names {
		var mark string
		must(t, owner.Raw("SELECT md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) FROM "+name+" AS t").Scan(&mark).Error)
		found[name] = mark
	}
	return found
}

// TestEveryMutationIsAStep: a new one has its event, or its place among those whose events package auth's tests check.
func TestEveryMutationIsAStep(t *testing.T) {
	known := []string{
		"signIn", "signOut", "changePassword", "acceptInvitation", "inviteUser", "renewInvitation", "updateUser",
		"deactivateUser", "reactivateUser", "createAccessToken", "revokeAccessToken", "createPartnerAccessToken", "viewPortalAs",
	}
	for _, s := range steps {
		known = append(known, s.mutation)
	}
	for _, field := range api().Mutation.Fields {
		if !slices.Contains(known, field.Name) {
			t.Errorf("mutation %s has no event", field.Name)
		}
	}
}

// TestEventsTell: what each mutation leaves in the log, field by field.
func TestEventsTell(t *testing.T) {
	p := newProduct(t)
	for _, s := range steps {
		p.do(s.operation(p), nil)
	}
	var told []string
	for _, e := range p.events() {
		changes, err := audit.Changes(&e)
		must(t, err)
		line := fmt.Sprintf("%s %s", e.Action, e.Subject)
		if e.PartnerID != nil {
			line += " of a partner"
		}
		for _, c := range changes {
			line += "; " + c.Field
			if c.Before != nil {
				line += " " + *c.Before + " →"
			}
			if c.After != nil {
				line += " " + *c.After
			}
		}
		told = append(told, line)
	}
	want := strings.Split(strings.TrimSpace(eventsTold), "\n")
	for i, line := range told {
		line = regexp.MustCompile(`sha256 [0-9a-f]{64}`).ReplaceAllString(line, "sha256 …")
		if i >= len(want) || line != want[i] {
			t.Errorf("%s", line)
		}
	}
	if len(told) != len(want) {
		t.Errorf("%d events, not %d", len(told), len(want))
	}
}

const eventsTold = `
PROGRAM_SAVED program Gold; isDefault true; name Gold; rules.level 1 10%; rules.level 2, SKU A 0.125
PARTNER_CREATED partner RP1 of a partner; code RP1; currencyCode GBP; email ada@example.com; name Ada; programId 2; status ACTIVE
PARTNER_CHANGED partner RP1 of a partner; email ada@example.com →; name Ada → Ada L.
ORDER_RECORDED order 1 of a partner; commissions.level 1 10.00; currencyCode GBP; lines 1; orderedAt 2011-11-05T10:00:00Z; total 100.00
REFUND_RECORDED refund R1 of a partner; amount 10.00; clawbacks.level 1 -1.00; currencyCode GBP; orderId 1; refundedAt 2011-11-06T10:00:00Z
LEDGER_ADJUSTED adjustment B1 of a partner; amount 5.00; currencyCode GBP; date 2011-12-15; reason Bonus
LEDGERS_EXPORTED export 1; criteria.currencyCode GBP; criteria.period.end 2011-11-30; criteria.period.start 2011-11-01; endingBalance 9.00; fileName referral-partner-ledgers_2011-11-01_2011-11-30_GBP_made-20111215-120000.csv; rowCount 1; sha256 …
BATCH_CREATED batch B-1; currencyCode GBP; date 2011-12-15; method ENDING_BALANCE; paymentCount 1; periodEnd 2011-11-30; periodStart 2011-11-01; skippedCount 0; status RECORDED; total 9.00; type PAYPAL
PAYMENT_VOIDED payment 1 of a partner; batchVoided true; voidReason Bounced; voided false → true
BATCH_CREATED batch B-2; currencyCode GBP; date 2011-12-15; method COMMISSION_EARNED; paymentCount 1; periodEnd 2011-11-30; periodStart 2011-11-01; skippedCount 0; status RECORDED; total 9.00; type CHECK
BATCH_VOIDED batch B-2; status RECORDED → VOIDED; voidReason Twice
PAYMENT_CREATED payment 3 of a partner; amount 1.50; currencyCode GBP; date 2011-12-15; note By hand; requestId P1; type CASH; voided false
`

// TestAnEventOfAKilledConnectionIsGoneWithItsChange: the server of the database is killed under a batch, right when its
// event is written.
func TestAnEventOfAKilledConnectionIsGoneWithItsChange(t *testing.T) {
	p, owner := newProductWithOwner(t)
	for _, s := range steps[:6] {
		p.do(s.operation(p), nil)
	}
	must(t, owner.Exec(`CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(60); RETURN NEW; END'`).Error)
	must(t, owner.Exec(`CREATE TRIGGER die AFTER INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION die()`).Error)
	before, log := contents(t, owner), len(p.events())
	batch := steps[7].operation(p)
	if _, answer := p.send(models.RoleAdmin, batch, nil); answer["errors"] == nil {
		t.Errorf("it answers %v", answer)
	}
	if len(p.events()) != log || fmt.Sprint(contents(t, owner)) != fmt.Sprint(before) {
		t.Error("something of it is there")
	}
	must(t, owner.Exec(`DROP TRIGGER die ON audit_events`).Error)
	p.do(batch, nil)
	if len(p.events()) != log+1 {
		t.Error("the batch has no event")
	}
	p.addsUp()
}
