package sheet

import (
	"mime"
	"net/http"
)

// Attach sets the headers of an answer that browsers save as a file of that name. Nobody keeps it, unless the caller says
// otherwise in Cache-Control.
func Attach(h http.Header, fileName string) {
	h.Set("Content-Type", "text/csv; charset=utf-8")
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": fileName}))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-store")
}
