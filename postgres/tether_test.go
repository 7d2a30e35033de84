//go:build unix

package postgres

import (
	"os"
	"os/exec"
	"testing"
	"time"
)

// tethered starts a program that ends when the pipe is closed before release.
func tethered(t *testing.T) (ended <-chan error, pipe *os.File, release func()) {
	t.Helper()
	program := exec.Command("sleep", "60")
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { program.Process.Kill() })
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	release, err = holdTether(us(), program.Process, read, write)
	if err != nil {
		t.Fatal(err)
	}
	end := make(chan error, 1)
	go func() { end <- program.Wait() }()
	return end, write, release
}

func TestShellTetherReleased(t *testing.T) {
	ended, _, release := tethered(t)
	release()
	select {
	case <-ended:
		t.Error("released, and ended all the same")
	case <-time.After(200 * time.Millisecond):
	}
}

func TestShellTetherBroken(t *testing.T) {
	ended, pipe, _ := tethered(t)
	pipe.Close() // as the kernel does when we are killed
	select {
	case <-ended:
	case <-time.After(10 * time.Second):
		t.Error("it outlives us")
	}
}
