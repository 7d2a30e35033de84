package auth

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// Address returns where a request comes from on the network: what stands at the other end of the connection, or, where a
// proxy is trusted, whom that one has seen, which it adds as the last.
func (s *Service) Address(r *http.Request) string {
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
