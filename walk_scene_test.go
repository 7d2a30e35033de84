package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"gorm.io/gorm"

	"partnerledger/auth"
	"partnerledger/models"
	"partnerledger/postgres"
	"partnerledger/postgres/pgtest"
)

// A scene is the whole server with rows of three partners in every table: of the one whom the tests ask as, of that
// one's parent, and of a stranger. What is the two others' alone, and what is the company's, carries marks: words, large
// ids, amounts that are nowhere else, and a time of day at which nothing else was recorded.
type scene struct {
	*product
	owner      *gorm.DB
	handler    http.Handler
	log        *lines
	statements atomic.Int64
	ids        map[string]triple // by what they are of
	foreign    []string          // the marks: what no answer to the partner may have
}

// triple is an id of the partner whom the tests ask as, of a stranger, and of nothing.
type triple struct{ own, foreign, missing string }

const (
	own      = "QOWNQ"
	parent   = "XPARENTX"
	stranger = "XSTRANGERX"
	company  = "XCOMPANYX"
	// markedIDs is where the ids of marked rows begin, markedTime when they are recorded.
	markedIDs  = 8_800_000_000_001
	markedTime = "T03:33:33"
	// password is the one of the partner whom the tests ask as; the others' have a word more.
	password = "correct horse battery"
)

func passwordOf(mark string) string {
	if mark == own {
		return password
	}
	return password + " staple"
}

// lines is a log that may be written to from everywhere.
type lines struct {
	mutex sync.Mutex
	text  bytes.Buffer
}

func (l *lines) Write(line []byte) (int, error) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.text.Write(line)
}

// taken returns what was written since the last time.
func (l *lines) taken() string {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	defer l.text.Reset()
	return l.text.String()
}

func newScene(t *testing.T) *scene {
	t.Helper()
	server, owner := pgtest.NewURLs(t)
	s := &scene{log: &lines{}, ids: map[string]triple{}}
	old := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(s.log, nil)))
	t.Cleanup(func() { slog.SetDefault(old) })
	db, err := postgres.Open(t.Context(), server, slog.Default())
	must(t, err)
	t.Cleanup(func() {
		if pool, err := db.DB(); err == nil {
			pool.Close()
		}
	})
	s.product, s.owner = productOn(t, db), connect(t, owner)
	s.handler, err = s.app.handler(nil)
	must(t, err)
	s.count()
	s.record()
	s.findIDs()
	s.findMarks()
	return s
}

// count counts statements of any kind.
func (s *scene) count() {
	count := func(*gorm.DB) { s.statements.Add(1) }
	c := s.db.Callback()
	must(s.t, c.Query().Before("gorm:query").Register("test:count", count))
	must(s.t, c.Row().Before("gorm:row").Register("test:count", count))
	must(s.t, c.Raw().Before("gorm:raw").Register("test:count", count))
	must(s.t, c.Create().Before("gorm:create").Register("test:count", count))
	must(s.t, c.Update().Before("gorm:update").Register("test:count", count))
	must(s.t, c.Delete().Before("gorm:delete").Register("test:count", count))
}

// record makes all rows: the partners, a batch that has paid all three, the own rows, and then those that are marked.
func (s *scene) record() {
	s.at("2011-11-01" + markedTime + "Z")
	s.mutate(`saveCommissionProgram(name: "Levels", isDefault: true, rules: [{percent: "10"}, {level: 2, percent: "3"}])`)
	s.restart("partners")
	for _, mark := range []string{parent, stranger} {
		s.mutate(`createReferralPartner(input: {code: "%[1]s", name: "%[1]s", email: "%[1]s@example.com"})`, mark)
	}
	must(s.t, s.owner.Exec("ALTER TABLE partners ALTER id RESTART WITH 101").Error)
	s.at("2011-11-01T08:00:00Z")
	s.mutate(`createReferralPartner(input: {code: "%[1]s", name: "%[1]s", email: "%[1]s@example.com", parentId: %[2]q})`, own, s.partnerID(parent))
	s.earn(own, "1250.00")
	s.owe(own, "first", "98.75")
	s.owe(parent, "first", "31337.31")
	s.owe(stranger, "first", "40414.17")
	s.mutate(`createReferralPartnerPayments(method: ENDING_BALANCE, batchId: "Shared-1", criteria: {period: {start: "2011-11-01", end: "2011-11-30"}})`)
	s.at("2011-12-02T09:00:00Z")
	s.rows(own, "55.50", "7.00")
	s.mutate(`voidPayment(id: %q, reason: "%s")`, s.newest("payments", own), company+"void")

	s.restart("ledger_entries", "payments", "payment_batches", "ledger_exports", "users", "tokens", "audit_events", "commission_programs")
	s.at("2011-12-02" + markedTime + "Z")
	s.rows(parent, "1711.61", "13.13")
	s.rows(stranger, "71177.29", "17.17")
	s.earn(stranger, "90909.09")
	s.mutate(`createReferralPartnerPayments(method: ENDING_BALANCE, batchId: "%sbatch", minimumPayment: "5000", allowRepeat: true,
		criteria: {period: {start: "2011-11-01", end: "2011-12-31"}})`, company)
	s.at("2011-12-15T12:00:00Z")
	s.mutate(`voidPaymentBatch(batchId: "shared-1", reason: "%sreason")`, company)
}

// rows records what else a partner may have.
func (s *scene) rows(mark, bonus, paid string) {
	id := s.partnerID(mark)
	s.owe(mark, "bonus", bonus)
	s.mutate(`createReferralPartnerPayment(partnerId: %q, amount: %q, type: WISE, note: "%[3]snote", requestId: "%[3]spayment")`, id, paid, mark)
	s.mutate(`exportLedgers(criteria: {partnerIds: [%q], search: %q, period: {start: "2011-11-01", end: "2011-12-31"}})`, id, mark)
	s.mutate(`saveCommissionProgram(name: "%[1]sprogram", rules: [{sku: "%[1]ssku", percent: "5"}])`, mark)
	s.mutate(`createPartnerAccessToken(partnerId: %q)`, id)
	s.signUp(mark, models.RolePartner, id)
}

// earn records an order, and a refund of some of it.
func (s *scene) earn(mark, price string) {
	s.mutate(`recordOrder(input: {orderId: "%[1]sorder", orderedAt: "2011-11-05T10:00:00Z", partnerCode: "%[1]s", customerId: "%[1]scustomer",
		lines: [{sku: "%[1]ssku", description: "%[1]sline", quantity: "2", unitPrice: %[2]q}]})`, mark, price)
	s.mutate(`recordRefund(input: {refundId: "%[1]srefund", orderId: "%[1]sorder", refundedAt: "2011-11-08T10:00:00Z", amount: "10"})`, mark)
}

// owe adjusts a ledger.
func (s *scene) owe(mark, what, amount string) {
	s.mutate(`adjustLedger(partnerId: %q, amount: %q, reason: "%[3]s%[4]s", requestId: "%[3]s%[4]s", date: "2011-11-07")`,
		s.partnerID(mark), amount, mark, what)
}

// mutate runs a mutation as ADMIN, which must succeed.
func (s *scene) mutate(call string, args ...any) {
	s.t.Helper()
	if len(args) > 0 {
		call = fmt.Sprintf(call, args...)
	}
	if problems := s.do("mutation { "+call+" { userErrors { message } } }", nil)["userErrors"].([]any); len(problems) > 0 {
		s.t.Fatalf("%s: %v", call, problems)
	}
}

func (s *scene) at(instant string) {
	s.t.Helper()
	at, err := time.Parse(time.RFC3339, instant)
	must(s.t, err)
	s.clock = at
}

// restart lets the ids of some tables go on where those of marked rows are.
func (s *scene) restart(tables ...string) {
	s.t.Helper()
	for _, name := range tables {
		must(s.t, s.owner.Exec(fmt.Sprintf("ALTER TABLE %s ALTER id RESTART WITH %d", name, markedIDs)).Error)
	}
}

// text returns the one value that a question has.
func (s *scene) text(question string, args ...any) (answer string) {
	s.t.Helper()
	must(s.t, s.owner.Raw(question, args...).Scan(&answer).Error)
	return answer
}

func (s *scene) partnerID(mark string) string {
	return s.text("SELECT CAST(id AS text) FROM partners WHERE code = ?", mark)
}

// newest is the id of a partner's last row in a table.
func (s *scene) newest(table, mark string) string {
	return s.text("SELECT CAST(max(t.id) AS text) FROM "+table+" t JOIN partners p ON p.id = t.partner_id WHERE p.code = ?", mark)
}

// signUp records somebody who may sign in, and returns the cookie of a session.
func (s *scene) signUp(mark string, role models.Role, partnerID string) (cookie string) {
	s.t.Helper()
	in := auth.UserInput{Email: emailOf(mark), Name: mark + "user", Role: role}
	if partnerID != "" {
		id, err := strconv.ParseInt(partnerID, 10, 64)
		must(s.t, err)
		in.PartnerID = &id
	}
	_, path, err := s.auth.InviteUser(s.t.Context(), in)
	must(s.t, err)
	_, invitation, _ := strings.Cut(path, "#")
	s.ids["invitation"] = triple{own: "pli_none", foreign: invitation, missing: "pli_none"} // the stranger's is the last
	return s.begin(`mutation($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) {
		userErrors { message } } }`, object{"token": invitation, "password": passwordOf(mark)})
}

func emailOf(mark string) string { return mark + "user@example.com" }

// signIn returns the cookie of a new session of somebody who has signed up.
func (s *scene) signIn(mark string) (cookie string) {
	s.t.Helper()
	return s.begin(`mutation($email: String!, $password: String!) { signIn(email: $email, password: $password) {
		userErrors { message } } }`, object{"email": emailOf(mark), "password": passwordOf(mark)})
}

func (s *scene) begin(operation string, variables object) (cookie string) {
	s.t.Helper()
	answer := s.ask(caller{}, operation, variables)
	cookie, _, _ = strings.Cut(answer.Header().Get("Set-Cookie"), ";")
	if cookie == "" {
		s.t.Fatalf("no session: %s", answer.Body)
	}
	return cookie
}

// caller is who asks, and by which header: Authorization or Cookie; nobody where there is none.
type caller struct {
	role  models.Role
	name  string
	depth int // how far the walk goes
	value string
	renew func() string // makes another value
}

func (c caller) String() string {
	return fmt.Sprintf("%s by %s", c.role, c.name)
}

// ask sends an operation through everything that requests go through.
func (s *scene) ask(by caller, query string, variables object) *httptest.ResponseRecorder {
	body, err := json.Marshal(object{"query": query, "variables": variables})
	must(s.t, err)
	return s.send("POST", "/graphql", "application/json", string(body), by)
}

func (s *scene) send(method, path, kind, body string, by caller) *httptest.ResponseRecorder {
	request := httptest.NewRequestWithContext(s.t.Context(), method, path, strings.NewReader(body))
	request.Header.Set("Content-Type", kind)
	if by.value != "" {
		request.Header.Set(by.name, by.value)
	}
	answer := httptest.NewRecorder()
	s.handler.ServeHTTP(answer, request)
	return answer
}

// findIDs finds an id of every kind.
func (s *scene) findIDs() {
	s.ids["partner"] = triple{s.partnerID(own), s.partnerID(stranger), "424242"}
	for _, table := range []string{"payments", "users", "tokens"} {
		s.ids[table] = triple{s.newest(table, own), s.newest(table, stranger), "424242"}
	}
	program := func(mark string) string {
		return s.text("SELECT CAST(id AS text) FROM commission_programs WHERE name = ?", mark+"program")
	}
	s.ids["program"] = triple{program(own), program(stranger), "424242"}
	export := func(mark string) string {
		return s.text("SELECT CAST(max(export_id) AS text) FROM ledger_export_rows WHERE code = ?", mark)
	}
	s.ids["export"] = triple{export(own), export(stranger), "424242"}
	s.ids["batch"] = triple{"Shared-1", company + "batch", "Nowhere-1"}
	for _, what := range []string{"", "order", "refund", "bonus", "user@example.com"} {
		s.ids["text "+what] = triple{own + what, stranger + what, "NOBODY" + what}
	}
}

// findMarks finds what must not come out: the words, the beginning of the ids and of the instants, and every amount that
// is another partner's or the company's, and not the own one's too.
func (s *scene) findMarks() {
	s.foreign = []string{parent, stranger, company, strconv.Itoa(markedIDs / 100), markedTime}
	const amounts = `SELECT DISTINCT abs(round(amount, 2)) AS amount FROM (
		SELECT partner_id, amount FROM ledger_entries
		UNION ALL SELECT partner_id, sum(amount) OVER (PARTITION BY partner_id ORDER BY date, id) FROM ledger_entries
		UNION ALL SELECT partner_id, amount FROM payments
		UNION ALL SELECT partner_id, sum(amount) FROM payments GROUP BY partner_id
		UNION ALL SELECT partner_id, ending_balance FROM payments
		UNION ALL SELECT partner_id, amount FROM skipped_partners
		UNION ALL SELECT partner_id, owed_now FROM ledger_export_rows
		UNION ALL SELECT partner_id, ending_balance FROM ledger_export_rows
		UNION ALL SELECT partner_id, total FROM orders
		UNION ALL SELECT 0, sum(amount) FROM ledger_entries
		UNION ALL SELECT 0, sum(amount) FROM payments
		UNION ALL SELECT 0, total FROM payment_batches) AS a WHERE `
	var found []string
	must(s.t, s.owner.Raw("SELECT CAST(amount AS text) FROM ("+amounts+`partner_id <> @own AND abs(amount) > 100
		EXCEPT `+amounts+`partner_id = @own) AS others`, map[string]any{"own": s.ids["partner"].own}).Scan(&found).Error)
	if len(found) < 15 {
		s.t.Fatalf("only these amounts are marked: %v", found)
	}
	s.foreign = append(s.foreign, found...)
}

var encoded = regexp.MustCompile(`[A-Za-z0-9_-]{12,}`)

// plain is a text and, behind it, what stands in it in base64, as cursors do.
func plain(text string) string {
	var all strings.Builder
	all.WriteString(text)
	for _, word := range encoded.FindAllString(text, -1) {
		if decoded, err := base64.RawURLEncoding.DecodeString(word); err == nil {
			all.WriteByte('\n')
			all.Write(decoded)
		}
	}
	return all.String()
}

// measures are the digits behind the point of what was measured, which may be a mark's by chance: no amount has so many.
var measures = regexp.MustCompile(`\.\d{6,}`)

// holds returns the marks that are in a text, in any case.
func (s *scene) holds(text string) (found []string) {
	text = strings.ToUpper(plain(measures.ReplaceAllString(text, "")))
	for _, mark := range s.foreign {
		if strings.Contains(text, mark) {
			found = append(found, mark)
		}
	}
	return found
}
