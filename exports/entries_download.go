package exports

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strconv"

	"gorm.io/gorm"

	"partnerledger/audit"
	"partnerledger/models"
	"partnerledger/sheet"
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
		// Once: what is sent, its name and the event are of the same days, whatever midnight comes between.
		query, err = s.resolve(query)
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
	return file, s.takenEntries(r.Context(), q, n)
}

// takenEntries records that somebody takes entries.
func (s *Service) takenEntries(ctx context.Context, q EntriesQuery, n int) error {
	asked := map[string]string{
		"start": q.Period.Start.String(), "end": q.Period.End.String(), "currency": *q.CurrencyCode, "entries": strconv.Itoa(n),
	}
	if q.PartnerID != nil {
		asked["partnerId"] = strconv.FormatInt(*q.PartnerID, 10)
	}
	return s.DB.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		return audit.Record(tx, s.Now(), audit.Event{Action: models.ActionLedgersExported, Subject: "entries", After: asked})
	})
}

func (s *Service) describeEntries(h http.Header, q EntriesQuery) {
	name := fmt.Sprintf("ledger-entries_%s_%s_%s_made-%s.csv", q.Period.Start, q.Period.End, *q.CurrencyCode,
		s.Now().In(s.Zone).Format("20060102-150405"))
	sheet.Attach(h, name)
}

func entriesQuery(parameters url.Values) (q EntriesQuery, err error) {
	given, err := models.ReadParameters(parameters, "start", "end", "currency", "partnerId")
	if err != nil {
		return q, err
	}
	q.CurrencyCode = given.Text("currency")
	if q.PartnerID, err = given.ID("partnerId"); err != nil {
		return q, err
	}
	q.Period, err = given.Period()
	return q, err
}
