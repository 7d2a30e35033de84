package main

import (
	"context"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"partnerledger/postgres"
)

// bench is the data that are measured with.
type bench struct {
	*data
	loadTime time.Duration
	pairs    int  // how many turns of each side a ratio is the median of
	copied   bool // there is a copy of the database for jobs that write
}

// open starts the Postgres of the spec's data.
func open(ctx context.Context, p programs, s spec) (*bench, error) {
	d, err := findData(ctx, p, s)
	if err != nil {
		return nil, err
	}
	b := &bench{data: d, pairs: 5}
	if d.embedded, err = d.start(ctx, false); err != nil {
		return nil, err
	}
	if err := postgres.Migrate(ctx, d.embedded.OwnerURL(), slog.New(slog.DiscardHandler)); err != nil {
		b.close()
		return nil, err
	}
	return b, nil
}

func (b *bench) folder() string { return b.folderOf() }

func (b *bench) close() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if b.embedded == nil {
		return
	}
	if err := b.dropCopy(ctx); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	_ = b.embedded.Stop(ctx)
}

// measure runs the jobs one after the other, and tells of each what was found. One that fails leaves a row that says so.
func (b *bench) measure(ctx context.Context, jobs []job, tell func(table, []row) error) error {
	t := table{
		Size: b.name, Seed: b.seed, Pairs: b.pairs, LastDay: b.lastDay.Format(time.DateOnly), LoadTime: b.loadTime.String(),
		CPUs: runtime.NumCPU(), Postgres: b.version(ctx),
	}
	for _, j := range jobs {
		begin := time.Now()
		rows, err := j.run(ctx, b)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			rows = append(rows, row{What: j.about, Error: err.Error()})
		}
		for i := range rows {
			rows[i].Job = j.name
			rows[i].judge()
		}
		t.Rows = append(t.Rows, rows...)
		t.Seconds += time.Since(begin).Seconds()
		if err := tell(t, rows); err != nil {
			return err
		}
	}
	return nil
}

// The databases of the Postgres that runs: the data as they were made, and a copy of them for the jobs that write.
const (
	original = "partnerledger"
	writable = "bench_writable"
)

// The roles that connect: the server's, the owner of the tables, and the one that makes databases.
const (
	serverRole = "partnerledger_server"
	ownerRole  = "partnerledger_owner"
	superuser  = "postgres"
)

// address returns where a role reaches a database.
func (b *bench) address(role, database string) string {
	u, err := url.Parse(b.embedded.OwnerURL())
	if err != nil {
		panic(err) // it is one that was made
	}
	u.Path = "/" + database
	if password, has := u.User.Password(); has {
		u.User = url.UserPassword(role, password)
	} else {
		u.User = url.User(role)
	}
	return u.String()
}

// serverAddress returns where the server reaches a database, as it reaches its own.
func (b *bench) serverAddress(database string) string {
	u, err := url.Parse(b.embedded.URL())
	if err != nil {
		panic(err)
	}
	u.Path = "/" + database
	return u.String()
}

func (b *bench) connect(ctx context.Context, role, database string) (*pgx.Conn, error) {
	return pgx.Connect(ctx, b.address(role, database))
}

// administer runs a statement that is about whole databases.
func (b *bench) administer(ctx context.Context, statement string) error {
	conn, err := b.connect(ctx, superuser, "postgres")
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	_, err = conn.Exec(ctx, statement)
	return err
}

// version is that of the Postgres that runs.
func (b *bench) version(ctx context.Context) string {
	conn, err := b.connect(ctx, serverRole, original)
	if err != nil {
		return err.Error()
	}
	defer conn.Close(ctx)
	return conn.PgConn().ParameterStatus("server_version")
}

// copy makes the database for jobs that write, once a run: the data themselves never change. No server may run.
func (b *bench) copy(ctx context.Context) error {
	if b.copied {
		return nil
	}
	if err := b.dropCopy(ctx); err != nil { // of a run that was broken off
		return err
	}
	b.copied = true
	if err := b.administer(ctx, "CREATE DATABASE "+writable+" TEMPLATE "+original+" STRATEGY FILE_COPY OWNER "+ownerRole); err != nil {
		return err
	}
	return b.administer(ctx, "ALTER DATABASE "+writable+" SET jit = off") // as the migrations set it: no copy has that
}

func (b *bench) dropCopy(ctx context.Context) error {
	b.copied = false
	return b.administer(ctx, "DROP DATABASE IF EXISTS "+writable+" WITH (FORCE)")
}

// chooseJobs finds jobs by their names.
func chooseJobs(names []string) ([]job, error) {
	if len(names) == 0 {
		return jobs, nil
	}
	var chosen []job
	for _, name := range names {
		i := slices.IndexFunc(jobs, func(j job) bool { return j.name == name })
		if i < 0 {
			return nil, fmt.Errorf("there is no job %s, only %s", name, jobNames())
		}
		chosen = append(chosen, jobs[i])
	}
	return chosen, nil
}

func jobNames() string {
	var names []string
	for _, j := range jobs {
		names = append(names, j.name)
	}
	return strings.Join(names, ", ")
}
