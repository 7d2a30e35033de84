//go:build unix

package postgres

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"syscall"
)

// needsPassword is true where Postgres can't be reached by a socket in a private folder.
const needsPassword = false

// interrupt has Postgres end in order: no more connections, a checkpoint, the end.
func (binaries) interrupt(process *os.Process) { process.Signal(syscall.SIGINT) }

// quit has it end at once; the next start recovers from the log.
func (binaries) quit(process *os.Process) { process.Signal(syscall.SIGQUIT) }

// bequeath gives a lock to a program and all that it starts, for as long as one of them lives.
func bequeath(cmd *exec.Cmd, lock *os.File) { cmd.ExtraFiles = append(cmd.ExtraFiles, lock) }

// reach finds out whether the account can come to a folder, which it can't inside a private one of somebody else.
func (a account) reach(ctx context.Context, dir string) error {
	err := a.command(ctx, dir, "/bin/sh", "-c", ":").Run()
	if errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("PostgreSQL runs as %s here, who can't reach %s: every folder above it, and it, must be passable "+
			"(chmod o+x); or choose another DATA_DIR", a.name, dir)
	}
	return err
}

// syncFolder makes a new name in the folder outlive a crash of the machine.
func syncFolder(dir string) error {
	folder, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer folder.Close()
	return folder.Sync()
}
