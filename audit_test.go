package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gorm.io/gorm"

	"partnerledger/audit"
	"partnerledger/models"
)

// step is a call of a mutation that changes something. In its arguments {table} stands for the newest id of a table, and
// {token} for what the newest invitation holds.
type step struct {
	as                  string // ADMIN by a token if empty; else the session that was begun last, or nobody
	mutation, arguments string
	actions             string // of the events that it leaves
	again               int    // how many events the same call leaves when it comes again
}

var steps = []step{
	{"", "saveCommissionProgram", `(name: "Gold", rules: [{level: 1, percent: "10"}, {level: 2, sku: "A", amount: "0.125"}], isDefault: true)`, "PROGRAM_SAVED", 0},
	{"", "createReferralPartner", `(input: {code: "RP1", name: "Ada", email: "ada@example.com", programId: "{commission_programs}"})`, "PARTNER_CREATED", 0},
	{"", "updateReferralPartner", `(id: "{partners}", input: {code: "RP1", name: "Ada L.", programId: "{commission_programs}"})`, "PARTNER_CHANGED", 0},
	{"", "recordOrder", `(input: {orderId: "1", orderedAt: "2011-11-05T10:00:00Z", partnerCode: "rp1", lines: [{sku: "A", quantity: "2", unitPrice: "50"}]})`, "ORDER_RECORDED", 0},
	{"", "recordRefund", `(input: {refundId: "R1", orderId: "1", refundedAt: "2011-11-06T10:00:00Z", amount: "10"})`, "REFUND_RECORDED", 0},
	{"", "adjustLedger", `(partnerId: "{partners}", amount: "5", reason: "Bonus", requestId: "B1")`, "LEDGER_ADJUSTED", 0},
	{"", "exportLedgers", `(criteria: {period: {start: "2011-11-01", end: "2011-11-30"}})`, "LEDGERS_EXPORTED", 1},
	{"", "createReferralPartnerPayments", `(method: ENDING_BALANCE, type: PAYPAL, batchId: "B-1", criteria: {period: {start: "2011-11-01", end: "2011-11-30"}})`, "BATCH_CREATED", 0},
	{"", "voidPayment", `(id: "{payments}", reason: "Bounced")`, "PAYMENT_VOIDED", 0},
	{"", "createReferralPartnerPayments", `(method: COMMISSION_EARNED, batchId: "B-2", allowRepeat: true, criteria: {period: {start: "2011-11-01", end: "2011-11-30"}})`, "BATCH_CREATED", 0},
	{"", "voidPaymentBatch", `(batchId: "b-2", reason: "Twice")`, "BATCH_VOIDED", 0},
	{"", "createReferralPartnerPayment", `(partnerId: "{partners}", amount: "1.5", type: CASH, note: "By hand", requestId: "P1")`, "PAYMENT_CREATED", 0},
	{"", "inviteUser", `(input: {email: "bob@example.com", name: "Bob", role: FINANCE})`, "USER_INVITED", 0},
	{"nobody", "acceptInvitation", `(token: "{token}", password: "kettle-77-moon-a")`, "SIGNED_IN PASSWORD_SET", 0},
	{"nobody", "signIn", `(email: "bob@example.com", password: "kettle-77-moon-a")`, "SIGNED_IN", 1},
	{"session", "changePassword", `(currentPassword: "kettle-77-moon-a", newPassword: "kettle-77-moon-b")`, "PASSWORD_SET", 1}, // refused
	{"nobody", "signIn", `(email: "bob@example.com", password: "kettle-77-moon-b")`, "SIGNED_IN", 1},
	{"session", "signOut", ``, "SIGNED_OUT", 0},
	{"", "renewInvitation", `(id: "{users}")`, "USER_INVITED", 1},
	{"", "updateUser", `(id: "{users}", input: {email: "bob@example.com", name: "Bob", role: READ_ONLY})`, "USER_CHANGED", 0},
	{"", "deactivateUser", `(id: "{users}")`, "USER_DEACTIVATED", 0},
	{"", "reactivateUser", `(id: "{users}")`, "USER_REACTIVATED", 0},
	{"", "createPartnerAccessToken", `(partnerId: "{partners}")`, "TOKEN_CREATED", 1},
	{"", "viewPortalAs", `(partnerId: "{partners}")`, "PORTAL_VIEWED", 1},
	{"", "createAccessToken", `(name: "nightly", role: READ_ONLY)`, "TOKEN_CREATED", 1},
	{"", "revokeAccessToken", `(id: "{tokens}")`, "TOKEN_REVOKED", 0},
}

// walk takes the steps, and remembers what they must keep secret.
type walk struct {
	*product
	cookie, invitation string
	secrets            []string
}

func newWalk(t testing.TB) (w *walk, owner *gorm.DB) {
	t.Helper()
	p, owner := newProductWithOwner(t)
	w = &walk{product: p, secrets: []string{"kettle-77-moon"}}
	w.secrets = append(w.secrets, slices.Collect(maps.Values(p.tokens))...)
	w.do("{ viewer { role } }", nil) // the token is used, which is kept
	return w, owner
}

var (
	table  = regexp.MustCompile(`\{([a-z_]+)\}`)
	secret = regexp.MustCompile(`pl[ip]?_[\w-]{20,}`)
)

// operation is a step as an operation.
func (w *walk) operation(s step) string {
	arguments := strings.ReplaceAll(s.arguments, "{token}", w.invitation)
	shows := map[string]string{
		"inviteUser": "invitationPath ", "renewInvitation": "invitationPath ", "createAccessToken": "token ",
		"createPartnerAccessToken": "token ", "viewPortalAs": "token ",
	}
	return "mutation { " + s.mutation + table.ReplaceAllStringFunc(arguments, func(name string) string {
		var id int64
		must(w.t, w.db.Raw("SELECT max(id) FROM "+strings.Trim(name, "{}")).Scan(&id).Error)
		return fmt.Sprint(id)
	}) + " { " + shows[s.mutation] + "userErrors { code } } }"
}

// call sends an operation as a step says, and returns the whole answer.
func (w *walk) call(s step, operation string) string {
	w.t.Helper()
	header := http.Header{"Content-Type": {"application/json"}}
	switch s.as {
	case "":
		header.Set("Authorization", "Bearer "+w.tokens[models.RoleAdmin])
	case "session":
		header.Set("Cookie", w.cookie)
	}
	body, err := json.Marshal(object{"query": operation})
	must(w.t, err)
	response := w.request(http.MethodPost, "/graphql", bytes.NewReader(body), header)
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	must(w.t, err)
	for _, cookie := range response.Cookies() {
		w.cookie = cookie.Name + "=" + cookie.Value
		w.keep(cookie.Value)
	}
	for _, found := range secret.FindAllString(string(answer), -1) {
		w.keep(found)
		if strings.HasPrefix(found, "pli_") {
			w.invitation = found
		}
	}
	return string(answer)
}

func (w *walk) keep(secret string) {
	if secret != "" {
		w.secrets = append(w.secrets, secret)
	}
}

// take takes a step that goes well.
func (w *walk) take(s step) {
	w.t.Helper()
	answer := w.call(s, w.operation(s))
	if strings.Contains(answer, `"errors"`) || !strings.Contains(answer, `"userErrors":[]`) {
		w.t.Fatalf("%s answers %s", s.mutation, answer)
	}
}

// events returns the log, the oldest first.
func (p *product) events() (all []models.AuditEvent) {
	p.t.Helper()
	must(p.t, p.db.Order("id").Find(&all).Error)
	return all
}

// TestEveryMutationHasItsEvent: one event a change, of what was done, by the name of the mutation and by whom; none where the
// same call comes again and changes nothing. Where the event can't be written, nothing of the change is there either. And
// nothing that is to be secret is in any table, or in the log of the server.
func TestEveryMutationHasItsEvent(t *testing.T) {
	log := captureLog(t)
	w, owner := newWalk(t)
	for _, s := range steps {
		operation, known := w.operation(s), len(w.events())
		must(t, owner.Exec("ALTER TABLE audit_events ADD CONSTRAINT closed CHECK (false) NOT VALID").Error)
		before := contents(t, owner)
		if answer := w.call(s, operation); !strings.Contains(answer, "INTERNAL") {
			t.Errorf("%s: without an event it answers %s", s.mutation, answer)
		}
		for name, rows := range contents(t, owner) {
			if rows != before[name] {
				t.Errorf("%s: without an event there is a change in %s", s.mutation, name)
			}
		}
		must(t, owner.Exec("ALTER TABLE audit_events DROP CONSTRAINT closed").Error)

		w.take(s)
		var actions []string
		for _, e := range w.events()[known:] {
			actions = append(actions, string(e.Action))
			if e.Operation != s.mutation || e.Address == nil || e.Role == nil || (s.as == "" && e.Actor != "test ADMIN") || (s.as != "" && e.Actor != "bob@example.com") {
				t.Errorf("%s leaves %+v", s.mutation, e)
			}
		}
		if strings.Join(actions, " ") != s.actions {
			t.Errorf("%s leaves %s", s.mutation, actions)
		}
		known = len(w.events())
		w.call(s, operation)
		if n := len(w.events()) - known; n != s.again {
			t.Errorf("%s: the same call again leaves %d events", s.mutation, n)
		}
	}
	w.addsUp()
	w.nothingSecret(owner, log.String())
}

// nothingSecret searches what is kept, and what was logged, for all that nobody may read there.
func (w *walk) nothingSecret(owner *gorm.DB, log string) {
	w.t.Helper()
	if len(w.secrets) < 15 {
		w.t.Errorf("only %d secrets are known", len(w.secrets))
	}
	texts := append(slices.Collect(maps.Values(contents(w.t, owner))), log)
	for _, e := range w.events() {
		texts = append(texts, fmt.Sprintf("%+v", e))
		for _, object := range []*models.JSON{e.Before, e.After} {
			if object != nil {
				texts = append(texts, string(*object))
			}
		}
	}
	for _, secret := range w.secrets {
		if slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(text, secret) }) {
			w.t.Errorf("%s is kept, or logged", secret)
		}
	}
}

// contents returns the rows of every table but the log, and but the attempts to sign in, which count those that fail.
func contents(t testing.TB, owner *gorm.DB) map[string]string {
	t.Helper()
	var names []string
	must(t, owner.Raw(`SELECT tablename FROM pg_tables WHERE schemaname = current_schema()
		AND tablename NOT IN ('audit_events', 'sign_in_attempts')`).Scan(&names).Error)
	found := map[string]string{}
	for _, name := range names {
		var rows string
		must(t, owner.Raw("SELECT coalesce(string_agg(CAST(t AS text), E'\\n' ORDER BY CAST(t AS text)), '') FROM "+name+" AS t").Scan(&rows).Error)
		found[name] = rows
	}
	return found
}

// TestEveryMutationIsAStep, so that a new one has its event.
func TestEveryMutationIsAStep(t *testing.T) {
	for _, field := range api().Mutation.Fields {
		if !slices.ContainsFunc(steps, func(s step) bool { return s.mutation == field.Name }) {
			t.Errorf("mutation %s has no step", field.Name)
		}
	}
}

// TestEventsTell: what each mutation leaves in the log, field by field.
func TestEventsTell(t *testing.T) {
	w, _ := newWalk(t)
	made := len(w.events()) // of the tokens
	for _, s := range steps {
		w.take(s)
	}
	var told []string
	for _, e := range w.events()[made:] {
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
		line = regexp.MustCompile(`(sha256|hint) [\w-]+`).ReplaceAllString(line, "$1 …")
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
USER_INVITED bob@example.com; active true; email bob@example.com; name Bob; role FINANCE
SIGNED_IN bob@example.com
PASSWORD_SET bob@example.com
SIGNED_IN bob@example.com
PASSWORD_SET bob@example.com
SIGNED_IN bob@example.com
SIGNED_OUT bob@example.com
USER_INVITED bob@example.com; active true; email bob@example.com; name Bob; role FINANCE
USER_CHANGED bob@example.com; role FINANCE → READ_ONLY
USER_DEACTIVATED bob@example.com; active true → false; invited true →
USER_REACTIVATED bob@example.com; active false → true
TOKEN_CREATED Ada L. of a partner; expiresAt 2011-12-15T12:15:00Z; hint …; role PARTNER
PORTAL_VIEWED Ada L. of a partner; expiresAt 2011-12-15T13:00:00Z; hint …; role PARTNER
TOKEN_CREATED nightly; hint …; role READ_ONLY
TOKEN_REVOKED nightly; hint …; role READ_ONLY
`

// TestAnEventOfAKilledConnectionIsGoneWithItsChange: the server of the database is killed under a batch, right when its
// event is written.
func TestAnEventOfAKilledConnectionIsGoneWithItsChange(t *testing.T) {
	w, owner := newWalk(t)
	for _, s := range steps[:6] {
		w.take(s)
	}
	must(t, owner.Exec(`CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(60); RETURN NEW; END'`).Error)
	must(t, owner.Exec(`CREATE TRIGGER die AFTER INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION die()`).Error)
	before, known := contents(t, owner), len(w.events())
	batch := steps[7]
	if answer := w.call(batch, w.operation(batch)); !strings.Contains(answer, "UNAVAILABLE") {
		t.Errorf("it answers %s", answer)
	}
	if len(w.events()) != known || !maps.Equal(contents(t, owner), before) {
		t.Error("something of it is there")
	}
	must(t, owner.Exec(`DROP TRIGGER die ON audit_events`).Error)
	w.take(batch)
	if len(w.events()) != known+1 {
		t.Error("the batch has no event")
	}
	w.addsUp()
}

// captureLog returns what is logged until the test ends. Tests that use it don't run in parallel.
func captureLog(t *testing.T) *bytes.Buffer {
	t.Helper()
	text, old := new(bytes.Buffer), slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(text, nil)))
	t.Cleanup(func() { slog.SetDefault(old) })
	return text
}
