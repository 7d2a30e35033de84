package exports

import (
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"os"
	"strconv"

	"gorm.io/gorm"

	"partnerledger/audit"
	"partnerledger/models"
)

// EntriesRoute is where EntriesHandler serves the entries of a period as a file. The parameters start, end, currency and
// partnerId are an EntriesQuery.
const EntriesRoute = "GET /entries.csv"

// EntriesHandler serves files of entries. Each is read from one snapshot into a temporary file, then sent: a slow reader holds
// neither a connection nor the snapshot, and a fault comes before the first byte. That somebody took it is an event. It asks
// nobody who they are: whoever mounts it decides who may read.
func (s *Service) EntriesHandler() http.Handler { return http.HandlerFunc(s.downloadEntries) }

func (s *Service) downloadEntries(w http.ResponseWriter, r *http.Request) {
	query, err := entriesQuery(r.URL.Query())
	if err == nil {
		_, _, err = s.Ledger.Scope(query.criteria())
	}
	if err != nil {
		refuse(w, err)
		return
	}
	if r.Method != http.MethodGet {
		s.describeEntries(w.Header(), query)
		return
	}
	file, err := s.spool(r, query)
	if err != nil {
		logFault(r, err)
		refuse(w, err)
		return
	}
	defer file.discard()
	s.describeEntries(w.Header(), query)
	w.Header().Set("Content-Length", strconv.FormatInt(file.size, 10))
	_, _ = io.Copy(w, file) // an error is a client that has gone
}

// spooled is a file that nobody else finds.
type spooled struct {
	*os.File
	size int64
}

func (f spooled) discard() {
	_ = f.Close()
	_ = os.Remove(f.Name())
}

// spool writes the file to disk, and has the audit log tell that somebody takes it.
func (s *Service) spool(r *http.Request, q EntriesQuery) (file spooled, err error) {
	file.File, err = os.CreateTemp("", "partnerledger-entries-*.csv")
	if err != nil {
		return file, err
	}
	defer func() {
		if err != nil {
			file.discard()
		}
	}()
	_ = os.Remove(file.Name()) // where a system lets go of the name of an open file, nothing is left if we are killed
	n, err := s.WriteEntries(r.Context(), file, q)
	if err != nil {
		return file, err
	}
	if file.size, err = file.Seek(0, io.SeekEnd); err != nil {
		return file, err
	}
	if _, err = file.Seek(0, io.SeekStart); err != nil {
		return file, err
	}
	return file, s.takenEntries(r, n)
}

// takenEntries records that somebody takes entries.
func (s *Service) takenEntries(r *http.Request, n int) error {
	return s.DB.WithContext(r.Context()).Transaction(func(tx *gorm.DB) error {
		asked := map[string]string{"entries": strconv.Itoa(n)}
		for name, values := range r.URL.Query() {
			asked[name] = values[0]
		}
		return audit.Record(tx, s.Now(), audit.Event{Action: models.ActionLedgersExported, Subject: "entries", After: asked})
	})
}

func (s *Service) describeEntries(h http.Header, q EntriesQuery) {
	period, currency, _ := s.Ledger.Scope(q.criteria()) // which was asked before
	name := fmt.Sprintf("ledger-entries_%s_%s_%s_made-%s.csv", period.Start, period.End, currency,
		s.Now().In(s.Zone).Format("20060102-150405"))
	h.Set("Content-Type", "text/csv; charset=utf-8")
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-store")
}

// entriesQuery reads the parameters. One that isn't known is refused: a file must not have more than was asked for.
func entriesQuery(parameters url.Values) (q EntriesQuery, err error) {
	var days models.Period
	given := 0
	for name, values := range parameters {
		if len(values) != 1 {
			return q, models.Invalid([]string{name}, "it is there more than once")
		}
		switch value := values[0]; name {
		case "start":
			days.Start, err = models.ParseDate(value)
			given++
		case "end":
			days.End, err = models.ParseDate(value)
			given++
		case "currency":
			q.CurrencyCode = &value
		case "partnerId":
			var id int64
			if id, err = strconv.ParseInt(value, 10, 64); err != nil {
				err = models.Invalid([]string{name}, "that is not an id")
			}
			q.PartnerID = &id
		default:
			err = models.Invalid([]string{name}, "there is no such parameter, only start, end, currency and partnerId")
		}
		if err != nil {
			return q, err
		}
	}
	switch given {
	case 1:
		return q, models.Invalid(nil, "give both start and end, or neither")
	case 2:
		q.Period = &days
	}
	return q, nil
}
