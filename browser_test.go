package main

import (
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"testing"

	"partnerledger/models"
)

// TestInABrowser runs the tests of frontend/browser against this server and the sample data: in two halves, side by side,
// each with a server of its own.
func TestInABrowser(t *testing.T) {
	for _, half := range []string{"1/2", "2/2"} {
		t.Run(half, func(t *testing.T) {
			t.Parallel()
			p := withSample(t)
			npm(t, p.env(), "test:browser", "--shard", half)
		})
	}
}

// TestManyPartnersInABrowser: with a hundred thousand partners, pages turn by every order and no page of the dashboard
// tries to show them all.
func TestManyPartnersInABrowser(t *testing.T) {
	t.Parallel()
	p, owner := newProductWithOwner(t)
	must(t, p.db.Exec(`INSERT INTO partners (code, name, status, currency_code, created_at)
		SELECT 'M' || lpad(CAST(n AS text), 6, '0'), 'Partner ' || substr(md5(CAST(n AS text)), 1, 8), 'ACTIVE', 'GBP', ?
		FROM generate_series(1, 100000) AS n`, p.clock).Error)
	// A fifth of them have earned something, so that figures are orders, with ties in them.
	must(t, p.db.Exec(`INSERT INTO ledger_entries (partner_id, currency_code, date, kind, amount, source, description, recorded_at)
		SELECT id, 'GBP', DATE '2011-10-15' + CAST(id % 40 AS int), 'COMMISSION', id % 4000 + 0.25, 'order:M' || id || '/1', 'Order', ?
		FROM partners WHERE id % 5 = 0`, p.clock).Error)
	// One of them more than can be printed.
	must(t, p.db.Exec(`INSERT INTO ledger_entries (partner_id, currency_code, date, kind, amount, source, description, recorded_at)
		SELECT (SELECT id FROM partners WHERE code = 'M000001'), 'GBP', '2011-11-20', 'COMMISSION', 1, 'order:' || n || '/1', 'Order', ?
		FROM generate_series(1, 20001) AS n`, p.clock).Error)
	_, err := p.ledger.CloseMonths(t.Context())
	must(t, err)
	must(t, owner.Exec("ANALYZE partners, ledger_entries, opening_balances").Error) // Postgres does so by itself, later
	npm(t, p.env(), "test:apart", "many")
}

// TestDashboardFromElsewhere: built with VITE_API_URL and served from another origin, the dashboard works where
// ALLOWED_ORIGINS names that origin, and says what is wrong where it doesn't.
func TestDashboardFromElsewhere(t *testing.T) {
	t.Parallel()
	p := withSample(t)
	dist := t.TempDir()
	allowed, refused := httptest.NewServer(singlePage(os.DirFS(dist))), httptest.NewServer(singlePage(os.DirFS(dist)))
	t.Cleanup(allowed.Close)
	t.Cleanup(refused.Close)
	handler, err := p.handler([]string{allowed.URL})
	must(t, err)
	p.server = httptest.NewServer(handler)
	t.Cleanup(p.server.Close)
	npm(t, []string{"VITE_API_URL=" + p.server.URL}, "build", "--outDir", dist, "--emptyOutDir")
	npm(t, append(p.env(), "ALLOWED_PAGES="+allowed.URL, "REFUSED_PAGES="+refused.URL), "test:apart", "elsewhere")
}

// singlePage serves a built dashboard as any web server may: files, and the page at every address that is none's.
func singlePage(dist fs.FS) http.Handler {
	files := http.FileServerFS(dist)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		info, err := fs.Stat(dist, strings.TrimPrefix(r.URL.Path, "/"))
		if err == nil && !info.IsDir() {
			files.ServeHTTP(w, r)
			return
		}
		http.ServeFileFS(w, r, dist, "index.html")
	})
}

// env tells the browser tests where the product is and how to get in.
func (p *product) env() []string {
	return []string{"PARTNERLEDGER_URL=" + p.server.URL, "PARTNERLEDGER_TOKEN=" + p.tokens[models.RoleAdmin]}
}

// npm runs a script of the front end.
func npm(t *testing.T, env []string, script string, args ...string) {
	t.Helper()
	npm := exec.CommandContext(t.Context(), "npm", append([]string{"run", "--silent", script, "--"}, args...)...)
	npm.Dir = "frontend"
	npm.Env = append(os.Environ(), env...)
	if output, err := npm.CombinedOutput(); err != nil {
		t.Fatalf("npm run %s: %v\n%s", script, err, output)
	}
}
