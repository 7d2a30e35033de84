package exports_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"partnerledger/exports"
	"partnerledger/models"
)

// TestEntriesOfAPeriod: the file has every entry of the days in the currency, by date and then in the order of recording, with
// the digits of the currency, and of one partner alone where one is asked for.
func TestEntriesOfAPeriod(t *testing.T) {
	s := newService(t)
	ada, formula := addPartner(t, s.DB, "Ada", "GBP"), addPartner(t, s.DB, "=Formula, Ltd", "GBP")
	earn(t, s.DB, ada, models.NewDate(2011, 11, 30), "GBP", "7")
	earn(t, s.DB, formula, models.NewDate(2011, 11, 1), "GBP", "12.5")
	earn(t, s.DB, ada, models.NewDate(2011, 11, 30), "GBP", "-0.25")
	earn(t, s.DB, ada, models.NewDate(2011, 11, 9), "USD", "3")
	earn(t, s.DB, ada, models.NewDate(2011, 10, 31), "GBP", "1")
	earn(t, s.DB, ada, models.NewDate(2011, 12, 1), "GBP", "2")
	november := &models.Period{Start: models.NewDate(2011, 11, 1), End: models.NewDate(2011, 11, 30)}
	for name, c := range map[string]struct {
		query exports.EntriesQuery
		want  []string
	}{
		"the last month": {exports.EntriesQuery{}, []string{
			"'=Formula, Ltd|2011-11-01|COMMISSION|GBP|12.50", "Ada|2011-11-30|COMMISSION|GBP|7.00", "Ada|2011-11-30|ADJUSTMENT|GBP|-0.25",
		}},
		"one partner": {exports.EntriesQuery{Period: november, PartnerID: &formula}, []string{"'=Formula, Ltd|2011-11-01|COMMISSION|GBP|12.50"}},
		"a currency":  {exports.EntriesQuery{Period: november, CurrencyCode: pointer("USD")}, []string{"Ada|2011-11-09|COMMISSION|USD|3.00"}},
		"nobody":      {exports.EntriesQuery{Period: november, PartnerID: pointer(int64(999))}, nil},
	} {
		var text strings.Builder
		n, err := s.WriteEntries(t.Context(), &text, c.query)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, row := range readBack(t, text.String()) {
			got = append(got, strings.Join([]string{row[0], row[5], row[6], row[7], row[8]}, "|"))
		}
		if n != len(c.want) || fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: %d entries %q, want %q", name, n, got, c.want)
		}
	}
}

// TestEntriesAreDownloaded: with their length, never kept, told to the audit log; what isn't known is refused.
func TestEntriesAreDownloaded(t *testing.T) {
	s := newService(t)
	earn(t, s.DB, addPartner(t, s.DB, "Ada", "GBP"), models.NewDate(2011, 11, 30), "GBP", "7")
	get := func(method, query string) *httptest.ResponseRecorder {
		answer := httptest.NewRecorder()
		s.EntriesHandler().ServeHTTP(answer, httptest.NewRequestWithContext(t.Context(), method, "/entries.csv?"+query, nil))
		return answer
	}
	file := get(http.MethodGet, "start=2011-11-01&end=2011-11-30&currency=GBP")
	h := file.Header()
	if file.Code != http.StatusOK || h.Get("Content-Length") != fmt.Sprint(file.Body.Len()) || h.Get("Cache-Control") != "no-store" ||
		h.Get("Content-Disposition") != "attachment; filename=ledger-entries_2011-11-01_2011-11-30_GBP_made-20111205-093000.csv" {
		t.Errorf("%d %v", file.Code, h)
	}
	if rows := readBack(t, file.Body.String()); len(rows) != 1 || rows[0][8] != "7.00" {
		t.Errorf("%v", rows)
	}
	if got := get(http.MethodGet, "").Header().Get("Content-Disposition"); !strings.Contains(got, "_2011-11-01_2011-11-30_GBP_") {
		t.Errorf("the last month is called %s", got)
	}
	if head := get(http.MethodHead, ""); head.Code != http.StatusOK || head.Body.Len() > 0 {
		t.Errorf("HEAD: %d", head.Code)
	}
	for _, query := range []string{
		"start=2011-11-01", "start=2011-11-30&end=2011-11-01", "currency=pounds", "partnerId=x", "start=1&end=2", "search=a",
		"currency=GBP&currency=USD",
	} {
		if answer := get(http.MethodGet, query); answer.Code != http.StatusBadRequest {
			t.Errorf("%s: %d %s", query, answer.Code, answer.Body)
		}
	}
	var told []string
	if err := s.DB.Raw("SELECT subject || after::text FROM audit_events").Scan(&told).Error; err != nil {
		t.Fatal(err)
	}
	once := `entries{"end": "2011-11-30", "start": "2011-11-01", "entries": "1", "currency": "GBP"}`
	if fmt.Sprint(told) != fmt.Sprint([]string{once, once}) { // what was left out is told as well
		t.Errorf("told %q", told)
	}
}
