package exports_test

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"partnerledger/exports"
	"partnerledger/ledger"
	"partnerledger/models"
)

// serve starts a server of the exports' files and returns its address.
func serve(t *testing.T, s *exports.Service) string {
	t.Helper()
	server := httptest.NewServer(s.Handler())
	t.Cleanup(server.Close)
	return server.URL
}

// ask sends a request and returns the response and its whole body.
func ask(t *testing.T, method, url string, header ...string) (*http.Response, string, error) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		request.Header.Set(header[i], header[i+1])
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	return response, string(body), err
}

func TestDownload(t *testing.T) {
	s := sample(t)
	export := create(t, s, ledger.Criteria{})
	url := serve(t, s) + exports.Path(export.ID)
	sum := sha256.Sum256([]byte(file(t, s, export)))
	headers := map[string]string{
		"Content-Type":           "text/csv; charset=utf-8",
		"Content-Disposition":    "attachment; filename=" + export.FileName,
		"X-Content-Type-Options": "nosniff",
		"Cache-Control":          "private, no-cache",
		"ETag":                   fmt.Sprintf("%q", fmt.Sprintf("%x", sum)),
		"Repr-Digest":            "sha-256=:" + base64.StdEncoding.EncodeToString(sum[:]) + ":",
	}
	for method, want := range map[string]string{"GET": file(t, s, export), "HEAD": ""} {
		response, body, err := ask(t, method, url)
		if err != nil || response.StatusCode != http.StatusOK || body != want {
			t.Errorf("%s: %s, %v, %q", method, response.Status, err, body)
		}
		for name, value := range headers {
			if got := response.Header.Get(name); got != value {
				t.Errorf("%s: %s is %s, want %s", method, name, got, value)
			}
		}
	}
}

// The rows are not even read.
func TestTheHeadersOfADownloadComeAlone(t *testing.T) {
	s := sample(t)
	export := create(t, s, ledger.Criteria{})
	response := httptest.NewRecorder()
	s.Handler().ServeHTTP(response, httptest.NewRequestWithContext(t.Context(), "HEAD", exports.Path(export.ID), nil))
	if response.Code != http.StatusOK || response.Body.Len() != 0 {
		t.Errorf("%d, %q", response.Code, response.Body)
	}
}

func TestDownloadOfWhatIsKnown(t *testing.T) {
	s := sample(t)
	export := create(t, s, ledger.Criteria{})
	url := serve(t, s) + exports.Path(export.ID)
	for tags, want := range map[string]int{
		`"` + export.SHA256 + `"`:            304,
		`"old", W/"` + export.SHA256 + `"`:   304,
		"*":                                  304,
		`"old"`:                              200,
		`"` + export.SHA256[1:] + `", "old"`: 200,
	} {
		response, body, err := ask(t, "GET", url, "If-None-Match", tags)
		if err != nil || response.StatusCode != want || (body == "") != (want == 304) {
			t.Errorf("%s: %s, %v, %d bytes", tags, response.Status, err, len(body))
		}
	}
}

func TestDownloadOfWhatIsNotThere(t *testing.T) {
	s := sample(t)
	export := create(t, s, ledger.Criteria{})
	url := serve(t, s)
	for request, want := range map[string]int{
		"GET " + exports.Path(export.ID+1):     404,
		"GET /exports/0":                       404,
		"GET /exports/-1":                      404,
		"GET /exports/1%20OR%201=1":            404,
		"GET /exports/99999999999999999999":    404,
		"GET /exports/":                        404,
		"POST " + exports.Path(export.ID):      405,
		"DELETE " + exports.Path(export.ID):    405,
		"GET " + exports.Path(export.ID) + "/": 404,
	} {
		method, path, _ := strings.Cut(request, " ")
		response, body, err := ask(t, method, url+path)
		if err != nil || response.StatusCode != want || strings.Contains(body, "bernard") {
			t.Errorf("%s: %s, %v, %q", request, response.Status, err, body)
		}
	}
}

// A file that merely ended would pass for a whole one.
func TestAFaultInTheMiddleAbortsTheDownload(t *testing.T) {
	for name, spoil := range map[string]string{
		"a row too many": "UPDATE ledger_exports SET row_count = row_count - 1",
		"a row too few":  "UPDATE ledger_exports SET row_count = row_count + 1",
		"another digest": "UPDATE ledger_exports SET sha256 = repeat('0', 64)",
	} {
		t.Run(name, func(t *testing.T) {
			logged := captureLog(t)
			s := newService(t)
			addMany(t, s, 2001)
			export := create(t, s, ledger.Criteria{})
			if err := s.DB.Exec(spoil).Error; err != nil {
				t.Fatal(err)
			}
			response, body, err := ask(t, "GET", serve(t, s)+exports.Path(export.ID))
			if err == nil {
				t.Errorf("%s with %d bytes, as if that were the file", response.Status, len(body))
			}
			if !strings.Contains(logged.String(), fmt.Sprintf("export %d", export.ID)) {
				t.Errorf("the log says %q", logged)
			}
		})
	}
}

func TestAFaultOfTheDatabaseIsMasked(t *testing.T) {
	logged := captureLog(t)
	s := newService(t)
	url := serve(t, s)
	if pool, err := s.DB.DB(); err != nil || pool.Close() != nil {
		t.Fatal(err)
	}
	response, body, err := ask(t, "GET", url+"/exports/1")
	if err != nil || response.StatusCode != 500 || body != "internal error\n" {
		t.Errorf("%s, %v, %q", response.Status, err, body)
	}
	if !strings.Contains(logged.String(), "database is closed") {
		t.Errorf("the log says %q", logged)
	}
}

// captureLog returns what is logged until the test ends. Tests that use it don't run in parallel.
func captureLog(t *testing.T) *strings.Builder {
	t.Helper()
	var text strings.Builder
	old := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&text, nil)))
	t.Cleanup(func() { slog.SetDefault(old) })
	return &text
}

func TestASlowDownloadHoldsNoConnection(t *testing.T) {
	s := newService(t)
	addMany(t, s, 1500)
	export := create(t, s, ledger.Criteria{})
	pool, err := s.DB.DB()
	if err != nil {
		t.Fatal(err)
	}
	held := 0
	err = s.WriteCSV(t.Context(), writerFunc(func(p []byte) (int, error) {
		held = max(held, pool.Stats().InUse)
		return len(p), nil
	}), export)
	if err != nil || held != 0 {
		t.Errorf("%v, %d connections", err, held)
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

var _ io.Writer = writerFunc(nil)

func TestAFaultOfTheReaderIsTold(t *testing.T) {
	s := sample(t)
	export := create(t, s, ledger.Criteria{})
	gone := writerFunc(func([]byte) (int, error) { return 0, io.ErrClosedPipe })
	if err := s.WriteCSV(t.Context(), gone, export); err != io.ErrClosedPipe {
		t.Errorf("%v", err)
	}
	if err := s.WriteCSV(t.Context(), io.Discard, &models.LedgerExport{ID: export.ID, RowCount: export.RowCount}); err == nil {
		t.Error("a file that isn't the sealed one was taken for it")
	}
}
