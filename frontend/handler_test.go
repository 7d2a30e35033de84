package frontend

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

var (
	unbuilt = fstest.MapFS{".gitkeep": {}}
	built   = fstest.MapFS{
		".gitkeep":               {},
		"index.html":             {Data: []byte("<!doctype html>dashboard")},
		"playground/index.html":  {Data: []byte("<!doctype html>playground")},
		"assets/main-3f2a.js":    {Data: []byte(script)},
		"assets/main-91bc.css":   {Data: []byte("body{}")},
		"assets/icon-07de.svg":   {Data: []byte("<svg/>")},
		"assets/words-55aa.wasm": {Data: []byte("\x00asm")},
	}
	script = strings.Repeat("console.log('partner ledger');\n", 100)
)

// get asks h; headers are names and values in turn.
func get(h http.Handler, path string, headers ...string) *httptest.ResponseRecorder {
	return ask(h, http.MethodGet, path, headers...)
}

func ask(h http.Handler, method, path string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, nil)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestRoutes(t *testing.T) {
	for _, test := range []struct {
		method, path string
		status       int
		location     string
	}{
		{"GET", "/", http.StatusOK, ""},
		{"HEAD", "/", http.StatusOK, ""},
		{"GET", "/reports/ledgers", http.StatusOK, ""},
		{"GET", "/ledgers/7", http.StatusOK, ""},
		{"GET", "/payments/batches/Pay.2011", http.StatusOK, ""},
		{"POST", "/reports/ledgers", http.StatusMethodNotAllowed, ""},
		{"GET", "/playground", http.StatusOK, ""},
		{"HEAD", "/playground", http.StatusOK, ""},
		{"GET", "/playground/", http.StatusMovedPermanently, "/playground"},
		{"POST", "/playground", http.StatusMethodNotAllowed, ""},
		{"GET", "/assets/main-3f2a.js", http.StatusOK, ""},
		{"GET", "/assets/main-0000.js", http.StatusNotFound, ""},
		{"GET", "/assets/", http.StatusNotFound, ""},
		{"GET", "/playground/index.html", http.StatusNotFound, ""},
		{"GET", "/index.html", http.StatusNotFound, ""},
		{"GET", "/favicon.ico", http.StatusNotFound, ""},
		{"GET", "/.gitkeep", http.StatusNotFound, ""},
	} {
		w := ask(handler(built), test.method, test.path)
		if w.Code != test.status || w.Header().Get("Location") != test.location {
			t.Errorf("%s %s: %d to %q, want %d to %q", test.method, test.path,
				w.Code, w.Header().Get("Location"), test.status, test.location)
		}
	}
}

func TestPageIsAskedForAnewAndSentOnce(t *testing.T) {
	for path, want := range map[string]string{
		"/":                "<!doctype html>dashboard",
		"/reports/ledgers": "<!doctype html>dashboard",
		"/playground":      "<!doctype html>playground",
	} {
		first := get(handler(built), path)
		wantHeader(t, first, "Cache-Control", "no-cache")
		wantHeader(t, first, "Content-Type", "text/html; charset=utf-8")
		if body := first.Body.String(); body != want {
			t.Errorf("%s: body %q", path, body)
		}

		again := get(handler(built), path, "If-None-Match", first.Header().Get("ETag"))
		if again.Code != http.StatusNotModified || again.Body.Len() != 0 {
			t.Errorf("%s again: %d, %d bytes", path, again.Code, again.Body.Len())
		}

		another := &fstest.MapFile{Data: []byte("<!doctype html>another")}
		rebuilt := fstest.MapFS{"index.html": another, "playground/index.html": another}
		if w := get(handler(rebuilt), path, "If-None-Match", first.Header().Get("ETag")); w.Code != http.StatusOK {
			t.Errorf("%s, rebuilt: %d", path, w.Code)
		}
	}
}

func TestEveryAnswerIsSecured(t *testing.T) {
	for _, path := range []string{"/", "/reports/ledgers", "/playground", "/assets/main-3f2a.js", "/nowhere.png"} {
		for _, h := range []http.Handler{handler(built), handler(unbuilt)} {
			w := get(h, path)
			wantHeader(t, w, "Content-Security-Policy", contentSecurityPolicy)
			wantHeader(t, w, "X-Content-Type-Options", "nosniff")
			wantHeader(t, w, "Referrer-Policy", "no-referrer")
		}
	}
}

func TestContentSecurityPolicyKeepsToItself(t *testing.T) {
	directives := map[string]string{}
	for directive := range strings.SplitSeq(contentSecurityPolicy, ";") {
		name, sources, _ := strings.Cut(strings.TrimSpace(directive), " ")
		directives[name] = sources
	}
	for name, want := range map[string]string{
		"default-src":     "'none'",
		"script-src":      "'self'",
		"connect-src":     "'self'",
		"base-uri":        "'none'",
		"frame-ancestors": "'none'",
	} {
		if directives[name] != want {
			t.Errorf("%s %s, want %s", name, directives[name], want)
		}
	}
	if strings.Contains(contentSecurityPolicy, "http") {
		t.Error("the policy names another host")
	}
}

func TestWithoutABuildPagesSayWhatIsMissing(t *testing.T) {
	for _, path := range []string{"/", "/reports/ledgers", "/playground", "/assets/main-3f2a.js"} {
		w := get(handler(unbuilt), path)
		if w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "make build") {
			t.Errorf("%s: %d %q", path, w.Code, w.Body)
		}
		wantHeader(t, w, "Cache-Control", "no-store")
	}
	if w := get(handler(unbuilt), "/nowhere.png"); w.Code != http.StatusNotFound {
		t.Errorf("an unknown path: %d", w.Code)
	}
}

// What is embedded depends on whether it was built; that it can be served does not.
func TestEmbedded(t *testing.T) {
	for _, path := range []string{"/", "/playground"} {
		if w := get(Handler(), path); w.Code != http.StatusOK && w.Code != http.StatusServiceUnavailable {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

// The server has other routes beside these, some of them without a method.
func TestHandlerFitsBesideOtherRoutes(t *testing.T) {
	mux := http.NewServeMux()
	mux.Handle("/graphql", http.NotFoundHandler())
	mux.Handle("/exports/{id}", http.RedirectHandler("/elsewhere", http.StatusFound))
	mux.Handle("/", handler(built))
	if w := get(mux, "/"); w.Code != http.StatusOK {
		t.Errorf("/: %d", w.Code)
	}
	if w := get(mux, "/exports/1"); w.Code != http.StatusFound {
		t.Errorf("/exports/1: %d", w.Code)
	}
}

func wantHeader(t *testing.T, w *httptest.ResponseRecorder, name, want string) {
	t.Helper()
	if got := w.Header().Get(name); got != want {
		t.Errorf("%s: %q, want %q", name, got, want)
	}
}
