package frontend

import (
	"compress/gzip"
	"io"
	"testing"
)

func TestAssetsAreKeptForEver(t *testing.T) {
	for name, contentType := range map[string]string{
		"main-3f2a.js":    "text/javascript; charset=utf-8",
		"main-91bc.css":   "text/css; charset=utf-8",
		"icon-07de.svg":   "image/svg+xml",
		"words-55aa.wasm": "application/octet-stream",
	} {
		w := get(handler(built), "/assets/"+name)
		wantHeader(t, w, "Content-Type", contentType)
		wantHeader(t, w, "Cache-Control", "public, max-age=31536000, immutable")
		wantHeader(t, w, "Vary", "Accept-Encoding")
	}
}

func TestWhatIsMissingIsNotKept(t *testing.T) {
	wantHeader(t, get(handler(built), "/assets/main-0000.js"), "Cache-Control", "")
}

func TestCompressed(t *testing.T) {
	h := handler(built)
	for _, accepted := range []string{"gzip", "br, gzip", "gzip;q=0.5", "GZIP ; q=1.0"} {
		w := get(h, "/assets/main-3f2a.js", "Accept-Encoding", accepted)
		wantHeader(t, w, "Content-Encoding", "gzip")
		if w.Body.Len() >= len(script) {
			t.Errorf("%s: %d bytes of %d", accepted, w.Body.Len(), len(script))
		}
		r, err := gzip.NewReader(w.Body)
		if err != nil {
			t.Fatal(err)
		}
		if content, err := io.ReadAll(r); err != nil || string(content) != script {
			t.Errorf("%s: another content, %v", accepted, err)
		}
	}
}

func TestNotCompressedForThoseWhoCannotRead(t *testing.T) {
	for _, accepted := range []string{"", "identity", "br", "gzip;q=0", "gzip; q=0.000"} {
		w := get(handler(built), "/assets/main-3f2a.js", "Accept-Encoding", accepted)
		wantHeader(t, w, "Content-Encoding", "")
		if w.Body.String() != script {
			t.Errorf("%q: another content", accepted)
		}
	}
}
