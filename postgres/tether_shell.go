//go:build unix

package postgres

import (
	"context"
	"os"
	"strconv"
)

// shellTether ends a process when we are gone: a shell waits at a pipe that only we hold open. release says a word to it
// first, so that it ends nobody.
func shellTether(who account, process *os.Process) (release func(), err error) {
	read, write, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer read.Close()
	return holdTether(who, process, read, write)
}

func holdTether(who account, process *os.Process, read, write *os.File) (release func(), err error) {
	cmd := who.command(context.Background(), "/", "/bin/sh", "-c", `read word || kill -INT "$1"`, "sh", strconv.Itoa(process.Pid))
	cmd.Stdin = read
	if err := cmd.Start(); err != nil {
		write.Close()
		return nil, err
	}
	return func() {
		write.WriteString("ended\n")
		write.Close()
		cmd.Wait()
	}, nil
}
