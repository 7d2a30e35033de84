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

// assets has the files of dist/assets. What is embedded stays in the file of the binary; compressed it is in memory, once it
// has been asked for: most processes never show a page.
type assets struct {
	dist       fs.FS
	compressed map[string]func() []byte
}

// newAssets serves dist/assets. It is empty where the front end was not built.
func newAssets(dist fs.FS) http.Handler {
	files, _ := fs.ReadDir(dist, "assets")
	if len(files) == 0 {
		return http.HandlerFunc(notBuilt)
	}
	all := assets{dist, map[string]func() []byte{}}
	for _, file := range files { // Vite writes no folder, and nothing links into one.
		all.compressed[file.Name()] = sync.OnceValue(func() []byte { return compress(dist, file.Name()) })
	}
	return all
}

func (all assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	compressed, ok := all.compressed[name]
	if !ok {
		http.NotFound(w, r)
		return
	}
	contentType, ok := contentTypes[path.Ext(name)]
	if !ok {
		contentType = "application/octet-stream"
	}
	// The name holds a hash of the content: what is under it never changes.
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("Vary", "Accept-Encoding")
	if !acceptsGzip(r) {
		http.ServeFileFS(w, r, all.dist, "assets/"+name)
		return
	}
	w.Header().Set("Content-Encoding", "gzip")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(compressed()))
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

func compress(dist fs.FS, name string) []byte {
	var buffer bytes.Buffer
	content, _ := fs.ReadFile(dist, "assets/"+name) // Nothing here can fail: it is embedded, and a buffer takes everything.
	w := gzip.NewWriter(&buffer)
	w.Write(content)
	w.Close()
	return buffer.Bytes()
}
