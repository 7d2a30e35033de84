package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// newCertificate writes a certificate of a name for this machine, and its key.
func newCertificate(t *testing.T, dir, name string) (certFile, keyFile string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	must(t, err)
	template := &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().UnixNano()), DNSNames: []string{name}, NotAfter: time.Now().Add(time.Hour),
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	must(t, err)
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	must(t, err)
	certFile, keyFile = filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	must(t, os.WriteFile(certFile, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600))
	must(t, os.WriteFile(keyFile, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret}), 0o600))
	return certFile, keyFile
}

// TestWhereItListens: others than this machine's own address need TLS, from us or from a proxy.
func TestWhereItListens(t *testing.T) {
	cert, key := newCertificate(t, t.TempDir(), "ledger.example.com")
	for _, c := range []struct {
		command serveCommand
		refused string
	}{
		{serveCommand{Listen: "127.0.0.1:0"}, ""},
		{serveCommand{Listen: "localhost:0"}, ""},
		{serveCommand{Listen: "0.0.0.0:0"}, "can be reached from other machines"},
		{serveCommand{Listen: ":0"}, "can be reached from other machines"},
		{serveCommand{Listen: ":0", BehindProxy: true}, ""},
		{serveCommand{Listen: ":0", TLSCert: cert, TLSKey: key}, ""},
		{serveCommand{Listen: ":0", TLSCert: cert}, "belong together"},
		{serveCommand{Listen: ":0", TLSKey: key}, "belong together"},
		{serveCommand{Listen: ":0", TLSCert: cert, TLSKey: cert}, "TLS_CERT and TLS_KEY"},
		{serveCommand{Listen: ":0", TLSCert: "nowhere.pem", TLSKey: key}, "nowhere.pem"},
		{serveCommand{Listen: "nonsense"}, "LISTEN"},
	} {
		listener, err := c.command.listen()
		if err == nil {
			listener.Close()
		}
		if (err == nil) != (c.refused == "") || (err != nil && !strings.Contains(err.Error(), c.refused)) {
			t.Errorf("%+v: %v, want %q", c.command, err, c.refused)
		}
	}
}

// TestTLS: it is served over HTTP/2, and renewed files are taken without a restart, broken ones are not.
func TestTLS(t *testing.T) {
	dir := t.TempDir()
	cert, key := newCertificate(t, dir, "old.example.com")
	s := serveCommand{Listen: "127.0.0.1:0", TLSCert: cert, TLSKey: key}
	listener, err := s.listen()
	must(t, err)
	server := newServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.Proto) }))
	go server.Serve(listener) //nolint:errcheck // ends with the server
	t.Cleanup(func() { server.Close() })

	served := func() string {
		client := &http.Client{Transport: &http.Transport{
			TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, ForceAttemptHTTP2: true, DisableKeepAlives: true,
		}}
		request, err := http.NewRequestWithContext(t.Context(), "GET", s.address(listener), nil)
		must(t, err)
		response, err := client.Do(request)
		must(t, err)
		defer response.Body.Close()
		proto, err := io.ReadAll(response.Body)
		must(t, err)
		return string(proto) + " " + response.TLS.PeerCertificates[0].DNSNames[0]
	}
	later := func() {
		at := time.Now().Add(time.Minute)
		must(t, os.Chtimes(cert, at, at))
	}
	if got := served(); got != "HTTP/2.0 old.example.com" {
		t.Error(got)
	}
	must(t, os.WriteFile(cert, []byte("half a fi"), 0o600))
	if got := served(); got != "HTTP/2.0 old.example.com" {
		t.Errorf("after a broken file: %s", got)
	}
	newCertificate(t, dir, "new.example.com")
	later()
	if got := served(); got != "HTTP/2.0 new.example.com" {
		t.Errorf("after a new one: %s", got)
	}
}

// TestSlowRequestsAreCut: neither headers nor a body may take for ever, and headers have a limit.
func TestSlowRequestsAreCut(t *testing.T) {
	p := newProduct(t)
	handler, err := p.handler(nil)
	must(t, err)
	server := newServer(handler)
	if server.ReadHeaderTimeout > 10*time.Second || server.ReadTimeout > time.Minute || server.IdleTimeout > 2*time.Minute {
		t.Errorf("it waits for %s, %s, %s", server.ReadHeaderTimeout, server.ReadTimeout, server.IdleTimeout)
	}
	server.ReadHeaderTimeout, server.ReadTimeout = 300*time.Millisecond, 600*time.Millisecond // for this test to be quick
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	go server.Serve(listener) //nolint:errcheck // ends with the server
	t.Cleanup(func() { server.Close() })

	start := "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
	good := start + "Authorization: Bearer " + p.tokens["ADMIN"] + "\r\n"
	for name, c := range map[string]struct{ sent, answer string }{
		"nothing":         {"", ""},
		"half a header":   {start, ""},
		"half a body":     {good + "Content-Length: 100\r\n\r\n{", "HTTP/1.1 400"},
		"large headers":   {start + "X: " + strings.Repeat("x", 80<<10) + "\r\n\r\n", "HTTP/1.1 431"},
		"many headers":    {start + strings.Repeat("X-Y: z\r\n", 10<<10) + "\r\n\r\n", "HTTP/1.1 431"},
		"a large address": {"GET /" + strings.Repeat("x", 80<<10) + " HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 431"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
			defer cancel()
			connection, err := (&net.Dialer{}).DialContext(ctx, "tcp", listener.Addr().String())
			must(t, err)
			defer connection.Close()
			deadline, _ := ctx.Deadline()
			must(t, connection.SetDeadline(deadline))
			_, _ = io.WriteString(connection, c.sent) // it may be cut while this is sent
			answer, _ := io.ReadAll(connection)       // until the server hangs up
			if ctx.Err() != nil || !strings.HasPrefix(string(answer), c.answer) || (c.answer == "" && len(answer) > 0) {
				t.Errorf("%v, %.200s", ctx.Err(), answer)
			}
		})
	}
}
