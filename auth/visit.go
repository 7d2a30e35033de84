package auth

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// visit is the request that something is asked in: where it comes from, and where cookies go.
type visit struct {
	address  string
	response http.ResponseWriter
}

type visitKey struct{}

// visitOf returns the visit of a context. Signing in and out has one: a session without a request is a mistake of ours.
func visitOf(ctx context.Context) visit { return ctx.Value(visitKey{}).(visit) }

// address returns where a request comes from on the network: what stands at the other end of the connection, or, where a
// proxy is trusted, whom that one has seen, which it adds as the last.
func (s *Service) address(r *http.Request) string {
	if forwarded := r.Header.Values("X-Forwarded-For"); s.TrustProxy && len(forwarded) > 0 {
		all := strings.Split(forwarded[len(forwarded)-1], ",")
		if address, err := netip.ParseAddr(strings.TrimSpace(all[len(all)-1])); err == nil {
			return address.WithZone("").Unmap().String()
		}
	}
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

// network is what one client of IPv6 has at the least: addresses within it are one when they are counted.
func network(address string) string {
	parsed, err := netip.ParseAddr(address)
	if err != nil || parsed.Is4() {
		return address
	}
	prefix, err := parsed.Prefix(64)
	if err != nil {
		return address
	}
	return prefix.String()
}
