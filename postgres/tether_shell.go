//go:build unix

package postgres

import (
	"context"
	"os"
	"strconv"
)

// holdTether starts the shell that waits at the pipe: it ends the process unless it hears a word before the pipe ends.
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
