//go:build cluster

package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// machines are a primary, its replica and a PgBouncer, of Debian's packages, each in a folder that its socket is in, too.
type machines struct {
	t       *testing.T
	dir     string
	account *syscall.Credential // PostgreSQL refuses root
	running map[string]*exec.Cmd
}

func newMachines(t *testing.T) *machines {
	dir, err := os.MkdirTemp("/tmp", "partnerledger-cluster-")
	must(t, err)
	m := &machines{t: t, dir: dir, running: map[string]*exec.Cmd{}}
	t.Cleanup(func() {
		for name := range m.running {
			m.stop(name, syscall.SIGQUIT)
		}
		os.RemoveAll(dir)
	})
	if os.Geteuid() == 0 {
		m.becomePostgres()
	}
	for _, name := range []string{"primary", "replica", "bouncer"} {
		must(t, os.Mkdir(m.path(name), 0o755))
		if m.account != nil {
			must(t, os.Chown(m.path(name), int(m.account.Uid), int(m.account.Gid)))
		}
	}
	m.run("initdb", "-D", m.path("primary/data"), "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync")
	m.startPostgres("primary")
	m.sql("primary", "CREATE ROLE owner LOGIN CREATEROLE")
	m.sql("primary", "ALTER SCHEMA public OWNER TO owner")
	m.run("pg_basebackup", "-h", m.path("primary"), "-U", "postgres", "-D", m.path("replica/data"), "-R", "--checkpoint=fast", "--no-sync")
	m.startPostgres("replica")
	m.startBouncer()
	return m
}

func (m *machines) becomePostgres() {
	account, err := user.Lookup("postgres")
	must(m.t, err)
	uid, err := strconv.Atoi(account.Uid)
	must(m.t, err)
	gid, err := strconv.Atoi(account.Gid)
	must(m.t, err)
	m.account = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	must(m.t, os.Chown(m.dir, uid, gid))
}

func (m *machines) path(name string) string { return filepath.Join(m.dir, name) }

// url is how a role reaches the database on one of them.
func (m *machines) url(name, role string) string {
	return fmt.Sprintf("postgres://%s@/postgres?host=%s&port=5432", role, m.path(name))
}

// command is a program of Debian's packages.
func (m *machines) command(name string, args ...string) *exec.Cmd {
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + name)
	slices.Sort(found)
	found = append([]string{"/usr/sbin/" + name}, found...)
	cmd := exec.Command(found[len(found)-1], args...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: m.account, Pdeathsig: syscall.SIGQUIT}
	cmd.Dir = m.dir
	return cmd
}

func (m *machines) run(name string, args ...string) {
	m.t.Helper()
	if out, err := m.command(name, args...).CombinedOutput(); err != nil {
		m.t.Fatalf("%s: %v\n%s", name, err, out)
	}
}

// start starts one of them, and waits until it answers.
func (m *machines) start(name string, cmd *exec.Cmd) {
	m.t.Helper()
	log, err := os.Create(m.path(name + ".log"))
	must(m.t, err)
	defer log.Close()
	cmd.Stdout, cmd.Stderr = log, log
	must(m.t, cmd.Start())
	m.running[name] = cmd
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		conn, err := pgx.Connect(m.t.Context(), m.url(name, "postgres"))
		if err == nil {
			conn.Close(m.t.Context())
			return
		}
		if time.Now().After(end) {
			said, _ := os.ReadFile(log.Name())
			m.t.Fatalf("%s doesn't start: %v\n%s", name, err, said)
		}
	}
}

func (m *machines) startPostgres(name string) {
	m.t.Helper()
	args := []string{"-D", m.path(name + "/data"), "-k", m.path(name), "-p", "5432", "-c", "listen_addresses=", "-c", "fsync=off"}
	if name == "replica" {
		args = append(args, "-c", "recovery_min_apply_delay=3s")
	}
	m.start(name, m.command("postgres", args...))
}

// startBouncer starts PgBouncer in transaction mode over few connections, as fewer than servers open.
func (m *machines) startBouncer() {
	m.t.Helper()
	dir := m.path("bouncer")
	config := fmt.Sprintf(`[databases]
* = host=%s port=5432
[pgbouncer]
unix_socket_dir = %s
listen_port = 5432
pool_mode = transaction
default_pool_size = 6
max_client_conn = 200
auth_type = trust
auth_file = %s/users
`, m.path("primary"), dir, dir)
	must(m.t, os.WriteFile(filepath.Join(dir, "config"), []byte(config), 0o644))
	must(m.t, os.WriteFile(filepath.Join(dir, "users"), []byte("\"server\" \"\"\n\"owner\" \"\"\n\"postgres\" \"\"\n"), 0o644))
	m.start("bouncer", m.command("pgbouncer", filepath.Join(dir, "config")))
}

// stop ends one of them, and waits for that.
func (m *machines) stop(name string, signal os.Signal) {
	cmd := m.running[name]
	delete(m.running, name)
	cmd.Process.Signal(signal)
	cmd.Wait()
}

// sql runs a statement as the superuser.
func (m *machines) sql(name, statement string) {
	m.t.Helper()
	conn, err := pgx.Connect(m.t.Context(), m.url(name, "postgres"))
	must(m.t, err)
	defer conn.Close(context.Background())
	_, err = conn.Exec(m.t.Context(), statement)
	must(m.t, err)
}
