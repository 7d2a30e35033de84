package audit

import (
	"fmt"
	"log/slog"
	"net/http"
	"net/url"

	"gorm.io/gorm"

	"partnerledger/models"
	"partnerledger/sheet"
)

// Route is where Handler serves the log as a file. The parameters start, end, action, partnerId and search are Criteria.
const Route = "GET /audit-log.csv"

// Handler serves the log as a file. That somebody took it is an event itself, written before the first byte is sent. It
// asks nobody who they are: whoever mounts it decides who may read.
func (s *Service) Handler() http.Handler { return http.HandlerFunc(s.download) }

func (s *Service) download(w http.ResponseWriter, r *http.Request) {
	criteria, err := criteriaOf(r.URL.Query())
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if r.Method == http.MethodGet {
		if err := s.taken(r); err != nil {
			logFault(r, err)
			status, message := http.StatusInternalServerError, "internal error"
			if outage := models.OutageOf(err); outage != "" {
				status, message = http.StatusServiceUnavailable, outage.Message()
			}
			http.Error(w, message, status)
			return
		}
	}
	s.describe(w.Header())
	if r.Method == http.MethodGet {
		s.send(w, r, criteria)
	}
}

// taken records that somebody takes the log.
func (s *Service) taken(r *http.Request) error {
	return s.DB.WithContext(r.Context()).Transaction(func(tx *gorm.DB) error {
		asked := map[string]string{}
		for name, values := range r.URL.Query() {
			asked[name] = values[0]
		}
		return Record(tx, s.Now(), Event{Action: models.ActionAuditLogExported, Subject: "the audit log", After: asked})
	})
}

// send streams the file. After a fault in the middle it aborts the connection, since a file that merely ends would pass
// for a whole one, with events missing.
func (s *Service) send(w http.ResponseWriter, r *http.Request, c Criteria) {
	if err := s.WriteCSV(r.Context(), w, c); err != nil {
		logFault(r, err)
		panic(http.ErrAbortHandler)
	}
}

func (s *Service) describe(h http.Header) {
	sheet.Attach(h, fmt.Sprintf("audit-log_made-%s.csv", s.Now().In(s.Zone).Format("20060102-150405")))
}

func criteriaOf(parameters url.Values) (c Criteria, err error) {
	given, err := models.ReadParameters(parameters, "start", "end", "action", "partnerId", "search")
	if err != nil {
		return c, err
	}
	c.Action, c.Search = (*models.AuditAction)(given.Text("action")), given.Text("search")
	if c.PartnerID, err = given.ID("partnerId"); err != nil {
		return c, err
	}
	if c.Period, err = given.Period(); err != nil {
		return c, err
	}
	return c, c.check()
}

// logFault leaves one line, unless it was the client that went away.
func logFault(r *http.Request, err error) {
	if r.Context().Err() == nil {
		slog.ErrorContext(r.Context(), "audit log", "error", err)
	}
}
