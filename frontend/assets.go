package frontend

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"
)

// Written out, because mime.TypeByExtension asks the machine, and some machines hold JavaScript to be plain text.
var contentTypes = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
}

type asset struct {
	contentType string
	content     []byte
	compressed  func() []byte // Once, on the first request: most processes never show a page.
}

type assets map[string]asset

// newAssets reads dist/assets. It is empty where the front end was not built.
func newAssets(dist fs.FS) http.Handler {
	all := assets{}
	names, _ := fs.Glob(dist, "assets/*")
	for _, name := range names {
		content, err := fs.ReadFile(dist, name)
		if err != nil {
			continue // A folder: Vite writes none, and nothing links into one.
		}
		all[path.Base(name)] = newAsset(name, content)
	}
	if len(all) == 0 {
		return http.HandlerFunc(notBuilt)
	}
	return all
}

func newAsset(name string, content []byte) asset {
	contentType, ok := contentTypes[path.Ext(name)]
	if !ok {
		contentType = "application/octet-stream"
	}
	return asset{contentType, content, sync.OnceValue(func() []byte { return compress(content) })}
}

func (all assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	found, ok := all[r.PathValue("name")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	// The name holds a hash of the content: what is under it never changes.
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	w.Header().Set("Content-Type", found.contentType)
	w.Header().Set("Vary", "Accept-Encoding")
	content := found.content
	if acceptsGzip(r) {
		w.Header().Set("Content-Encoding", "gzip")
		content = found.compressed()
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
}

func acceptsGzip(r *http.Request) bool {
	for coding := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, weight, _ := strings.Cut(coding, ";")
		if strings.EqualFold(strings.TrimSpace(name), "gzip") {
			return !refused(weight)
		}
	}
	return false
}

// refused tells a weight of zero in any spelling: q=0, q=0.000.
func refused(weight string) bool {
	digits, ok := strings.CutPrefix(strings.ToLower(strings.TrimSpace(weight)), "q=")
	return ok && strings.Trim(digits, "0.") == ""
}

func compress(content []byte) []byte {
	var buffer bytes.Buffer
	w := gzip.NewWriter(&buffer)
	w.Write(content) // Neither can fail: a buffer takes everything.
	w.Close()
	return buffer.Bytes()
}
