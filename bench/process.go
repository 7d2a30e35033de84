package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"time"
)

// process is a program that serves HTTP.
type process struct {
	cmd     *exec.Cmd
	address string // http://127.0.0.1:12345
	ended   chan error
	words   *tail
}

// makeToken makes a token of an administrator by the server's own command.
func (p programs) makeToken(ctx context.Context, url string) (string, error) {
	cmd := exec.CommandContext(ctx, p.server, "token", "create", "--role", "ADMIN", "--name", "bench")
	cmd.Env = append(os.Environ(), "DATABASE_URL="+url)
	cmd.Stderr = os.Stderr
	token, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s token create: %w", p.server, err)
	}
	return strings.TrimSpace(string(token)), nil
}

// serve starts the server itself on a database, or, without an address, on the embedded one that env names.
func (p programs) serve(ctx context.Context, env ...string) (*process, error) {
	cmd := exec.Command(p.server, "serve")
	cmd.Env = append(os.Environ(), "LISTEN=127.0.0.1:0", "RATE_LIMIT=0", "CURRENCY=USD", "TIME_ZONE=UTC", "SAMPLE_DATA=",
		"TLS_CERT=", "TLS_KEY=", "OIDC_ISSUER=", "OIDC_CLIENT_ID=", "OIDC_CLIENT_SECRET=",
		"CHECK_EVERY=0") // the server's own checks run now and then, so beside one side only
	cmd.Env = append(cmd.Env, env...)
	return startProcess(ctx, cmd)
}

var addressLine = regexp.MustCompile(`http://\S+`)

// startProcess returns when the program has printed where it serves.
func startProcess(ctx context.Context, cmd *exec.Cmd) (*process, error) {
	p := &process{cmd: cmd, ended: make(chan error, 1), words: new(tail)}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	cmd.Stderr = p.words
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	found := make(chan string, 1)
	go func() {
		lines := bufio.NewReader(out)
		line, _ := lines.ReadString('\n')
		found <- addressLine.FindString(line)
		_, _ = io.Copy(io.Discard, lines)
		p.ended <- cmd.Wait()
	}()
	select {
	case p.address = <-found:
	case <-ctx.Done():
	}
	if p.address == "" {
		p.stop()
		return nil, fmt.Errorf("%s didn't start: %s", cmd.Path, p.words)
	}
	return p, nil
}

// stop ends the program in order.
func (p *process) stop() {
	_ = p.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case err := <-p.ended:
		p.ended <- err
	case <-time.After(time.Minute):
		_ = p.cmd.Process.Kill()
	}
}

// tail keeps the last words of a program.
type tail struct {
	mu   sync.Mutex
	text []byte
}

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.text = append(t.text, p...)
	t.text = t.text[max(0, len(t.text)-2000):]
	return len(p), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return strings.TrimSpace(string(t.text))
}
