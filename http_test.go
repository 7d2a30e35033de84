package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"partnerledger/models"
)

// TestGraphQLOverHTTP: methods, media types and statuses are those of the specification; a bad request is never repeated
// in the answer.
func TestGraphQLOverHTTP(t *testing.T) {
	p := newProduct(t)
	const older, newer = "application/json", "application/graphql-response+json"
	good := `{"query": "{ viewer { role } }"}`
	for name, c := range map[string]struct {
		method, kind, accept, body string
		status                     int
		answer                     string
	}{
		"a query":              {"POST", older, "", good, 200, older},
		"the newer media type": {"POST", older + "; charset=UTF-8", "text/html, " + newer + ";q=0.5", good, 200, newer},
		"not the newer one":    {"POST", older, newer + ";q=0, */*", good, 200, older},
		"GET":                  {"GET", "", "", "", 405, older},
		"a form":               {"POST", "application/x-www-form-urlencoded", "", "query={viewer{role}}", 415, older},
		"no type":              {"POST", "", "", good, 415, older},
		"another charset":      {"POST", older + "; charset=latin1", "", good, 415, older},
		"no JSON":              {"POST", older, "", "SECRET", 400, older},
		"an array":             {"POST", older, "", "[" + good + "]", 400, older},
		"two values":           {"POST", older, "", good + good, 400, older},
		"no query":             {"POST", older, newer, `{"query": ""}`, 400, newer},
		"too large":            {"POST", older, "", `{"query": "` + strings.Repeat(" ", 1<<20) + `"}`, 413, older},
		"a syntax error":       {"POST", older, newer, `{"query": "{"}`, 400, newer},
		"an unknown field":     {"POST", older, newer, `{"query": "{ x }"}`, 400, newer},
		"a wrong variable":     {"POST", older, newer, `{"query": "query($n: Int!) { referralPartners(first: $n) { totalCount } }", "variables": {"n": "SECRET"}}`, 400, newer},
		"of older clients":     {"POST", older, "", `{"query": "{ x }"}`, 200, older},
		"an error of a field":  {"POST", older, newer, `{"query": "{ referralPartner { id } }"}`, 200, newer},
	} {
		response := p.request(c.method, "/graphql", strings.NewReader(c.body), http.Header{
			"Content-Type": {c.kind}, "Accept": {c.accept}, "Authorization": {"Bearer " + p.tokens[models.RoleAdmin]},
		})
		body, err := io.ReadAll(response.Body)
		must(t, err)
		kind := strings.TrimSuffix(response.Header.Get("Content-Type"), "; charset=utf-8")
		if response.StatusCode != c.status || kind != c.answer || strings.Contains(string(body), "SECRET") || !json.Valid(body) {
			t.Errorf("%s: %d %s %s, want %d %s", name, response.StatusCode, kind, body, c.status, c.answer)
		}
		if c.status == 405 && response.Header.Get("Allow") != "POST" {
			t.Error("405 doesn't say what is allowed")
		}
	}
}

// TestNobodyGetsInWithoutAToken: neither to the API nor to a file, which roles that may not read don't get either.
func TestNobodyGetsInWithoutAToken(t *testing.T) {
	p := newProduct(t)
	p.asPartner(p.partner("A", "A"))
	export := p.do(`mutation { exportLedgers { export { downloadUrl } } }`, nil)["export"].(object)
	for path, want := range map[string]map[string]int{
		"/graphql":                      {"": 401, "Bearer pl_guess": 401, "Bearer " + p.tokens[models.RolePartner]: 200},
		export["downloadUrl"].(string):  {"": 401, "Bearer pl_guess": 401, "Bearer " + p.tokens[models.RolePartner]: 403, "Bearer " + p.tokens[models.RoleReadOnly]: 200},
		"/exports/999":                  {"": 401, "Bearer " + p.tokens[models.RoleReadOnly]: 404},
		"/exports/1%27%20OR%20true%2D-": {"Bearer " + p.tokens[models.RoleReadOnly]: 404},
	} {
		for header, status := range want {
			method, body := http.MethodGet, io.Reader(nil)
			if path == "/graphql" {
				method, body = http.MethodPost, strings.NewReader(`{"query": "{ viewer { role } }"}`)
			}
			response := p.request(method, path, body, http.Header{"Authorization": {header}, "Content-Type": {"application/json"}})
			if response.StatusCode != status {
				t.Errorf("%s as %q: %d, want %d", path, header, response.StatusCode, status)
			}
		}
	}
}

// TestFaultsAreMasked: what a database says never reaches a client.
func TestFaultsAreMasked(t *testing.T) {
	p, owner := newProductWithOwner(t)
	must(t, owner.Exec("ALTER TABLE partners RENAME COLUMN search TO secret").Error)
	for query, path := range map[string]string{
		`{ referralPartners(search: "x") { nodes { id } } }`:                                                           "referralPartners",
		`{ referralPartnerLedgers(criteria: {search: "x"}) { nodes { endingBalance } } }`:                              "referralPartnerLedgers",
		`mutation { createReferralPartnerPayments(method: ENDING_BALANCE, criteria: {search: "x"}) { batch { id } } }`: "createReferralPartnerPayments",
	} {
		_, answer := p.send(models.RoleAdmin, query, nil)
		text := fmt.Sprint(answer["errors"])
		if !strings.Contains(text, "INTERNAL") || !strings.Contains(text, "path:["+path) || strings.Contains(text, "search") || strings.Contains(text, "SQLSTATE") {
			t.Errorf("%s: %s", query, text)
		}
	}
}

// TestOtherOrigins: pages of the origins that were named may use the API from a browser; others, and all if none was
// named, get no permission.
func TestOtherOrigins(t *testing.T) {
	p := newProduct(t)
	for _, c := range []struct {
		allowed []string
		origin  string
		want    string
	}{
		{nil, "https://ledger.example.com", ""},
		{[]string{"https://ledger.example.com"}, "https://ledger.example.com", "https://ledger.example.com"},
		{[]string{"https://ledger.example.com"}, "https://evil.example.com", ""},
	} {
		handler, err := p.handler(c.allowed)
		must(t, err)
		server := httptest.NewServer(handler)
		t.Cleanup(server.Close)
		request, err := http.NewRequestWithContext(t.Context(), http.MethodOptions, server.URL+"/graphql", nil)
		must(t, err)
		request.Header = http.Header{
			"Origin": {c.origin}, "Access-Control-Request-Method": {"POST"}, "Access-Control-Request-Headers": {"authorization,content-type"},
		}
		response, err := server.Client().Do(request)
		must(t, err)
		if got := response.Header.Get("Access-Control-Allow-Origin"); got != c.want {
			t.Errorf("%s of %v: %q, want %q", c.origin, c.allowed, got, c.want)
		}
	}
}

// TestProbes: a server tells whether it lives, whether it can work, and how it is doing.
func TestProbes(t *testing.T) {
	p := newProduct(t)
	p.do("{ viewer { role } }", nil)
	for path, want := range map[string]string{
		"/healthz": "alive", "/readyz": "ready", "/metrics": `http_request_duration_seconds_count{code="200",method="post",route="/graphql"} 1`,
	} {
		response := p.request(http.MethodGet, path, nil, nil)
		body, err := io.ReadAll(response.Body)
		must(t, err)
		if response.StatusCode != 200 || !strings.Contains(string(body), want) {
			t.Errorf("%s: %d %s", path, response.StatusCode, body)
		}
	}
	pool, err := p.db.DB()
	must(t, err)
	must(t, pool.Close())
	if response := p.request(http.MethodGet, "/readyz", nil, nil); response.StatusCode != 503 {
		t.Errorf("without a database it says %d", response.StatusCode)
	}
}
