package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// TestProfilesStayOnThisMachine: no other address is listened at, no other name answered, and no secret of the command
// line told.
func TestProfilesStayOnThisMachine(t *testing.T) {
	for _, address := range []string{":0", "0.0.0.0:0", "[::]:0", "192.0.2.1:0", "nonsense"} {
		if _, err := (serveCommand{DebugListen: address}).profile(); err == nil || !strings.HasPrefix(err.Error(), "DEBUG_LISTEN: ") {
			t.Errorf("%s: %v", address, err)
		}
	}
	for _, address := range []string{"", "127.0.0.1:0", "localhost:0"} {
		end, err := serveCommand{DebugListen: address}.profile()
		must(t, err)
		end()
	}
	for target, want := range map[string]int{
		"http://127.0.0.1:6060/debug/pprof/":                  200,
		"http://[::1]:6060/debug/pprof/heap":                  200,
		"http://localhost:6060/debug/pprof/goroutine?debug=1": 200,
		"http://127.0.0.1:6060/debug/pprof/cmdline":           404,
		"http://127.0.0.1:6060/":                              404,
		"http://rebound.example.com:6060/debug/pprof/heap":    404,
		"http://localhost.example.com/debug/pprof/heap":       404,
	} {
		answer := httptest.NewRecorder()
		profiles().ServeHTTP(answer, httptest.NewRequestWithContext(t.Context(), http.MethodGet, target, nil))
		if answer.Code != want {
			t.Errorf("%s: %d", target, answer.Code)
		}
	}
}
