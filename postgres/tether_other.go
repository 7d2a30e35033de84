//go:build unix && !linux

package postgres

import (
	"os"
	"os/exec"
)

func endWithParent(*exec.Cmd) {}

// tether ends Postgres in order when we are gone, however that happened: a shell waits at a pipe that only we hold open.
// release says a word to it first, so that it ends nobody.
func tether(who account, process *os.Process) (release func(), err error) {
	read, write, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer read.Close()
	return holdTether(who, process, read, write)
}
