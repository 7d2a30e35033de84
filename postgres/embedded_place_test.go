//go:build unix

package postgres_test

import (
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"partnerledger/postgres"
	"partnerledger/postgres/pgtest"
)

// The path of a socket has hardly a hundred bytes.
func TestLongDataDir(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(folder(t), strings.Repeat("long-", 30))
	e := start(t, dir)
	ask[int](t, open(t, e.URL()), "SELECT 1")
	ask[int](t, open(t, join(t, dir).URL()), "SELECT 1")
	u, err := url.Parse(e.URL())
	if err != nil {
		t.Fatal(err)
	}
	socket := u.Query().Get("host")
	if info, err := os.Stat(socket); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the socket's folder: %v, %v", info, err)
	}
	stop(t, e)
	if _, err := os.Stat(socket); !os.IsNotExist(err) {
		t.Errorf("%s is left: %v", socket, err)
	}
}

func TestStrangeDataDir(t *testing.T) {
	t.Parallel()
	e := start(t, filepath.Join(folder(t), `it's "a, b" & 100%`))
	ask[int](t, open(t, e.URL()), "SELECT 1")
}

// Started by somebody without root's rights, Postgres has theirs.
func TestWithoutRootRights(t *testing.T) {
	t.Parallel()
	dir, programs := folder(t), folder(t)
	program := copyProgram(t, programs)
	const nobody = 65534
	plain := func(cmd *exec.Cmd) {
		cmd.Path = program
		if os.Getuid() == 0 {
			cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
			os.Chown(dir, nobody, nobody)
		}
	}
	server := startHelper(t, "serve", dir, plain)
	server.waitReady()
	command := startHelper(t, "command", dir, plain)
	command.waitReady()
	info, err := os.Stat(pidPath(dir))
	if err != nil {
		t.Fatal(err)
	}
	want := uint32(os.Getuid())
	if want == 0 {
		want = nobody
	}
	if uid := info.Sys().(*syscall.Stat_t).Uid; uid != want {
		t.Errorf("Postgres runs as %d, started by %d", uid, want)
	}
	command.stop()
	server.stop()
	start(t, dir) // root may go on with it
}

// copyProgram puts this test program where every account can run it.
func copyProgram(t *testing.T, dir string) string {
	t.Helper()
	from, err := os.Open(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	to, err := os.OpenFile(filepath.Join(dir, "program"), os.O_WRONLY|os.O_CREATE, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	defer to.Close()
	if _, err := io.Copy(to, from); err != nil {
		t.Fatal(err)
	}
	return to.Name()
}

func TestFolderOfSomebodyElse(t *testing.T) {
	t.Parallel()
	private := folder(t)
	if err := os.Chmod(private, 0o700); err != nil {
		t.Fatal(err)
	}
	e, err := postgres.StartEmbedded(t.Context(), config(filepath.Join(private, "data"), pgtest.Programs()))
	if os.Getuid() == 0 {
		mustFail(t, err, "can't reach", private)
		return
	}
	// Whoever isn't root runs Postgres themselves and can come to their own folder.
	if err != nil {
		t.Fatal(err)
	}
	stop(t, e)
}
