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

// TestInABrowser runs the tests of frontend/browser against this server and the sample data.
func TestInABrowser(t *testing.T) {
	p := withSample(t)
	npm(t, p.env(), "test:browser")
}

// TestDashboardFromElsewhere: built with VITE_API_URL and served from another origin, the dashboard works where
// ALLOWED_ORIGINS names that origin, and says what is wrong where it doesn't.
func TestDashboardFromElsewhere(t *testing.T) {
	p := withSample(t)
	dist := t.TempDir()
	allowed, refused := httptest.NewServer(singlePage(os.DirFS(dist))), httptest.NewServer(singlePage(os.DirFS(dist)))
	t.Cleanup(allowed.Close)
	t.Cleanup(refused.Close)
	p.server = httptest.NewServer(crossOrigin([]string{allowed.URL}, p.routes()))
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
