package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

// The start of the server on its own Postgres, until it says that it is ready, beside the start of that Postgres alone.
func startJob(ctx context.Context, b *bench) (rows []row, err error) {
	address := b.address(serverRole, original)
	if err := b.dropCopy(ctx); err != nil {
		return nil, err
	}
	programs, err := b.postgresPrograms(ctx)
	if err != nil {
		return nil, err
	}
	if err := b.embedded.Stop(ctx); err != nil {
		return nil, err
	}
	b.embedded = nil
	defer func() {
		var again error
		b.embedded, again = b.start(ctx, false)
		err = errors.Join(err, again)
	}()
	var memory float64
	found, err := b.compare(ctx,
		func(ctx context.Context) ([]float64, error) {
			took, peak, err := b.startServer(ctx, programs)
			memory = max(memory, peak)
			return []float64{took}, err
		},
		func(ctx context.Context) ([]float64, error) {
			took, err := b.startPostgres(ctx, programs, address)
			return []float64{took}, err
		})
	if err != nil {
		return nil, err
	}
	r := found[0].row("start of the server, its own PostgreSQL with it", seconds, atMost(1.3))
	r.Memory = memory
	return []row{r}, nil
}

// postgresPrograms is the bin folder of the Postgres that runs.
func (b *bench) postgresPrograms(ctx context.Context) (string, error) {
	conn, err := b.connect(ctx, superuser, original)
	if err != nil {
		return "", err
	}
	defer conn.Close(ctx)
	var folder string
	err = conn.QueryRow(ctx, "SELECT setting FROM pg_config() WHERE name = 'BINDIR'").Scan(&folder)
	return folder, err
}

// startServer returns how long the server takes until it is ready, and the most memory it had. It is stopped in order.
func (b *bench) startServer(ctx context.Context, programs string) (took, peak float64, err error) {
	begin := time.Now()
	p, err := b.serve(ctx, "DATABASE_URL=", "DATA_DIR="+b.folder(), "POSTGRES_BIN="+programs)
	if err != nil {
		return 0, 0, err
	}
	defer p.stop()
	response, err := http.Get(p.address + "/readyz")
	if err != nil {
		return 0, 0, err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err == nil && string(answer) != "ready\n" {
		err = fmt.Errorf("/readyz answers %q", answer)
	}
	return time.Since(begin).Seconds(), p.peak(), err
}

// startPostgres returns how long Postgres takes until it answers a question.
func (b *bench) startPostgres(ctx context.Context, programs, address string) (took float64, err error) {
	data, socket := filepath.Join(b.folder(), "postgres"), filepath.Join(b.folder(), "run")
	cmd := exec.Command(filepath.Join(programs, "postgres"), "-D", data, "-c", "listen_addresses=", "-c", "unix_socket_directories="+socket)
	cmd.Dir, cmd.Env = data, []string{"LC_ALL=C", "TZ=UTC"}
	cmd.SysProcAttr = ownerOf(data)
	begin := time.Now()
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	defer func() {
		_ = cmd.Process.Signal(syscall.SIGINT)
		err = errors.Join(err, cmd.Wait())
	}()
	for {
		conn, err := pgconn.Connect(ctx, address)
		if err == nil {
			err = conn.Exec(ctx, "SELECT 1").Close()
			took = time.Since(begin).Seconds()
			return took, errors.Join(err, conn.Close(ctx))
		}
		if time.Since(begin) > time.Minute {
			return 0, err
		}
		time.Sleep(time.Millisecond)
	}
}
