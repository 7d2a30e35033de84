package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"partnerledger/models"
)

// The bounds on what an attack may cost the server; on a machine that has nothing else to do, it is a hundredth.
const (
	attackTime   = 10 * time.Second
	attackMemory = 200 << 20
	attackAnswer = 64 << 10
)

// attack is one request, as JSON of a query and its variables unless it has a body of its own.
type attack struct {
	query     string
	variables string // JSON
	method    string // POST if empty
	path      string // /graphql if empty
	kind      string // application/json if empty
	body      string
	header    http.Header
	status    int    // 200 if zero
	answer    string // what must be in it; an error if empty
}

// TestAttacks: whatever is sent is answered with an error, soon, in little memory, and shortly.
func TestAttacks(t *testing.T) {
	p := newProduct(t)
	p.partner("A", "A")
	attacks := map[string]attack{}
	for _, more := range []map[string]attack{documents(), variables(), scalars(), bodies(), requests()} {
		for name, a := range more {
			attacks[name] = a
		}
	}
	for name, a := range attacks {
		t.Run(name, func(t *testing.T) { p.survives(t, a) })
	}
	p.addsUp()
}

func (p *product) survives(t *testing.T, a attack) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	began := time.Now()
	response := p.request(or(a.method, "POST"), or(a.path, "/graphql"), strings.NewReader(a.content(t)), a.headers(p))
	body, err := io.ReadAll(io.LimitReader(response.Body, attackAnswer+1))
	must(t, err)
	took := time.Since(began)
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; took > attackTime || used > attackMemory || len(body) > attackAnswer {
		t.Errorf("it took %s, %d MiB and %d bytes of answer", took, used>>20, len(body))
	}
	text := string(body)
	if want := max(a.status, 200); response.StatusCode != want || !strings.Contains(text, or(a.answer, `"errors":`)) {
		t.Errorf("%d %.500s, want %d with %q", response.StatusCode, text, want, a.answer)
	}
	for _, secret := range []string{"SQLSTATE", "Did you mean", "goroutine", ".go:", "strconv", "INTERNAL"} {
		if strings.Contains(text, secret) {
			t.Errorf("the answer says %s: %.500s", secret, text)
		}
	}
	var answer struct{ Errors []any }
	if json.Unmarshal(body, &answer) == nil && len(answer.Errors) > 5 {
		t.Errorf("%d errors", len(answer.Errors))
	}
}

func (a attack) content(t *testing.T) string {
	t.Helper()
	if a.query == "" {
		return a.body
	}
	query, err := json.Marshal(a.query)
	must(t, err)
	return fmt.Sprintf(`{"query": %s, "variables": %s}`, query, or(a.variables, "{}"))
}

func (a attack) headers(p *product) http.Header {
	header := http.Header{"Authorization": {"Bearer " + p.tokens[models.RoleAdmin]}, "Content-Type": {or(a.kind, "application/json")}}
	for name, values := range a.header {
		header[name] = values
	}
	return header
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func repeat(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

const tooLarge, invalid, unparsed = `"TOO_LARGE"`, `"GRAPHQL_VALIDATION_FAILED"`, `"GRAPHQL_PARSE_FAILED"`

// documents are queries that take long to parse, validate or run.
func documents() map[string]attack {
	bomb := func(of, end string) string {
		var b strings.Builder
		fmt.Fprintf(&b, "{ %s } ", of)
		for i := range 30 {
			fmt.Fprintf(&b, "fragment f%d on ReferralPartner { a: parent { ...f%d } b: parent { ...f%d } } ", i, i+1, i+1)
		}
		return b.String() + "fragment f30 on ReferralPartner { " + end + " }"
	}
	web := "{ ...f0 } " // every fragment spreads every other
	for i := range 20 {
		web += fmt.Sprintf("fragment f%d on Query { %s } ", i, repeat(20, " ...f%d"))
	}
	return map[string]attack{
		"a bomb of fragments": {query: bomb("referralPartner(id: 1) { ...f0 }", "id"), answer: tooLarge},
		"a bomb of spreads": {query: "{ ...f0 }" + func() (s string) {
			for i := range 60 {
				s += fmt.Sprintf("fragment f%d on Query { ...f%d ...f%d } ", i, i+1, i+1)
			}
			return s + "fragment f60 on Query { business { name } }"
		}(), answer: tooLarge},
		"a web of fragments": {query: web, answer: invalid},
		"a web without a circle": {query: "{ ...f0 } " + func() (s string) {
			for i := range 19 {
				s += fmt.Sprintf("fragment f%d on Query { ", i)
				for j := i + 1; j < 20; j++ {
					s += fmt.Sprintf("...f%d ", j)
				}
				s += "} "
			}
			return s + "fragment f19 on Query { a }"
		}(), answer: tooLarge},
		"a circle of fragments":   {query: "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }", answer: invalid},
		"a circle of one":         {query: "{ ...a } fragment a on Query { ...a }", answer: invalid},
		"deep":                    {query: "{ referralPartner(id: 1) " + strings.Repeat("{ parent ", 30) + "{ id }" + strings.Repeat(" }", 31), answer: tooLarge},
		"very deep":               {query: strings.Repeat("{ a ", 200_000), answer: unparsed},
		"deep lists":              {query: "{ referralPartners(search: " + strings.Repeat("[", 200_000), answer: unparsed},
		"deep inline fragments":   {query: "{ " + strings.Repeat("... { ", 330) + "business { name }" + strings.Repeat("}", 331), answer: `"business"`},
		"wide":                    {query: "{" + strings.Repeat(" business { name }", 50_000) + "}", answer: unparsed},
		"doubled fields":          {query: "{" + strings.Repeat(" __typename", 500) + "}", answer: tooLarge},
		"fields that conflict":    {query: "{" + repeat(80, " a: referralPartner(id: %d) { id }") + "}", answer: invalid},
		"aliases":                 {query: "{" + repeat(101, " a%d: __typename") + "}", answer: tooLarge},
		"aliases of statements":   {query: "{" + repeat(50, " a%d: referralPartnerLedgers { totalCount }") + "}", answer: tooLarge},
		"aliases of ledgers":      {query: `{ referralPartner(id: 1) {` + repeat(60, " a%d: ledger { endingBalance }") + "} }", answer: tooLarge},
		"1,000 sign-ins":          {query: "mutation {" + repeat(1000, ` a%d: signIn(email: "a@b", password: "x") { viewer { role } }`) + "}", answer: unparsed},
		"two sign-ins of nobody":  {header: http.Header{"Authorization": nil}, query: "mutation {" + repeat(2, ` a%d: signIn(email: "a@b", password: "x") { viewer { role } }`) + "}", answer: tooLarge},
		"a look by nobody":        {header: http.Header{"Authorization": nil}, query: "{ __schema { types { name } } }", status: 401, answer: "UNAUTHENTICATED"},
		"a bomb of nobody":        {header: http.Header{"Authorization": nil}, query: bomb("referralPartner(id: 1) { ...f0 }", "id"), answer: tooLarge},
		"two sign-ins":            {query: "mutation {" + repeat(2, ` a%d: signIn(email: "a@b", password: "x") { viewer { role } }`) + "}", answer: tooLarge},
		"sign-ins in fragments":   {query: `mutation { ...a ... { acceptInvitation(token: "x", password: "x") { viewer { role } } } } fragment a on Mutation { signIn(email: "a@b", password: "x") { viewer { role } } }`, answer: tooLarge},
		"pages of pages":          {query: "{ referralPartnerLedgers(first: 500) { nodes { entries(first: 500) { nodes { id } } } } }", answer: tooLarge},
		"pages of pages by edges": {query: "{ paymentBatches(first: 500) { nodes { payments(first: 500) { edges { node { id } } } } } }", answer: tooLarge},
		"pages of pages by variables": {
			query:     "query ($n: Int!) { referralPartners(first: $n) { nodes { payments(first: $n) { nodes { partner { payments(first: $n) { nodes { id } } } } } } } }",
			variables: `{"n": 100}`, answer: tooLarge,
		},
		"a long alias in every row":      {query: "{ referralPartners(first: 500) { nodes { " + strings.Repeat("a", 500_000) + ": name } } }", answer: tooLarge},
		"a long name":                    {query: "{ " + strings.Repeat("a", 900_000) + " }", answer: tooLarge},
		"a long argument":                {query: "{ referralPartners(" + strings.Repeat("a", 900_000) + ": 1) { totalCount } }", answer: invalid},
		"a long type":                    {query: "{ ... on " + strings.Repeat("a", 900_000) + " { a } }", answer: invalid},
		"a long directive":               {query: "{ business @" + strings.Repeat("a", 900_000) + " { name } }", answer: invalid},
		"a long number":                  {query: "{ referralPartners(first: " + strings.Repeat("9", 900_000) + ") { totalCount } }", answer: invalid},
		"a long text":                    {query: `{ referralPartners(search: "` + strings.Repeat("x", 900_000) + `") { totalCount } }`, answer: "longer than"},
		"a long block":                   {query: `{ referralPartners(search: """` + strings.Repeat("x\n", 300_000) + `""") { totalCount } }`, answer: "longer than"},
		"a long comment":                 {query: "#" + strings.Repeat("x", 900_000) + "\n{ x }", answer: invalid},
		"many comments":                  {query: strings.Repeat("#\n", 300_000) + "{ x }", answer: unparsed},
		"many commas":                    {query: strings.Repeat(",", 900_000) + "{ x }", answer: invalid},
		"a long operation name":          {body: `{"query": "query a { __typename }", "operationName": "` + strings.Repeat("a", 900_000) + `"}`, answer: invalid},
		"directives":                     {query: "{ business { name " + strings.Repeat("@include(if: true) ", 120) + "} }", answer: invalid},
		"what would come later":          {query: "{ business { name ... @defer { timeZone } } }", answer: invalid},
		"directives that aren't":         {query: "{ __typename " + strings.Repeat("@aa", 300) + " }", answer: invalid},
		"many errors":                    {query: "{" + repeat(300, " x%d") + " }", answer: invalid},
		"many operations":                {query: repeat(190, "query q%d { x }"), answer: invalid},
		"many variables":                 {query: "query (" + repeat(200, "$v%d: Int ") + ") { business { name } }", answer: invalid},
		"circular introspection":         {query: "{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }", answer: tooLarge},
		"introspection, again and again": {query: "{" + repeat(50, " a%d: __schema { types { fields { name } } }") + "}", answer: tooLarge},
		"a subscription":                 {query: "subscription { viewer { role } }", answer: invalid},
		"nothing of it":                  {query: " \n", answer: invalid},
	}
}

// variables are many, large, deep, or not what was declared.
func variables() map[string]attack {
	const takesID, takesText = "query ($v: ID) { referralPartner(id: $v) { id } }", "query ($v: String) { referralPartners(search: $v) { totalCount } }"
	return map[string]attack{
		"a huge variable":          {query: takesText, variables: `{"v": "` + strings.Repeat("x", 900_000) + `"}`, answer: "longer than"},
		"a huge id":                {query: takesID, variables: `{"v": "` + strings.Repeat("9", 900_000) + `"}`, answer: `{"data":{"referralPartner":null}`},
		"a variable nobody wants":  {query: "{ x }", variables: `{"v": [` + strings.Repeat(`{},`, 300_000) + `{}]}`, answer: invalid},
		"many keys":                {query: "{ x }", variables: `{` + repeat(60_000, `"k%d":[],`) + `"v": 1}`, answer: invalid},
		"the same key":             {query: "{ x }", variables: `{` + strings.Repeat(`"v":{},`, 100_000) + `"v": 1}`, answer: invalid},
		"deep JSON":                {body: `{"query": "{ x }", "variables": {"v": ` + strings.Repeat("[", 500_000), status: 400, answer: "BAD_REQUEST"},
		"less deep JSON":           {query: takesText, variables: `{"v": ` + strings.Repeat("[", 5_000) + strings.Repeat("]", 5_000) + "}", answer: invalid},
		"deep JSON of a scalar":    {query: "query ($v: Date) { ledgerMonths(until: $v) { period { start } } }", variables: `{"v": ` + strings.Repeat("[", 5_000) + strings.Repeat("]", 5_000) + "}", answer: "a date is"},
		"a huge number":            {query: "query ($v: Int!) { referralPartners(first: $v) { totalCount } }", variables: `{"v": 1e999999999}`, answer: invalid},
		"a long number, too":       {query: "query ($v: Int!) { referralPartners(first: $v) { totalCount } }", variables: `{"v": ` + strings.Repeat("9", 900_000) + `}`, answer: invalid},
		"a list for a text":        {query: takesText, variables: `{"v": ["x"]}`, answer: invalid},
		"a number for a text":      {query: takesText, variables: `{"v": 5}`, answer: "a text is"},
		"an unknown field":         {query: "query ($v: LedgerCriteria) { referralPartnerLedgers(criteria: $v) { totalCount } }", variables: `{"v": {"serch": "x"}}`, answer: invalid},
		"an enum in small letters": {query: "query ($v: PaymentMethod!) { previewReferralPartnerPayments(method: $v) { batchId } }", variables: `{"v": "ending_balance"}`, answer: invalid},
		"an enum deep inside":      {query: "query ($v: LedgerCriteria) { referralPartnerLedgers(criteria: $v) { totalCount } }", variables: `{"v": {"status": "active"}}`, answer: invalid},
		"a long enum":              {query: "query ($v: PaymentMethod!) { previewReferralPartnerPayments(method: $v) { batchId } }", variables: `{"v": "` + strings.Repeat("x", 900_000) + `"}`, answer: invalid},
		"an enum that is almost":   {query: "{ previewReferralPartnerPayments(method: ENDING_BALANC) { batchId } }", answer: invalid},
		"a field that is almost":   {query: "{ referralPartner(id: 1) { nam } }", answer: invalid},
		"an argument, almost":      {query: "{ referralPartner(idd: 1) { name } }", answer: invalid},
		"a type that is almost":    {query: "{ ... on Quer { viewer { role } } }", answer: invalid},
		"a field left bare":        {query: "{ viewer }", answer: invalid},
	}
}

// scalars are values that no scalar takes.
func scalars() map[string]attack {
	found := map[string]attack{}
	add := func(name, query string, values ...string) {
		for i, value := range values {
			found[fmt.Sprintf("%s %d", name, i)] = attack{query: query, variables: `{"v": ` + value + `}`}
		}
	}
	add("a decimal", "query ($v: Decimal) { payments(criteria: {minimumAmount: $v}) { totalCount } }",
		`"1e999999999"`, `1e999999999`, `"1E-999999999"`, `"0x1p-999"`, `"NaN"`, `"Infinity"`, `"1_000"`, `"１"`, `1.5`, `{}`,
		`"1\u0000"`, `"`+strings.Repeat("9", 900_000)+`"`, `"0.`+strings.Repeat("0", 900_000)+`1"`)
	add("a date", "query ($v: Date!) { ledgerMonths(until: $v) { period { start } } }",
		`"10000-01-01"`, `"-0001-01-01"`, `"1899-12-31"`, `"2015-02-30"`, `20150630`, `"2015-06-30T00:00:00Z"`, `"`+strings.Repeat("2", 900_000)+`"`)
	add("an instant", `mutation ($v: DateTime!) { recordRefund(input: {refundId: "R", orderId: "O", refundedAt: $v, amount: "1"}) { userErrors { message } } }`,
		`"9999-12-31T23:59:60Z"`, `"10000-01-01T00:00:00Z"`, `1e99`, `"2015-06-30T00:00:00.`+strings.Repeat("0", 900_000)+`Z"`)
	add("a text", "query ($v: String) { referralPartners(search: $v) { totalCount } }", `"\u0000"`, `"\ud800"`, `"a\ufffd"`)
	add("a currency", "query ($v: CurrencyCode) { ledgerMonths(currencyCode: $v) { period { start } } }", `"XXXX"`, `"usd'--"`, `{}`, `"\u0000"`)
	add("a cursor", "query ($v: Cursor) { referralPartners(after: $v) { totalCount } }",
		`"x"`, `""`, `"`+models.Position{List: "ledgers", Key: "x"}.Cursor()+`"`, `"`+models.Position{List: "partners", Key: "a\x00"}.Cursor()+`"`,
		`"`+strings.Repeat("e", 20_000)+`"`, `"`+models.Position{List: "partners", Key: strings.Repeat("x", 3_000)}.Cursor()+`"`, `7`, `{}`)
	add("a cursor of payments", "query ($v: Cursor) { payments(criteria: {}, after: $v) { totalCount } }",
		`"`+models.Position{List: "payments", Key: "2015-06-30'; DROP TABLE payments; --"}.Cursor()+`"`,
		`"`+models.Position{List: "payments", Key: "99999-06-30"}.Cursor()+`"`)
	add("a page", "query ($v: Int!) { referralPartners(first: $v) { totalCount } }", `0`, `-1`, `501`, `2147483648`, `9223372036854775807`, `1.5`, `true`)
	return found
}

// bodies are not requests of GraphQL over HTTP.
func bodies() map[string]attack {
	const bad = "BAD_REQUEST"
	good := `{"query": "{ viewer { role } }"}`
	return map[string]attack{
		"a batch":             {body: "[" + strings.Repeat(good+",", 9) + good + "]", status: 400, answer: bad},
		"too large":           {body: `{"query": "` + strings.Repeat(" ", 2<<20) + `"}`, status: 413, answer: bad},
		"no end of it":        {body: strings.Repeat(" ", 2<<20), status: 413, answer: bad},
		"no JSON":             {body: "\x00\xff", status: 400, answer: bad},
		"UTF-16":              {body: "\xff\xfe{\x00}\x00", status: 400, answer: bad},
		"broken UTF-8":        {body: "{\"query\": \"query ($v: String) { referralPartners(search: $v) { totalCount } }\", \"variables\": {\"v\": \"a\xff\"}}", answer: "UTF-8"},
		"two requests":        {body: good + good, status: 400, answer: bad},
		"a query of numbers":  {body: `{"query": 5}`, status: 400, answer: bad},
		"variables of text":   {body: `{"query": "{ __typename }", "variables": "x"}`, status: 400, answer: bad},
		"a persisted query":   {body: `{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "x"}}}`, status: 400, answer: bad},
		"text/plain":          {kind: "text/plain", body: good, status: 415, answer: bad},
		"a form":              {kind: "application/x-www-form-urlencoded", body: "query=%7Bviewer%7Brole%7D%7D", status: 415, answer: bad},
		"a form with a file":  {kind: "multipart/form-data; boundary=x", body: "--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n" + good + "\r\n--x--", status: 415, answer: bad},
		"application/graphql": {kind: "application/graphql", body: "{ viewer { role } }", status: 415, answer: bad},
		"compressed":          {header: http.Header{"Content-Encoding": {"gzip"}}, body: "\x1f\x8b\x08", status: 400, answer: bad},
	}
}

// requests are of other methods, to other places, or from them.
func requests() map[string]attack {
	const mutation = "/graphql?query=mutation%7BsignOut%7BuserErrors%7Bmessage%7D%7D%7D"
	return map[string]attack{
		"a mutation by GET":       {method: "GET", path: mutation, status: 405, answer: "POST"},
		"a query by GET":          {method: "GET", path: "/graphql?query=%7B__typename%7D", status: 405, answer: "POST"},
		"by PUT":                  {method: "PUT", body: `{"query": "{ __typename }"}`, status: 405, answer: "POST"},
		"by another name of POST": {method: "GET", header: http.Header{"X-Http-Method-Override": {"POST"}}, status: 405, answer: "POST"},
		"a WebSocket": {
			method: "GET", status: 405, answer: "POST",
			header: http.Header{"Connection": {"Upgrade"}, "Upgrade": {"websocket"}, "Sec-Websocket-Version": {"13"}, "Sec-Websocket-Key": {"eHh4eHh4eHh4eHh4eHh4eA=="}},
		},
		"another origin":        {header: http.Header{"Origin": {"https://evil.example.com"}}, query: "{ __typename }", status: 403, answer: "CROSS_ORIGIN"},
		"tracing":               {header: http.Header{"X-Apollo-Tracing": {"1"}}, query: "{ x }", answer: `{"errors":[`},
		"nobody's token":        {header: http.Header{"Authorization": {"Bearer " + strings.Repeat("x", 10_000)}}, query: "{ __typename }", status: 401, answer: "UNAUTHENTICATED"},
		"two tokens":            {header: http.Header{"Authorization": {"Bearer a", "Bearer b"}}, query: "{ __typename }", status: 401, answer: "UNAUTHENTICATED"},
		"a file that isn't":     {method: "GET", path: "/exports/..%2f..%2fetc%2fpasswd", status: 404, answer: "not found"},
		"an import of what":     {path: "/imports/..%2fusers", body: "x", status: 404, answer: "not found"},
		"an import of rubbish":  {path: "/imports/orders", body: strings.Repeat("\x00\xff,\"", 100_000), status: 422, answer: "problems"},
		"an import without end": {path: "/imports/partners?dryRun=true", body: "code,name\n" + strings.Repeat("x", 900_000), status: 422, answer: "problems"},
	}
}
