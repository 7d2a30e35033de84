//go:build unix

package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"time"
)

// server is one of the two: a process that is started again whenever it ends.
type server struct {
	name    string // A or B
	binary  string
	address string // where it listens
	folder  string // what happens at its failpoints, and its log
	counts  *counts
	env     []string

	mu    sync.Mutex
	cmd   *exec.Cmd
	ended chan struct{}
}

// newServer makes the server that reaches its database at an address. Its clock is off by so much.
func newServer(r *run, name, database string) (*server, error) {
	s := &server{name: name, binary: r.binary, folder: filepath.Join(r.folder, r.name()+"-"+name), counts: r.counts}
	port, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s.address = port.Addr().String()
	s.env = []string{
		"DATABASE_URL=" + database, "LISTEN=" + s.address, "RATE_LIMIT=0", "CHECK_EVERY=2s", "STOP_ON_INCONSISTENCY=true", "FAILPOINTS=" + s.folder,
		"ADMIN_EMAIL=admin@example.com", "ADMIN_PASSWORD=correct horse battery staple",
	}
	err = errors.Join(port.Close(), os.Mkdir(s.folder, 0o755))
	if err != nil {
		return nil, err
	}
	return s, s.setClock(r.clock)
}

// keepRunning starts it again and again until ctx ends, and then kills it.
func (s *server) keepRunning(ctx context.Context) {
	s.ended = make(chan struct{})
	go func() {
		runtime.LockOSThread() // servers die with this thread
		defer close(s.ended)
		for ctx.Err() == nil {
			begin := time.Now()
			_ = s.runOnce(ctx)
			if time.Since(begin) < time.Second {
				time.Sleep(50 * time.Millisecond)
			}
		}
	}()
}

func (s *server) runOnce(ctx context.Context) error {
	log, err := os.OpenFile(filepath.Join(s.folder, "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer log.Close()
	s.mu.Lock()
	s.cmd = exec.CommandContext(ctx, s.binary, "serve")
	s.cmd.Env = append(os.Environ(), s.env...)
	s.cmd.Stdout, s.cmd.Stderr = log, log
	dieWithParent(s.cmd)
	err = s.cmd.Start()
	s.mu.Unlock()
	if err != nil {
		return err
	}
	return s.cmd.Wait()
}

// signal sends the process one, if there is a process.
func (s *server) signal(what syscall.Signal) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.cmd == nil || s.cmd.Process == nil {
		return os.ErrProcessDone
	}
	return s.cmd.Process.Signal(what)
}

// ready waits until it answers, and says how long that took.
func (s *server) ready(ctx context.Context) (time.Duration, error) {
	begin := time.Now()
	client := http.Client{Timeout: time.Second, Transport: &http.Transport{DisableKeepAlives: true}}
	err := eventually(ctx, time.Minute, func() error {
		answer, err := client.Get("http://" + s.address + "/readyz")
		if err != nil {
			return err
		}
		answer.Body.Close()
		if answer.StatusCode != http.StatusOK {
			return fmt.Errorf("server %s is not ready: %s", s.name, answer.Status)
		}
		return nil
	})
	return time.Since(begin), err
}

// arm has the server fail at a point, soon, and tells whether that came to pass.
func (s *server) arm(point string) bool {
	file := filepath.Join(s.folder, point)
	if os.WriteFile(file, nil, 0o644) != nil {
		return false
	}
	for range 100 {
		time.Sleep(10 * time.Millisecond)
		if _, err := os.Stat(file); err != nil {
			return true
		}
	}
	return os.Remove(file) != nil
}

// setClock has the server's clock be off by so much.
func (s *server) setClock(off time.Duration) error {
	file := filepath.Join(s.folder, "clock")
	if err := os.WriteFile(file+".new", []byte(off.String()), 0o644); err != nil {
		return err
	}
	return os.Rename(file+".new", file)
}

// unexplained is what no fault of ours is a reason for: a panic, or an error of Postgres that is not about connections (08),
// room (53), being stopped (57) or files (58). A client who asks again would never know of a deadlock.
var unexplained = regexp.MustCompile(`panic: .*|SQLSTATE (0[^8]|5[^378]|[^05]).*`)

func (s *server) checkLog() error {
	content, err := os.ReadFile(filepath.Join(s.folder, "log"))
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(content)) {
		if unexplained.MatchString(line) {
			return fmt.Errorf("server %s: %s", s.name, strings.TrimSpace(line))
		}
	}
	return nil
}

// command runs one of the program's commands and returns what it printed.
func command(ctx context.Context, binary string, env []string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, binary, args...)
	cmd.Env = append(os.Environ(), env...)
	output, err := cmd.Output()
	var ended *exec.ExitError
	if errors.As(err, &ended) {
		err = fmt.Errorf("partnerledger %v: %w\n%s%s", args, err, output, ended.Stderr)
	}
	return string(output), err
}
