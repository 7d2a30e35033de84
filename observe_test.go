package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	trace "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	spans "go.opentelemetry.io/proto/otlp/trace/v1"
	"google.golang.org/protobuf/proto"

	"partnerledger/models"
	"partnerledger/telemetry"
)

// scrape returns what /metrics shows.
func (p *product) scrape() string {
	p.t.Helper()
	return p.text(http.MethodGet, "/metrics", nil)
}

func (p *product) text(method, path string, header http.Header) string {
	p.t.Helper()
	response := p.request(method, path, nil, header)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	must(p.t, err)
	return string(body)
}

// value is that of a metric, 0 where it isn't there.
func value(t testing.TB, metrics, name string) (n float64) {
	t.Helper()
	for line := range strings.Lines(metrics) {
		if rest, found := strings.CutPrefix(line, name+" "); found {
			_, err := fmt.Sscan(rest, &n)
			must(t, err)
		}
	}
	return n
}

// TestMetrics: operations by what the schema calls them, whatever clients do; entries by kind and batches, once they are
// there to stay; statements by what they do.
func TestMetrics(t *testing.T) {
	p := newProduct(t)
	before := p.scrape()
	p.do(`mutation { saveCommissionProgram(name: "All", isDefault: true, rules: [{level: 1, percent: "10"}]) { userErrors { message } } }`, nil)
	p.partner("A", "Ada")
	const order = `mutation Evil_%d { evil%[1]d: recordOrder(input: {orderId: "1", orderedAt: "2011-11-05T10:00:00Z", partnerCode: "A",
		lines: [{sku: "X", quantity: "1", unitPrice: "100"}]}) { userErrors { message } } }`
	p.do(fmt.Sprintf(order, 1), nil)
	p.do(fmt.Sprintf(order, 2), nil) // there already: it records nothing
	const batch = `mutation { createReferralPartnerPayments(method: ENDING_BALANCE, batchId: "B",
		criteria: {period: {start: "2011-11-01", end: "2011-11-30"}}) { userErrors { message } } }`
	p.do(batch, nil)
	p.do(batch, nil)
	p.do(`mutation { voidPaymentBatch(batchId: "B", reason: "Test") { userErrors { message } } }`, nil)
	p.send(models.RoleAdmin, `{ referralPartner { id } }`, nil) // a mistake
	after := p.scrape()
	for name, want := range map[string]float64{
		`partnerledger_entries_recorded_total{kind="COMMISSION"}`:                                    1,
		`partnerledger_entries_recorded_total{kind="PAYMENT"}`:                                       1,
		`partnerledger_entries_recorded_total{kind="PAYMENT_REVERSAL"}`:                              1,
		`partnerledger_batches_total{step="created"}`:                                                1,
		`partnerledger_batches_total{step="voided"}`:                                                 1,
		`graphql_operation_duration_seconds_count{code="",operation="Mutation.recordOrder"}`:         2,
		`graphql_operation_duration_seconds_count{code="INVALID",operation="Query.referralPartner"}`: 1,
	} {
		if got := value(t, after, name) - value(t, before, name); got != want {
			t.Errorf("%s rose by %v, want %v", name, got, want)
		}
	}
	if value(t, after, `database_statement_duration_seconds_count{statement="INSERT"}`) == 0 {
		t.Error("no statement was measured")
	}
	if strings.Contains(strings.ToLower(after), "evil") {
		t.Error("a client has named a metric")
	}
}

// TestAFaultIsNotCounted: what was rolled back isn't among the entries recorded.
func TestAFaultIsNotCounted(t *testing.T) {
	p, owner := newProductWithOwner(t)
	id := p.partner("A", "Ada")
	must(t, owner.Exec("ALTER TABLE audit_events ADD CONSTRAINT closed CHECK (false) NOT VALID").Error)
	const name = `partnerledger_entries_recorded_total{kind="ADJUSTMENT"}`
	before := value(t, p.scrape(), name)
	_, answer := p.send(models.RoleAdmin, fmt.Sprintf(`mutation { adjustLedger(partnerId: %q, amount: "5", reason: "Bonus", requestId: "1") { userErrors { message } } }`, id), nil)
	after := p.scrape()
	if answer["errors"] == nil || value(t, after, name) != before {
		t.Errorf("%v, and %v are counted", answer, value(t, after, name)-before)
	}
	if value(t, after, `database_errors_total{sqlstate="23514"}`) != 1 {
		t.Error("the error of the database isn't counted")
	}
}

// TestRequestIDs: each request has one, which its answer, its fault and its lines in the log share. A client can't choose it.
func TestRequestIDs(t *testing.T) {
	log, old := new(bytes.Buffer), slog.Default()
	slog.SetDefault(slog.New(telemetry.LogHandler(slog.NewTextHandler(log, nil))))
	t.Cleanup(func() { slog.SetDefault(old) })
	p, owner := newProductWithOwner(t)
	must(t, owner.Exec("ALTER TABLE partners RENAME COLUMN search TO secret").Error)
	seen := map[string]bool{}
	for range 3 {
		response := p.request(http.MethodPost, "/graphql", strings.NewReader(`{"query": "{ x: referralPartners(search: \"Ada\") { totalCount } }"}`), http.Header{
			"Content-Type": {"application/json"}, "Authorization": {"Bearer " + p.tokens[models.RoleAdmin]}, "X-Request-Id": {"CHOSEN"},
		})
		defer response.Body.Close()
		var answer struct {
			Errors []struct {
				Message    string
				Extensions struct{ RequestID string }
			}
		}
		must(t, json.NewDecoder(response.Body).Decode(&answer))
		id := response.Header.Get("X-Request-Id")
		if len(id) < 20 || seen[id] || answer.Errors[0].Extensions.RequestID != id || !strings.Contains(answer.Errors[0].Message, id) {
			t.Errorf("the header says %q, the answer %+v", id, answer)
		}
		seen[id] = true
		for _, pattern := range []string{
			`level=ERROR msg=fault code=INTERNAL path=x .*request=` + id,
			`level=INFO msg=answered route=/graphql operations=Query.referralPartners status=200 .*request=` + id,
		} {
			if !regexp.MustCompile(pattern).MatchString(log.String()) {
				t.Errorf("no line is like %s in\n%s", pattern, log)
			}
		}
	}
	if strings.Contains(log.String(), "CHOSEN") || strings.Contains(log.String(), "Ada") {
		t.Errorf("the log has what a client has sent:\n%s", log)
	}
}

// TestAFaultOfManyRowsIsLoggedOnce a request; another one of it is, too.
func TestAFaultOfManyRowsIsLoggedOnce(t *testing.T) {
	log, old := new(bytes.Buffer), slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(log, nil)))
	t.Cleanup(func() { slog.SetDefault(old) })
	p, owner := newProductWithOwner(t)
	for i := range 20 {
		p.partner(fmt.Sprint("RP", i), "Ada")
	}
	must(t, owner.Exec("ALTER TABLE ledger_entries RENAME COLUMN amount TO secret").Error)
	must(t, owner.Exec("ALTER TABLE partners RENAME COLUMN search TO secret").Error)
	for request := 1; request <= 2; request++ {
		_, answer := p.send(models.RoleAdmin, `{ rows: referralPartners(first: 20) { nodes { ledger { owedNow } } }
			other: referralPartners(search: "Ada") { totalCount } }`, nil)
		if faults, _ := answer["errors"].([]any); len(faults) < 2 {
			t.Fatalf("answered is %v", answer)
		}
		if logged := strings.Count(log.String(), "msg=fault"); logged != 2*request {
			t.Errorf("after %d requests %d are logged:\n%s", request, logged, log)
		}
	}
}

// TestReadiness: everybody learns whether the server can work, and only administrators more than that.
func TestReadiness(t *testing.T) {
	p := newProduct(t)
	for _, role := range []models.Role{"", models.RoleReadOnly, models.RoleFinance} {
		header := http.Header{}
		if role != "" {
			header.Set("Authorization", "Bearer "+p.tokens[role])
		}
		if got := p.text(http.MethodGet, "/readyz", header); got != "ready\n" {
			t.Errorf("%s is told %s", role, got)
		}
	}
	var told health
	must(t, json.Unmarshal([]byte(p.text(http.MethodGet, "/readyz", http.Header{"Authorization": {"Bearer " + p.tokens[models.RoleAdmin]}})), &told))
	if told.Status != "ready" || told.Schema < 10 || told.Database == "" || told.Connections.Most == 0 {
		t.Errorf("administrators are told %+v", told)
	}
}

// receiver is an OTLP receiver over HTTP, which keeps what it gets.
type receiver struct {
	*httptest.Server
	t testing.TB

	mu   sync.Mutex
	got  []*spans.Span
	text []byte
}

func newReceiver(t testing.TB) *receiver {
	r := &receiver{t: t}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/traces", r.receive)
	r.Server = httptest.NewServer(mux)
	t.Cleanup(r.Close)
	return r
}

func (r *receiver) receive(w http.ResponseWriter, request *http.Request) {
	var body io.Reader = request.Body
	if request.Header.Get("Content-Encoding") == "gzip" {
		unzipped, err := gzip.NewReader(body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		body = unzipped
	}
	message, err := io.ReadAll(body)
	var sent trace.ExportTraceServiceRequest
	if err == nil {
		err = proto.Unmarshal(message, &sent)
	}
	if err != nil {
		r.t.Error(err)
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.text = append(r.text, message...)
	for _, of := range sent.ResourceSpans {
		for _, scope := range of.ScopeSpans {
			r.got = append(r.got, scope.Spans...)
		}
	}
}

// running is a server in a process of its own, until the test ends.
type running struct {
	*exec.Cmd
	address string
	log     *bytes.Buffer // to be read once it has ended
}

// serve starts a server, and returns when it says that it is there.
func (p program) serve(args ...string) *running {
	p.t.Helper()
	r := &running{Cmd: p.command(append([]string{"serve"}, args...)...), log: new(bytes.Buffer)}
	r.Stderr = r.log
	out, err := r.StdoutPipe()
	must(p.t, err)
	must(p.t, r.Start())
	p.t.Cleanup(func() { r.Process.Kill() }) //nolint:errcheck // it may have ended
	for lines := bufio.NewScanner(out); r.address == "" && lines.Scan(); {
		if found := regexp.MustCompile(`Partner Ledger is at (\S+)`).FindStringSubmatch(lines.Text()); found != nil {
			r.address = found[1]
			go io.Copy(io.Discard, out) //nolint:errcheck // ends with the process
		}
	}
	if r.address == "" {
		r.Wait() //nolint:errcheck // its log says why
		p.t.Fatalf("the server didn't start: %s", r.log)
	}
	return r
}

// end tells a server to end, and waits until it has.
func (r *running) end(t testing.TB) {
	t.Helper()
	must(t, r.Process.Signal(syscall.SIGTERM))
	late := time.AfterFunc(time.Minute, func() { r.Process.Kill() }) //nolint:errcheck // it may have ended
	defer late.Stop()
	if err := r.Wait(); err != nil {
		t.Errorf("it ended by %v: %s", err, r.log)
	}
}

// post sends an operation to a server in a process of its own, and returns the answer, or why there is none.
func post(t testing.TB, address, token, query string, header http.Header) string {
	t.Helper()
	body, err := json.Marshal(object{"query": query})
	must(t, err)
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address+"/graphql", bytes.NewReader(body))
	must(t, err)
	for name, values := range header {
		request.Header[name] = values
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer "+token)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err.Error()
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		return err.Error()
	}
	return string(answer)
}

// TestTraces: a receiver of OTLP gets a request, its operation and its statements as one trace, which goes on that of the
// caller, and nothing that a client has sent.
func TestTraces(t *testing.T) {
	to := newReceiver(t)
	p, _ := newProgram(t)
	token, _, _ := p.run("token", "create", "--role", "ADMIN", "--name", "secret-name")
	token = strings.TrimSpace(token)
	p.env = append(p.env, "OTEL_EXPORTER_OTLP_ENDPOINT="+to.URL+"/")
	server := p.serve()
	answer := post(t, server.address, token, `query SecretName { secretAlias: referralPartners(search: "secret-search") { totalCount } }`, http.Header{
		"Traceparent": {"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"},
		"User-Agent":  {"secret-agent"}, "X-Forwarded-For": {"198.51.100.77"},
	})
	if !strings.Contains(answer, `"totalCount":0`) {
		t.Errorf("it answers %s", answer)
	}
	server.end(t) // which sends the last of them

	to.mu.Lock()
	defer to.mu.Unlock()
	byName := map[string]*spans.Span{}
	for _, span := range to.got {
		if fmt.Sprintf("%x", span.TraceId) == "0af7651916cd43dd8448eb211c80319c" {
			byName[span.Name] = span
		}
	}
	request, operation, statement := byName["/graphql"], byName["Query.referralPartners"], byName["SELECT"]
	if request == nil || operation == nil || statement == nil {
		t.Fatalf("the trace has %v", byName)
	}
	if fmt.Sprintf("%x", request.ParentSpanId) != "b7ad6b7169203331" || !bytes.Equal(operation.ParentSpanId, request.SpanId) {
		t.Error("the spans don't hang together")
	}
	var attributes []string
	for _, a := range slices.Concat(request.Attributes, operation.Attributes, statement.Attributes) {
		attributes = append(attributes, a.Key)
	}
	slices.Sort(attributes)
	if got := strings.Join(slices.Compact(attributes), " "); got != "db.operation.name db.query.text db.system.name graphql.operation.name http.request.method http.response.status_code http.route" {
		t.Errorf("the attributes are %s", got)
	}
	for _, secret := range []string{token, "ecret", "198.51.100.77", "127.0.0.1"} {
		if bytes.Contains(to.text, []byte(secret)) {
			t.Errorf("%q has left the server", secret)
		}
	}
}
