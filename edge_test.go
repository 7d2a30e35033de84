package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"partnerledger/models"
)

// TestEveryAnswerHasTheHeadersOfSecurity: pages, the API, files, faults, refusals.
func TestEveryAnswerHasTheHeadersOfSecurity(t *testing.T) {
	p := newProduct(t)
	p.auth.Secure = true
	handler, err := p.handler([]string{"https://ledger.example.com"})
	must(t, err)
	for _, c := range []struct{ method, path, origin string }{
		{"GET", "/", ""},
		{"GET", "/playground", ""},
		{"GET", "/assets/nothing.js", ""},
		{"GET", "/healthz", ""},
		{"GET", "/readyz", ""},
		{"GET", "/metrics", ""},
		{"POST", "/graphql", ""},
		{"POST", "/graphql", "https://evil.example.com"},
		{"OPTIONS", "/graphql", "https://ledger.example.com"},
		{"GET", "/exports/1", ""},
		{"POST", "/imports/orders", ""},
		{"DELETE", "/nowhere", ""},
	} {
		request := httptest.NewRequestWithContext(t.Context(), c.method, c.path, nil)
		if c.origin != "" {
			request.Header.Set("Origin", c.origin)
			request.Header.Set("Access-Control-Request-Method", "POST")
		}
		response := httptest.NewRecorder()
		handler.ServeHTTP(response, request)
		for header, want := range map[string]string{
			"X-Content-Type-Options":       "nosniff",
			"X-Frame-Options":              "DENY",
			"Referrer-Policy":              "no-referrer",
			"Cross-Origin-Opener-Policy":   "same-origin",
			"Cross-Origin-Resource-Policy": "same-origin",
			"Strict-Transport-Security":    "max-age=31536000",
			"Permissions-Policy":           "geolocation=()",
			"Content-Security-Policy":      "frame-ancestors 'none'",
		} {
			if got := response.Header().Get(header); !strings.Contains(got, want) {
				t.Errorf("%s %s: %s is %q, want %q", c.method, c.path, header, got, want)
			}
		}
		policy := response.Header().Get("Content-Security-Policy")
		scripts, _, _ := strings.Cut(policy[strings.Index(policy+"script-src", "script-src"):], ";")
		if strings.Contains(scripts, "unsafe") || !strings.Contains(policy, "default-src 'none'") {
			t.Errorf("%s %s may run any script: %s", c.method, c.path, policy)
		}
	}
	response := newProduct(t).request("GET", "/", nil, nil)
	if got := response.Header.Get("Strict-Transport-Security"); got != "" {
		t.Errorf("without TLS it asks for it: %s", got)
	}
}

// TestPagesOfOtherOriginsCanNotPost, whatever the browser sends along; pages of origins that were named can.
func TestPagesOfOtherOriginsCanNotPost(t *testing.T) {
	p := newProduct(t)
	handler, err := p.handler([]string{"https://ledger.example.com"})
	must(t, err)
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	for name, c := range map[string]struct {
		header http.Header
		status int
	}{
		"no browser":             {http.Header{}, 200},
		"our own page":           {http.Header{"Sec-Fetch-Site": {"same-origin"}, "Origin": {server.URL}}, 200},
		"our own, older browser": {http.Header{"Origin": {server.URL}}, 200},
		"another page":           {http.Header{"Sec-Fetch-Site": {"cross-site"}, "Origin": {"https://evil.example.com"}}, 403},
		"a page of a sister":     {http.Header{"Sec-Fetch-Site": {"same-site"}, "Origin": {"https://www.example.com"}}, 403},
		"an older browser":       {http.Header{"Origin": {"https://evil.example.com"}}, 403},
		"a frame in a sandbox":   {http.Header{"Origin": {"null"}}, 403},
		"a page that was named":  {http.Header{"Sec-Fetch-Site": {"cross-site"}, "Origin": {"https://ledger.example.com"}}, 200},
	} {
		for path, body := range map[string]string{
			"/graphql": `{"query": "{ viewer { role } }"}`, "/imports/partners?dryRun=true": "code,name\nA,Anna\n",
		} {
			request, err := http.NewRequestWithContext(t.Context(), "POST", server.URL+path, strings.NewReader(body))
			must(t, err)
			request.Header = c.header.Clone()
			request.Header.Set("Authorization", "Bearer "+p.tokens[models.RoleAdmin])
			request.Header.Set("Content-Type", "application/json")
			response, err := server.Client().Do(request)
			must(t, err)
			answer, err := io.ReadAll(response.Body)
			must(t, err)
			if response.StatusCode != c.status || (c.status == 403) != strings.Contains(string(answer), "CROSS_ORIGIN") {
				t.Errorf("%s, %s: %d %s, want %d", name, path, response.StatusCode, answer, c.status)
			}
		}
	}
	if _, err := p.handler([]string{"*"}); err == nil || !strings.Contains(err.Error(), "ALLOWED_ORIGINS") {
		t.Errorf("all origins: %v", err)
	}
}

// TestFilesOfACookieAreCSV: what a form of another page could send, too, is refused; with a token all is.
func TestFilesOfACookieAreCSV(t *testing.T) {
	handler := asCSV(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	for _, c := range []struct {
		kind, authorization string
		status              int
	}{
		{"text/csv", "", 200},
		{"text/csv; charset=utf-8", "", 200},
		{"text/plain", "", 415},
		{"application/x-www-form-urlencoded", "", 415},
		{"multipart/form-data; boundary=x", "", 415},
		{"", "", 415},
		{"text/plain; text/csv", "", 415},
		{"text/plain", "Bearer pl_x", 200},
	} {
		request := httptest.NewRequestWithContext(t.Context(), "POST", "/imports/orders", nil)
		request.Header = http.Header{"Content-Type": {c.kind}, "Authorization": {c.authorization}}
		response := httptest.NewRecorder()
		handler.ServeHTTP(response, request)
		if response.Code != c.status {
			t.Errorf("%+v: %d", c, response.Code)
		}
	}
}

// TestRateLimits: each token has its own, what is left is told, and guesses are counted by address.
func TestRateLimits(t *testing.T) {
	p := newProduct(t)
	p.rateLimit = 3
	handler, err := p.handler(nil)
	must(t, err)
	ask := func(authorization, address string) *httptest.ResponseRecorder {
		request := httptest.NewRequestWithContext(t.Context(), "POST", "/graphql", strings.NewReader(`{"query": "{ viewer { role } }"}`))
		request.RemoteAddr = address + ":5000"
		request.Header = http.Header{"Authorization": {authorization}, "Content-Type": {"application/json"}}
		response := httptest.NewRecorder()
		handler.ServeHTTP(response, request)
		return response
	}
	admin, finance := "Bearer "+p.tokens[models.RoleAdmin], "Bearer "+p.tokens[models.RoleFinance]
	for left := 2; left >= 0; left-- {
		response := ask(admin, "192.0.2.1")
		if h := response.Header(); response.Code != 200 || h.Get("X-RateLimit-Limit") != "3" ||
			h.Get("X-RateLimit-Remaining") != string(rune('0'+left)) || h.Get("X-RateLimit-Reset") == "" || h.Get("Retry-After") != "" {
			t.Errorf("%d left: %d %v", left, response.Code, h)
		}
	}
	for range 2 {
		response := ask(admin, "192.0.2.2")
		if response.Code != 429 || response.Header().Get("Retry-After") != "60" || !strings.Contains(response.Body.String(), "RATE_LIMITED") {
			t.Errorf("one more, from anywhere: %d %v %s", response.Code, response.Header(), response.Body)
		}
	}
	if response := ask(finance, "192.0.2.1"); response.Code != 200 {
		t.Errorf("another token: %d", response.Code)
	}
	codes := map[int]int{}
	for range 40 {
		codes[ask("Bearer pl_guess", "192.0.2.3").Code]++
	}
	if codes[401] != 30 || codes[429] != 10 {
		t.Errorf("guesses: %v", codes)
	}
	if response := ask(finance, "192.0.2.3"); response.Code != 429 {
		t.Errorf("whoever guessed gets in: %d", response.Code)
	}
	if response := ask(finance, "192.0.2.4"); response.Code != 200 {
		t.Errorf("somewhere else: %d", response.Code)
	}
}
