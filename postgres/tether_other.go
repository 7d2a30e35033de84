//go:build unix && !linux

package postgres

import (
	"os"
	"os/exec"
)

func endWithParent(*exec.Cmd) {}

// tether ends Postgres in order when we are gone, however that happened.
func tether(who account, process *os.Process) (release func(), err error) {
	return shellTether(who, process)
}
