package postgres

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"time"
)

// account is whose rights Postgres gets. Postgres refuses to run as root, so a program started by root gives it another
// account; otherwise it is our own.
type account struct {
	name     string
	uid, gid int
	other    bool // not the account of this process
}

// command prepares a program for the account. It starts in dir, so a folder that the account can't reach is found out
// here and not deep inside Postgres. It sees none of our environment's secrets, and none of libpq's PG… variables.
func (a account) command(ctx context.Context, dir, program string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir = dir
	cmd.Env = plainEnvironment()
	cmd.SysProcAttr = a.attributes()
	cmd.WaitDelay = 5 * time.Second // what it has started may keep its output open
	return cmd
}

// plainEnvironment is what a program needs to be found and to write temporary files, and nothing else.
func plainEnvironment() []string {
	env := []string{"LC_ALL=C", "TZ=UTC"}
	for _, name := range []string{"PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"} {
		if value, ok := os.LookupEnv(name); ok {
			env = append(env, name+"="+value)
		}
	}
	return env
}

// lastWords shortens what a program printed to the lines that say what went wrong.
func lastWords(output string) string {
	lines := strings.Split(strings.TrimSpace(output), "\n")
	if len(lines) > 12 {
		lines = lines[len(lines)-12:]
	}
	return strings.Join(lines, "\n")
}
