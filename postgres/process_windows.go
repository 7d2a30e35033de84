package postgres

import (
	"context"
	"os"
	"os/exec"
	"strconv"
)

const needsPassword = true

func (b binaries) interrupt(process *os.Process) { b.signal("INT", process) }

func (b binaries) quit(process *os.Process) { b.signal("QUIT", process) }

// signal lets Postgres' own program do what Windows has no word for.
func (b binaries) signal(name string, process *os.Process) {
	exec.Command(b.program("pg_ctl"), "kill", name, strconv.Itoa(process.Pid)).Run()
}

// Windows ends all of Postgres with us, see tether; no lock outlives us.
func bequeath(*exec.Cmd, *os.File) {}

func (account) reach(context.Context, string) error { return nil }

func syncFolder(string) error { return nil }
