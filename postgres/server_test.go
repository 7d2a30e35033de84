//go:build unix

package postgres

import (
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// fakeServer runs a shell script in the place of Postgres, in a folder that it works in.
func fakeServer(t *testing.T, script string) *server {
	t.Helper()
	dir, err := os.MkdirTemp("/tmp", "partnerledger-test-") // short enough for a socket
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	place := layout{dir}
	for _, dir := range []string{place.data(), place.socket()} {
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	bin := filepath.Join(dir, "bin")
	if err := os.Mkdir(bin, 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(bin, "postgres"), "#!/bin/sh\n"+script, 0o755)
	return newServer(&Embedded{
		place: place, who: us(), address: address{host: place.socket(), port: socketPort},
		config: EmbeddedConfig{Log: slog.New(slog.DiscardHandler)},
	}, binaries{dir: bin})
}

// sayReady is what Postgres writes when it takes connections.
const sayReady = `printf '%s\n\n\n5432\n/nowhere\n\n\nready\n' $$ >postmaster.pid
`

func TestFirstStartFails(t *testing.T) {
	s := fakeServer(t, "echo FATAL: no space left >&2; exit 1")
	begin := time.Now()
	err := s.start(t.Context())
	mustSay(t, err, "exit status 1", "no space left")
	if took := time.Since(begin); took > 5*time.Second {
		t.Errorf("tried for %s", took)
	}
}

// Recovery has no time limit of ours, and one that fails is tried again.
func TestRecovery(t *testing.T) {
	s := fakeServer(t, `
		n=$(cat starts 2>/dev/null | wc -l); echo >>starts
		if [ $n = 1 ]; then exit 1; fi
		if [ $n = 2 ]; then sleep 1; fi
		`+sayReady+`
		if [ $n = 0 ]; then sleep 0.3; kill -KILL $$; fi
		trap 'exit 0' INT
		while :; do sleep 0.05; done`)
	if err := s.start(t.Context()); err != nil {
		t.Fatal(err)
	}
	starts := filepath.Join(s.place.data(), "starts")
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		content, _ := os.ReadFile(starts)
		if strings.Count(string(content), "\n") == 3 {
			break
		}
		if time.Now().After(end) {
			t.Fatalf("started %d times", len(content))
		}
	}
	if err := s.failure(); err != nil {
		t.Error(err)
	}
	if err := s.stop(t.Context()); err != nil || s.failure() != nil {
		t.Errorf("stop: %v, %v", err, s.failure())
	}
}

func TestGivesUp(t *testing.T) {
	s := fakeServer(t, `[ -e broken ] && { echo FATAL: it is broken >&2; exit 3; }
		touch broken
		`+sayReady+`sleep 0.3`)
	s.patience = 3
	if err := s.start(t.Context()); err != nil {
		t.Fatal(err)
	}
	select {
	case <-s.gone:
	case <-time.After(20 * time.Second):
		t.Fatal("still tries")
	}
	mustSay(t, s.failure(), "exit status 3", "it is broken")
}

func TestPostgresStartedByHand(t *testing.T) {
	s := fakeServer(t, "echo started; exit 1")
	listener, err := net.Listen("unix", s.where.socket())
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	const pid = "123456789"
	write(t, s.place.pidFile(), pid+"\n\n\n5432\n"+s.where.host+"\n\n\nready\n", 0o600)
	mustSay(t, s.start(t.Context()), pid, "stop it first")
	if _, err := os.Stat(s.place.pidFile()); err != nil {
		t.Error("its file was removed:", err)
	}
}

// What is left of an earlier Postgres keeps its lock: the next one waits for that.
func TestWaitsForEarlier(t *testing.T) {
	s := fakeServer(t, sayReady+`trap 'exit 0' INT; while :; do sleep 0.05; done`)
	earlier := mustLock(t, s.place.alive(), false)
	started := make(chan error)
	go func() { started <- s.start(t.Context()) }()
	select {
	case err := <-started:
		t.Fatal("started beside another one:", err)
	case <-time.After(200 * time.Millisecond):
	}
	earlier.unlock()
	if err := <-started; err != nil {
		t.Fatal(err)
	}
	if _, err := lockFile(s.place.alive(), false); err != errLocked {
		t.Errorf("Postgres hasn't inherited the lock: %v", err)
	}
	if err := s.stop(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestLogIsPutAside(t *testing.T) {
	s := fakeServer(t, "")
	write(t, s.place.log(), strings.Repeat("x", maxLog+1), 0o600)
	log, err := s.openLog()
	if err != nil {
		t.Fatal(err)
	}
	defer log.close()
	if info, err := log.file.Stat(); err != nil || info.Size() != 0 {
		t.Errorf("the log isn't new: %v, %v", info, err)
	}
}
