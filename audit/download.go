package audit

import (
	"fmt"
	"log/slog"
	"mime"
	"net/http"
	"net/url"
	"strconv"

	"gorm.io/gorm"

	"partnerledger/models"
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
	name := fmt.Sprintf("audit-log_made-%s.csv", s.Now().In(s.Zone).Format("20060102-150405"))
	h.Set("Content-Type", "text/csv; charset=utf-8")
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-store")
}

// criteriaOf reads the parameters. One that isn't known is refused: a file must not have more than was asked for.
func criteriaOf(parameters url.Values) (c Criteria, err error) {
	var start, end *models.Date
	for name, values := range parameters {
		if len(values) != 1 {
			return c, models.Invalid([]string{name}, "it is there more than once")
		}
		switch value := values[0]; name {
		case "start":
			start, err = day(value)
		case "end":
			end, err = day(value)
		case "action":
			c.Action = (*models.AuditAction)(&value)
		case "partnerId":
			c.PartnerID, err = id(value)
		case "search":
			c.Search = &value
		default:
			err = models.Invalid([]string{name}, "there is no such parameter, only start, end, action, partnerId and search")
		}
		if err != nil {
			return c, err
		}
	}
	if (start == nil) != (end == nil) {
		return c, models.Invalid(nil, "give both start and end, or neither")
	}
	if start != nil {
		c.Period = &models.Period{Start: *start, End: *end}
	}
	return c, c.check()
}

func day(text string) (*models.Date, error) {
	date, err := models.ParseDate(text)
	return &date, err
}

func id(text string) (*int64, error) {
	number, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		err = models.Invalid([]string{"partnerId"}, "that is not an id")
	}
	return &number, err
}

// logFault leaves one line, unless it was the client that went away.
func logFault(r *http.Request, err error) {
	if r.Context().Err() == nil {
		slog.ErrorContext(r.Context(), "audit log", "error", err)
	}
}
