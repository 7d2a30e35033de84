package imports

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"slices"
	"time"

	"partnerledger/models"
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
	case models.OutageOf(err) != "":
		logFault(r, err)
		http.Error(w, models.OutageOf(err).Message(), http.StatusServiceUnavailable)
		return
	case mistake(err) != "":
		http.Error(w, mistake(err), http.StatusConflict)
		return
	case err != nil && !errors.Is(err, ErrRefused):
		logFault(r, err)
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

// logFault leaves one line, unless it was the client that went away.
func logFault(r *http.Request, err error) {
	if !errors.Is(r.Context().Err(), context.Canceled) {
		slog.ErrorContext(r.Context(), "import", "error", err)
	}
}

// mistake is what people are told of an error that isn't the file's, such as that nothing is recorded at present.
func mistake(err error) string {
	found, all := models.UserErrors(err)
	if !all || len(found) == 0 {
		return ""
	}
	return found[0].Message
}
