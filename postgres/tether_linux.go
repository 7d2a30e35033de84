package postgres

import (
	"os"
	"os/exec"
	"syscall"
)

// endWithParent has the kernel end Postgres in order when the thread that starts it is gone.
func endWithParent(cmd *exec.Cmd) { cmd.SysProcAttr.Pdeathsig = syscall.SIGINT }

func tether(account, *os.Process) (release func(), err error) { return func() {}, nil }
