package imports

import (
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"slices"
	"time"
)

const (
	// maxUpload is the most bytes of a file that comes over HTTP: two million order lines. Larger ones are for the command.
	maxUpload = 256 << 20
	// uploadTime is how long the upload and the recording of a file may take together.
	uploadTime = 30 * time.Minute
)

// Handler records a file that is posted to /imports/{kind}, as Import does, and answers with its report as JSON: status
// 200 where it was recorded or tried out, 422 where it was refused. The parameters dryRun=true and skipInvalid=true are
// Import's options. Who may do it is decided by whoever mounts it.
func (s *Service) Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		kind := Kind(r.PathValue("kind"))
		if !slices.Contains(Kinds, kind) {
			http.NotFound(w, r)
			return
		}
		// The server's own limits are meant for smaller requests.
		deadlines := http.NewResponseController(w)
		_ = deadlines.SetReadDeadline(time.Now().Add(uploadTime))
		_ = deadlines.SetWriteDeadline(time.Now().Add(uploadTime))
		query := r.URL.Query()
		report, err := s.Import(r.Context(), kind, http.MaxBytesReader(w, r.Body, maxUpload), Options{
			DryRun: query.Get("dryRun") == "true", SkipInvalid: query.Get("skipInvalid") == "true",
		})
		answerUpload(w, r, report, err)
	})
}

func answerUpload(w http.ResponseWriter, r *http.Request, report *Report, err error) {
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		http.Error(w, "the file is larger than 256 MiB: use the command partnerledger import", http.StatusRequestEntityTooLarge)
		return
	case err != nil && !errors.Is(err, ErrRefused):
		if r.Context().Err() == nil {
			slog.ErrorContext(r.Context(), "import", "error", err)
		}
		http.Error(w, "internal error; the file may have been recorded all the same: send it again, nothing is recorded twice", http.StatusInternalServerError)
		return
	}
	if report.Problems == nil {
		report.Problems = []Problem{} // a list of JSON is empty, not null
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	if err != nil {
		w.WriteHeader(http.StatusUnprocessableEntity)
	}
	_ = json.NewEncoder(w).Encode(report) // an error is a client that has gone
}
