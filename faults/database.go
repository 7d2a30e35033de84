//go:build unix

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"partnerledger/postgres"
	"partnerledger/postgres/pgtest"

	"github.com/jackc/pgx/v5"
)

// database is the one Postgres that all servers share: the embedded one, which we run and which is started again by that
// code when it is killed. It listens on a socket; the proxies, which know TCP only, reach it by a port.
type database struct {
	embedded *postgres.Embedded
	folder   string
	port     net.Listener
}

// template is the database that a run's is a copy of.
const template = "partnerledger"

func startDatabase(ctx context.Context, folder, binary string) (_ *database, err error) {
	d := &database{folder: folder}
	if d.port, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		return nil, err
	}
	d.embedded, err = postgres.StartEmbedded(ctx, postgres.EmbeddedConfig{
		DataDir: folder, Bin: os.Getenv("POSTGRES_BIN"), Binaries: pgtest.Programs(),
	})
	if err != nil {
		return nil, err
	}
	go d.forward()
	if _, err := command(ctx, binary, []string{"DATABASE_URL=" + d.url("partnerledger_owner", template)}, "migrate"); err != nil {
		return nil, errors.Join(err, d.embedded.Stop(ctx))
	}
	return d, d.prepare(ctx)
}

// prepare has the database note what each batch and each export saw, and which transaction recorded an entry, in columns
// that the product knows nothing of; and has it keep its log small.
func (d *database) prepare(ctx context.Context) error {
	err := d.exec(ctx, template,
		"ALTER TABLE ledger_entries ADD COLUMN recorded_by xid8 NOT NULL DEFAULT pg_current_xact_id()",
		"ALTER TABLE payments ADD COLUMN seen pg_snapshot NOT NULL DEFAULT pg_current_snapshot()",
		"ALTER TABLE ledger_export_rows ADD COLUMN seen pg_snapshot NOT NULL DEFAULT pg_current_snapshot()")
	if err != nil {
		return err
	}
	return d.exec(ctx, "postgres", "ALTER SYSTEM SET max_wal_size = '64MB'", "ALTER SYSTEM SET min_wal_size = '32MB'", "SELECT pg_reload_conf()")
}

// create makes the database of a run.
func (d *database) create(ctx context.Context, name string) error {
	return d.exec(ctx, "postgres", "CREATE DATABASE "+name+" TEMPLATE "+template+" OWNER partnerledger_owner")
}

func (d *database) drop(ctx context.Context, name string) error {
	return d.exec(ctx, "postgres", "DROP DATABASE "+name+" WITH (FORCE)")
}

// exec runs statements as the superuser.
func (d *database) exec(ctx context.Context, name string, statements ...string) error {
	conn, err := pgx.Connect(ctx, d.url("postgres", name))
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	for _, statement := range statements {
		if _, err := conn.Exec(ctx, statement); err != nil {
			return fmt.Errorf("%s: %w", statement, err)
		}
	}
	return nil
}

// url is the address of a database for us, whom no fault hinders but those of Postgres itself.
func (d *database) url(role, name string) string {
	u, _ := url.Parse(d.embedded.OwnerURL()) // our own text can't fail
	u.User, u.Path = url.User(role), "/"+name
	return u.String()
}

// forward connects the port with the socket.
func (d *database) forward() {
	u, _ := url.Parse(d.embedded.OwnerURL())
	socket := filepath.Join(u.Query().Get("host"), ".s.PGSQL."+u.Query().Get("port"))
	for {
		from, err := d.port.Accept()
		if err != nil {
			return
		}
		go func() {
			defer from.Close()
			to, err := net.Dial("unix", socket)
			if err != nil {
				return
			}
			defer to.Close()
			go func() {
				_, _ = io.Copy(from, to)
				from.Close()
			}()
			_, _ = io.Copy(to, from)
		}()
	}
}

// kill ends every process of Postgres as kill -9 does.
func (d *database) kill() error {
	content, err := os.ReadFile(filepath.Join(d.folder, "postgres", "postmaster.pid"))
	if err != nil {
		return err
	}
	postmaster, err := strconv.Atoi(strings.SplitN(string(content), "\n", 2)[0])
	if err != nil {
		return err
	}
	err = syscall.Kill(postmaster, syscall.SIGSTOP) // so that it starts no more
	for _, pid := range append(children(postmaster), postmaster) {
		_ = syscall.Kill(pid, syscall.SIGKILL) // it may have ended meanwhile
	}
	return err
}

// ready waits until it answers.
func (d *database) ready(ctx context.Context, name string) error {
	return eventually(ctx, time.Minute, func() error { return d.exec(ctx, name, "SELECT 1") })
}

func (d *database) stop() {
	d.port.Close()
	now, cancel := context.WithCancel(context.Background()) // nobody needs this data
	cancel()
	_ = d.embedded.Stop(now)
}

// children are the processes that a process has started, as far as /proc tells.
func children(parent int) (found []int) {
	files, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, file := range files {
		content, _ := os.ReadFile(file)
		// The name, in parentheses, may have spaces.
		fields := strings.Fields(string(content[max(0, strings.LastIndex(string(content), ")")):]))
		if len(fields) > 2 && fields[2] == strconv.Itoa(parent) {
			pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(file)))
			found = append(found, pid)
		}
	}
	return found
}

// eventually tries until it works.
func eventually(ctx context.Context, patience time.Duration, try func() error) error {
	var err error
	for end := time.Now().Add(patience); time.Now().Before(end) && ctx.Err() == nil; time.Sleep(20 * time.Millisecond) {
		if err = try(); err == nil {
			return nil
		}
	}
	return errors.Join(err, ctx.Err())
}
