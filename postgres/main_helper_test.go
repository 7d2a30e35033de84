//go:build unix

package postgres_test

import (
	"bufio"
	"bytes"
	"io"
	"os"
	"os/exec"
	"syscall"
	"testing"

	"partnerledger/postgres/pgtest"
)

// helper is this test program, started again as a server or a command.
type helper struct {
	t     *testing.T
	cmd   *exec.Cmd
	input io.WriteCloser
	said  *bufio.Scanner
	log   bytes.Buffer
}

// startHelper starts one; adjust may change how.
func startHelper(t *testing.T, mode, dir string, adjust func(*exec.Cmd)) *helper {
	t.Helper()
	h := &helper{t: t, cmd: exec.Command(os.Args[0])}
	h.cmd.Env = append(os.Environ(), helperMode+"="+mode, "DATA_DIR="+dir, "BINARIES="+pgtest.Programs())
	h.cmd.Stderr = &h.log
	if adjust != nil {
		adjust(h.cmd)
	}
	var err error
	if h.input, err = h.cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	output, err := h.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	h.said = bufio.NewScanner(output)
	if err := h.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(h.stop)
	return h
}

// line is the next one that it says.
func (h *helper) line() string {
	h.said.Scan()
	return h.said.Text()
}

func (h *helper) waitReady() {
	h.t.Helper()
	if line := h.line(); line != "ready" {
		h.stop()
		h.t.Fatalf("the helper says %q\n%s", line, h.log.String())
	}
}

func (h *helper) stop() {
	h.input.Close()
	h.cmd.Wait()
}

func (h *helper) kill() {
	h.cmd.Process.Signal(syscall.SIGKILL)
	h.cmd.Wait()
}
