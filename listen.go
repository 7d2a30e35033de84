package main

import (
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"sync"
	"time"
)

// secure tells whether browsers reach the server by TLS.
func (s serveCommand) secure() bool { return s.TLSCert != "" || s.BehindProxy }

// listen takes the address to serve at. What is not this machine's own needs TLS: passwords and tokens don't cross a
// network that anybody may listen to.
func (s serveCommand) listen() (net.Listener, error) {
	if (s.TLSCert == "") != (s.TLSKey == "") {
		return nil, errors.New("TLS_CERT and TLS_KEY belong together")
	}
	listener, err := net.Listen("tcp", s.Listen)
	if err != nil {
		return nil, fmt.Errorf("LISTEN: %w", err)
	}
	if !s.secure() && !listener.Addr().(*net.TCPAddr).IP.IsLoopback() {
		listener.Close()
		return nil, fmt.Errorf("LISTEN: %s can be reached from other machines: set TLS_CERT and TLS_KEY, or BEHIND_PROXY=true where a proxy in front does TLS", listener.Addr())
	}
	if s.TLSCert == "" {
		return listener, nil
	}
	c := &certificate{certFile: s.TLSCert, keyFile: s.TLSKey}
	if _, err := c.get(nil); err != nil {
		listener.Close()
		return nil, fmt.Errorf("TLS_CERT and TLS_KEY: %w", err)
	}
	return tls.NewListener(listener, &tls.Config{
		GetCertificate: c.get, MinVersion: tls.VersionTLS12, NextProtos: []string{"h2", "http/1.1"},
	}), nil
}

// address is where people find the server.
func (s serveCommand) address(listener net.Listener) string {
	if s.TLSCert != "" {
		return "https://" + listener.Addr().String()
	}
	return "http://" + listener.Addr().String()
}

// newServer is the server's own limits on time and headers.
func newServer(handler http.Handler) *http.Server {
	return &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       time.Minute,
		WriteTimeout:      10 * time.Minute, // a large export over a slow line; see timed for the API
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(slog.Default().Handler(), slog.LevelWarn),
	}
}

// certificate is a pair of files, read anew when one has changed: who renews it need not restart the server.
type certificate struct {
	certFile, keyFile string

	mu     sync.Mutex
	loaded *tls.Certificate
	from   [2]time.Time // when the files were written that are loaded
}

// get is tls.Config's GetCertificate. While only one of the files is new, and while they can't be read, it is the pair
// that was.
func (c *certificate) get(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	err := c.reload()
	switch {
	case c.loaded == nil:
		return nil, err
	case err != nil:
		slog.Warn("TLS_CERT and TLS_KEY can't be read anew", "error", err)
	}
	return c.loaded, nil
}

func (c *certificate) reload() error {
	var written [2]time.Time
	for i, file := range []string{c.certFile, c.keyFile} {
		info, err := os.Stat(file)
		if err != nil {
			return err
		}
		written[i] = info.ModTime()
	}
	if written == c.from {
		return nil
	}
	pair, err := tls.LoadX509KeyPair(c.certFile, c.keyFile)
	if err != nil {
		return err
	}
	c.loaded, c.from = &pair, written
	return nil
}
