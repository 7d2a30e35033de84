package audit_test

import (
	"encoding/csv"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"partnerledger/audit"
	"partnerledger/models"
)

func (h *house) get(method, query string) *httptest.ResponseRecorder {
	h.t.Helper()
	answer := httptest.NewRecorder()
	request := httptest.NewRequestWithContext(h.t.Context(), method, "/audit-log.csv?"+query, nil)
	h.Handler().ServeHTTP(answer, request)
	return answer
}

// rows returns the rows of a file, the header first.
func rows(t testing.TB, file string) [][]string {
	t.Helper()
	text, marked := strings.CutPrefix(file, "\ufeff")
	if !marked || strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Fatalf("not RFC 4180 with a byte order mark: %.100q", file)
	}
	read, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	must(t, err)
	return read
}

func TestDownload(t *testing.T) {
	h := open(t)
	must(t, h.DB.Create(&models.Partner{ID: 7, Code: "RP7", Name: "Ada", Status: models.PartnerActive, CurrencyCode: "GBP", CreatedAt: h.clock}).Error)
	h.write("=cmd()", audit.Event{Action: models.ActionPartnerChanged, Subject: "partner RP7", PartnerID: ptr(int64(7)), Before: object{"name": "Ada"}, After: object{"name": "Ünal, \"B\""}})
	h.order("1")
	answer := h.get(http.MethodGet, "action=PARTNER_CHANGED&search=rp7&partnerId=7&start=2011-06-15&end=2011-06-15")
	equal(t, fmt.Sprint(answer.Code, answer.Header()), `200 map[Cache-Control:[no-store] Content-Disposition:[attachment; filename=audit-log_made-20110615-120000.csv] Content-Type:[text/csv; charset=utf-8] X-Content-Type-Options:[nosniff]]`)
	file := rows(t, answer.Body.String())
	equal(t, strings.Join(file[0], " "), "id at action actor role through address operation subject partner_code before after")
	equal(t, strings.Join(file[1], "|"), `1|2011-06-15T11:00:00Z|PARTNER_CHANGED|'=cmd()|FINANCE|session 1|192.0.2.7|test|partner RP7|RP7|{"name": "Ada"}|{"name": "Ünal, \"B\""}`)
	if len(file) != 2 {
		t.Errorf("it has %d rows", len(file))
	}
}

// TestWhoTakesTheLogIsRecorded, with what was asked for.
func TestWhoTakesTheLogIsRecorded(t *testing.T) {
	h := open(t)
	h.get(http.MethodHead, "")
	h.get(http.MethodGet, "search=order")
	found, err := h.Search(t.Context(), audit.Criteria{}, models.Page{First: 10}, false)
	must(t, err)
	if len(found.Nodes) != 1 {
		t.Fatalf("%d events", len(found.Nodes))
	}
	e := found.Nodes[0]
	equal(t, fmt.Sprint(e.Action, " ", e.Subject, " ", *e.After), `AUDIT_LOG_EXPORTED the audit log {"search": "order"}`)
}

func TestWrongParameters(t *testing.T) {
	h := open(t)
	for query, want := range map[string]string{
		"start=2011-06-01":                  "give both start and end, or neither",
		"start=june&end=2011-06-01":         `"june" is not a date like 2015-06-24`,
		"start=2011-06-02&end=2011-06-01":   "period.end: the period ends on 2011-06-01, before it starts on 2011-06-02",
		"partnerId=RP7":                     "partnerId: that is not an id",
		"from=2011-06-01":                   "from: there is no such parameter, only start, end, action, partnerId and search",
		"search=a&search=b":                 "search: it is there more than once",
		"search=" + url.QueryEscape("\x00"): "search: search has control characters",
	} {
		answer := h.get(http.MethodGet, query)
		equal(t, fmt.Sprint(answer.Code, " ", answer.Body.String()), "400 "+want+"\n")
	}
	if got, _ := h.subjects(audit.Criteria{}, models.Page{First: 1}); got != "0: " {
		t.Errorf("refused calls left events: %s", got)
	}
}

// TestTheWholeLogIsInTheFile, once, however many pages it takes; also where many events have one time.
func TestTheWholeLogIsInTheFile(t *testing.T) {
	h := open(t)
	must(t, h.DB.Exec(`INSERT INTO audit_events (at, action, actor, through, operation, subject)
		SELECT TIMESTAMPTZ '2011-06-01' + (i / 1500) * INTERVAL '1 hour', 'ORDER_RECORDED', 'a', 't', 'o', i FROM generate_series(1, 3000) AS i`).Error)
	file := rows(t, h.get(http.MethodGet, "action=ORDER_RECORDED").Body.String())[1:]
	var ids []string
	for _, row := range file {
		ids = append(ids, row[8])
	}
	want := make([]string, 3000)
	for i := range want {
		want[i] = fmt.Sprint(3000 - i)
	}
	if !slices.Equal(ids, want) {
		t.Errorf("%d rows, not 3000 in order", len(ids))
	}
}

// TestAFaultAbortsTheFile: a file that merely ended would pass for a whole one.
func TestAFaultAbortsTheFile(t *testing.T) {
	h := open(t)
	defer func() {
		if recover() != http.ErrAbortHandler {
			t.Error("the answer was not aborted")
		}
	}()
	h.Handler().ServeHTTP(deaf{httptest.NewRecorder()}, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/audit-log.csv", nil))
}

// deaf is a client that has gone.
type deaf struct{ *httptest.ResponseRecorder }

func (deaf) Write([]byte) (int, error) { return 0, http.ErrHandlerTimeout }
