package frontend

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"
)

const (
	dashboardPage  = "index.html"
	playgroundPage = "playground/index.html"
)

func handler(dist fs.FS) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /playground", page(dist, playgroundPage))
	mux.Handle("GET /playground/{$}", http.RedirectHandler("/playground", http.StatusMovedPermanently))
	mux.Handle("GET /assets/{name}", newAssets(dist))
	mux.Handle("GET /assets/", http.NotFoundHandler())
	mux.Handle("GET /playground/", http.NotFoundHandler())
	mux.Handle("GET /", clientRoutes(page(dist, dashboardPage)))
	return secure(mux)
}

// clientRoutes answers with the dashboard to every address that may be one of its own, which it alone knows; what would
// be the name of a file is none. The names that people give batches may have a dot, too.
func clientRoutes(dashboard http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if path.Ext(r.URL.Path) != "" && !strings.HasPrefix(r.URL.Path, "/payments/batches/") {
			http.NotFound(w, r)
			return
		}
		dashboard.ServeHTTP(w, r)
	})
}

// page serves one HTML page. Browsers ask for it anew each time, since it names the assets of the current build; the
// ETag spares them the answer they have.
func page(dist fs.FS, name string) http.Handler {
	html, err := fs.ReadFile(dist, name)
	if err != nil {
		return http.HandlerFunc(notBuilt)
	}
	etag := fmt.Sprintf(`"%x"`, sha256.Sum256(html))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-cache")
		w.Header().Set("ETag", etag)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(html))
	})
}

func notBuilt(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	http.Error(w, "The front end is not part of this binary. Run `make build`, then start it again.", http.StatusServiceUnavailable)
}

// Nothing but what a page needs, all of it from here. Mantine and GraphiQL write style elements, so styles may be inline;
// scripts may not. data: is for the marks in the margins of GraphiQL's editors.
const contentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; " +
	"img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

func secure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", contentSecurityPolicy)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Referrer-Policy", "no-referrer")
		next.ServeHTTP(w, r)
	})
}
