package postgres

import (
	"context"
	"database/sql"
	"fmt"
	"runtime"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgconn/ctxwatch"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/jackc/pgx/v5/stdlib"
)

// oldestVersion is the first release of Postgres that has all that our SQL uses (UNIQUE NULLS NOT DISTINCT, MERGE).
const oldestVersion = 15

// connect opens a pool, and checks that a new enough Postgres answers.
func connect(ctx context.Context, url string, size int) (*sql.DB, error) {
	config, err := parse(url)
	if err != nil {
		return nil, err
	}
	pool := newPool(config, size, new(confinement), newObserver())
	if err := checkVersion(ctx, pool); err != nil {
		pool.Close()
		return nil, err
	}
	return pool, nil
}

// newPool makes a pool of at most size connections, as many idle ones as open ones.
func newPool(config *pgx.ConnConfig, size int, confined *confinement, seen *observer) *sql.DB {
	config.Tracer = seen
	pool := sql.OpenDB(&confiner{stdlib.GetConnector(*config, stdlib.OptionAfterConnect(readTimesAsUTC)), confined, seen})
	pool.SetMaxOpenConns(size)
	pool.SetMaxIdleConns(size)
	pool.SetConnMaxLifetime(time.Hour)
	return pool
}

// parse reads the address of a database.
func parse(url string) (*pgx.ConnConfig, error) {
	config, err := pgx.ParseConfig(url)
	if err != nil {
		return nil, fmt.Errorf("database address: %w", err)
	}
	if !namesStatements(url) {
		config.DefaultQueryExecMode = unnamed
	}
	configure(config)
	return config, nil
}

// namesStatements tells whether an address says by pgx's parameter how statements are sent. PgBouncer may stand before any
// that says nothing, and only later ones than 1.20 know named statements in transaction mode.
func namesStatements(url string) bool {
	config, err := pgconn.ParseConfig(url)
	return err == nil && config.RuntimeParams[execMode] != ""
}

// execMode is that parameter. With a named statement PostgreSQL parses once a connection what it is asked often, and plans it
// once where its parameters don't matter.
const execMode = "default_query_exec_mode"

// unnamed sends a statement to be planned for its parameters.
const unnamed = pgx.QueryExecModeCacheDescribe

// configure makes a connection fit for PgBouncer in transaction mode: of all session state the time zone and the way days are
// written as text, which PgBouncer keeps track of.
func configure(config *pgx.ConnConfig) {
	config.BuildContextWatcherHandler = func(conn *pgconn.PgConn) ctxwatch.Handler { return &canceller{conn: conn} }
	// As PostgreSQL itself says them: where they read otherwise, PgBouncer sets them anew each time.
	config.RuntimeParams["timezone"], config.RuntimeParams["datestyle"] = "UTC", "ISO, MDY"
	if config.RuntimeParams["application_name"] == "" {
		config.RuntimeParams["application_name"] = "partnerledger"
	}
	if config.ConnectTimeout == 0 {
		config.ConnectTimeout = 10 * time.Second
	}
}

// readTimesAsUTC makes instants come back in UTC instead of the machine's time zone.
func readTimesAsUTC(_ context.Context, conn *pgx.Conn) error {
	conn.TypeMap().RegisterType(&pgtype.Type{
		Name: "timestamptz", OID: pgtype.TimestamptzOID,
		Codec: &pgtype.TimestamptzCodec{ScanLocation: time.UTC},
	})
	return nil
}

func checkVersion(ctx context.Context, pool *sql.DB) error {
	var version int
	var name string
	err := pool.QueryRowContext(ctx,
		"SELECT current_setting('server_version_num')::int, current_setting('server_version')").Scan(&version, &name)
	if err != nil {
		return fmt.Errorf("connect to Postgres: %w", err)
	}
	return refuseOld(version, name)
}

func refuseOld(version int, name string) error {
	if version < oldestVersion*10000 {
		return fmt.Errorf("this is Postgres %s; Partner Ledger needs Postgres %d or newer", name, oldestVersion)
	}
	return nil
}

// poolSize is the number of connections a server uses: enough to keep all cores of a database on the same machine busy.
func poolSize() int { return max(10, 4*runtime.NumCPU()) }
