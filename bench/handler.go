package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"strconv"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// The bare handler answers a few questions with the bytes that the server answers: net/http, pgx, a statement or two, and
// strings put together. It knows no GraphQL, asks nobody who they are, and runs in a process of its own as the server does.

type handlerCommand struct {
	Database string `env:"DATABASE_URL" required:""`
}

// Run serves until it is told to stop.
func (h handlerCommand) Run(ctx context.Context) error {
	config, err := pgxpool.ParseConfig(h.Database)
	if err != nil {
		return err
	}
	config.MinConns, config.MaxConns = clients, clients
	config.ConnConfig.RuntimeParams["timezone"] = "UTC"
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return err
	}
	defer pool.Close()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Printf("http://%s\n", listener.Addr())
	s := &http.Server{Handler: bareHandler(pool)}
	context.AfterFunc(ctx, func() { s.Close() })
	if err := s.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func bareHandler(pool *pgxpool.Pool) http.Handler {
	mux := http.NewServeMux()
	for path, answer := range map[string]bareAnswer{"/page": namePage, "/search": searchPage, "/ledger": ledgerPage} {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			body, err := answer(r.Context(), pool, r.URL.Query())
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			w.Header().Set("Content-Type", "application/json; charset=utf-8")
			_, _ = w.Write(body) // an error is a client that has gone
		})
	}
	return mux
}

// bareAnswer makes the body of an answer.
type bareAnswer func(ctx context.Context, pool *pgxpool.Pool, q url.Values) ([]byte, error)

// texts runs a statement whose columns are all text and calls each for every row.
func texts(ctx context.Context, pool *pgxpool.Pool, each func(cells [][]byte), statement string, args ...any) error {
	rows, err := pool.Query(ctx, statement, append([]any{pgx.QueryResultFormats{pgx.TextFormatCode}}, args...)...)
	if err != nil {
		return err
	}
	for rows.Next() {
		each(rows.RawValues())
	}
	return rows.Err()
}

// object appends an object of JSON whose values are texts of a row; those of numbers and enums need no escaping, and names
// here have nothing to escape.
func object(body []byte, names []string, cells [][]byte) []byte {
	for i, name := range names {
		before := byte(',')
		if i == 0 {
			before = '{'
		}
		body = append(append(append(body, before, '"'), name...), '"', ':', '"')
		body = append(append(body, cells[i]...), '"')
	}
	return append(body, '}')
}

// handler starts the bare handler on a database.
func (b *bench) handler(ctx context.Context, database string) (*server, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(self, "handler")
	cmd.Env = append(os.Environ(), "DATABASE_URL="+b.address(serverRole, database))
	p, err := startProcess(ctx, cmd)
	if err != nil {
		return nil, err
	}
	return &server{p, newClient(p.address, "")}, nil
}

// get asks the bare handler.
func (c *client) get(ctx context.Context, path string, q url.Values) ([]byte, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, c.address+path+"?"+q.Encode(), nil)
	if err != nil {
		return nil, err
	}
	return c.send(r)
}

func number(q url.Values, name string) int64 {
	n, _ := strconv.ParseInt(q.Get(name), 10, 64)
	return n
}
