package auth

import (
	"net/http/httptest"
	"testing"
)

// TestAddress: the proxy's word is taken where it is trusted only, and only what it added itself.
func TestAddress(t *testing.T) {
	for _, c := range []struct {
		trust     bool
		remote    string
		forwarded []string
		want      string
	}{
		{false, "192.0.2.1:5000", nil, "192.0.2.1"},
		{false, "192.0.2.1:5000", []string{"198.51.100.7"}, "192.0.2.1"},
		{false, "[2001:db8::1]:5000", nil, "2001:db8::1"},
		{true, "127.0.0.1:5000", nil, "127.0.0.1"},
		{true, "127.0.0.1:5000", []string{"198.51.100.7"}, "198.51.100.7"},
		{true, "127.0.0.1:5000", []string{"6.6.6.6, 198.51.100.7"}, "198.51.100.7"},
		{true, "127.0.0.1:5000", []string{"6.6.6.6", "198.51.100.7"}, "198.51.100.7"},
		{true, "127.0.0.1:5000", []string{"::ffff:198.51.100.7"}, "198.51.100.7"},
		{true, "127.0.0.1:5000", []string{"unknown"}, "127.0.0.1"},
	} {
		r := httptest.NewRequestWithContext(t.Context(), "GET", "/", nil)
		r.RemoteAddr, r.Header["X-Forwarded-For"] = c.remote, c.forwarded
		if got := (&Service{TrustProxy: c.trust}).Address(r); got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}
