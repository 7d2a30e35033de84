package main

import (
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/pprof"
	"os"
	"runtime/debug"
	"time"
)

// tuneMemory gives Go memory for time: an answer leaves much behind, and little of it lives on. What it takes in all stays
// below a bound. Who sets Go's own variables decides.
func tuneMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(160 << 20)
	}
}

// profile serves Go's profiles at DEBUG_LISTEN, if that is set, to programs of this machine alone: they ask for no token.
// Whoever gets close ends that.
func (s serveCommand) profile() (close func(), err error) {
	if s.DebugListen == "" {
		return func() {}, nil
	}
	at, err := net.ResolveTCPAddr("tcp", s.DebugListen)
	if err != nil {
		return nil, fmt.Errorf("DEBUG_LISTEN: %w", err)
	}
	if !at.IP.IsLoopback() {
		return nil, fmt.Errorf("DEBUG_LISTEN: %s is not an address of this machine alone, like 127.0.0.1:6060", s.DebugListen)
	}
	listener, err := net.ListenTCP("tcp", at)
	if err != nil {
		return nil, fmt.Errorf("DEBUG_LISTEN: %w", err)
	}
	server := &http.Server{Handler: profiles(), ReadHeaderTimeout: 10 * time.Second}
	go func() { _ = server.Serve(listener) }() // until it is closed
	slog.Info("profiles are served", "address", fmt.Sprintf("http://%s/debug/pprof/", listener.Addr()))
	return func() { _ = server.Close() }, nil
}

// profiles leaves out the command line, which may hold secrets, and whoever comes by a name: a page in a browser may give
// one of its own to this machine's address.
func profiles() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/debug/pprof/cmdline", http.NotFound)
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("/debug/pprof/trace", pprof.Trace)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, _, err := net.SplitHostPort(r.Host)
		if err != nil || (host != "localhost" && !net.ParseIP(host).IsLoopback()) {
			http.NotFound(w, r)
			return
		}
		mux.ServeHTTP(w, r)
	})
}
