package exports

import (
	"encoding/base64"
	"encoding/hex"
	"log/slog"
	"net/http"
	"strconv"
	"strings"

	"partnerledger/models"
	"partnerledger/sheet"
)

// Route is where Handler serves the files.
const Route = "GET /exports/{id}"

// Path returns where the file of an export is served.
func Path(id int64) string { return "/exports/" + strconv.FormatInt(id, 10) }

// Handler serves the files of exports. It asks nobody who they are: whoever mounts it decides who may read.
func (s *Service) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc(Route, s.download)
	return mux
}

func (s *Service) download(w http.ResponseWriter, r *http.Request) {
	export, err := s.requested(r)
	switch {
	case err != nil:
		logFault(r, err)
		refuse(w, err)
		return
	case export == nil:
		http.NotFound(w, r)
		return
	}
	describe(w.Header(), export)
	switch {
	case knows(r, export):
		w.WriteHeader(http.StatusNotModified)
	case r.Method != http.MethodHead:
		s.send(w, r, export)
	}
}

func (s *Service) requested(r *http.Request) (*models.LedgerExport, error) {
	id, err := strconv.ParseInt(r.PathValue("id"), 10, 64)
	if err != nil {
		return nil, nil // no export has such an id
	}
	return s.Find(r.Context(), id)
}

// describe sets the headers. Browsers may keep the file, which never changes, but ask each time whether they may see it.
func describe(h http.Header, e *models.LedgerExport) {
	sheet.Attach(h, e.FileName)
	h.Set("Cache-Control", "private, no-cache")
	h.Set("Vary", "Authorization, Cookie")
	h.Set("ETag", etag(e))
	if digest, err := hex.DecodeString(e.SHA256); err == nil {
		h.Set("Repr-Digest", "sha-256=:"+base64.StdEncoding.EncodeToString(digest)+":")
	}
}

func etag(e *models.LedgerExport) string { return `"` + e.SHA256 + `"` }

// knows tells whether the client has the file already.
func knows(r *http.Request, e *models.LedgerExport) bool {
	for _, header := range r.Header.Values("If-None-Match") {
		for tag := range strings.SplitSeq(header, ",") {
			if tag = strings.TrimPrefix(strings.TrimSpace(tag), "W/"); tag == etag(e) || tag == "*" {
				return true
			}
		}
	}
	return false
}

// send streams the file. After a fault in the middle it aborts the connection, since a file that merely ends would pass
// for a whole one, with partners missing.
func (s *Service) send(w http.ResponseWriter, r *http.Request, e *models.LedgerExport) {
	if err := s.WriteCSV(r.Context(), w, e); err != nil {
		logFault(r, err)
		panic(http.ErrAbortHandler)
	}
}

// refuse says what is wrong with a request, or whether trying again helps.
func refuse(w http.ResponseWriter, err error) {
	if _, mistakes := models.UserErrors(err); mistakes {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if outage := models.OutageOf(err); outage != "" {
		http.Error(w, outage.Message(), http.StatusServiceUnavailable)
		return
	}
	http.Error(w, "internal error", http.StatusInternalServerError)
}

// logFault leaves one line, unless it was the client that went away.
func logFault(r *http.Request, err error) {
	if r.Context().Err() == nil {
		slog.ErrorContext(r.Context(), "export download", "path", r.URL.Path, "error", err)
	}
}
