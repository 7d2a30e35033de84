package frontend

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"net/http"
	"time"
)

const playgroundPage = "playground/index.html"

func handler(dist fs.FS) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /playground", page(dist, playgroundPage))
	mux.Handle("GET /playground/{$}", http.RedirectHandler("/playground", http.StatusMovedPermanently))
	mux.Handle("GET /assets/{name}", newAssets(dist))
	// Until there is a dashboard. Found, not Moved Permanently, so that no browser remembers it.
	mux.Handle("GET /{$}", http.RedirectHandler("/playground", http.StatusFound))
	return secure(mux)
}

// page serves one HTML page. Browsers ask for it anew each time, since it names the assets of the current build; the
// ETag spares them the answer they have.
func page(dist fs.FS, path string) http.Handler {
	html, err := fs.ReadFile(dist, path)
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

// Nothing but what a page needs, all of it from here. GraphiQL's dialogs and menus write style elements, so styles may
// be inline; scripts may not. data: is for the marks in its editors' margins.
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
