package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"

	"partnerledger/migrations"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/pressly/goose/v3"
)

// Migrate brings the tables of the database at url to what this program needs. Servers that start at once migrate once:
// the others wait. A database newer than the program is refused. Where nothing is to be done, any role that may read
// goose_db_version will do; otherwise it must be the owner of the tables.
func Migrate(ctx context.Context, url string, log *slog.Logger) error {
	return migrate(ctx, url, migrations.FS, log)
}

func migrate(ctx context.Context, url string, files fs.FS, log *slog.Logger) error {
	// One connection holds the lock, the other works.
	pool, err := connect(ctx, url, 2)
	if err != nil {
		return err
	}
	defer pool.Close()
	m, err := newMigrator(pool, files, log)
	if err != nil {
		return err
	}
	if done, err := m.done(ctx); done || err != nil {
		return err
	}
	return withMigrationLock(ctx, pool, log, m.run)
}

type migrator struct {
	pool   *sql.DB
	goose  *goose.Provider
	target int64
	log    *slog.Logger
}

func newMigrator(pool *sql.DB, files fs.FS, log *slog.Logger) (*migrator, error) {
	provider, err := goose.NewProvider(goose.DialectPostgres, pool, files,
		goose.WithDisableGlobalRegistry(true), goose.WithSlog(slog.New(slog.DiscardHandler)))
	if err != nil {
		return nil, fmt.Errorf("read migrations: %w", err)
	}
	sources := provider.ListSources()
	return &migrator{pool, provider, sources[len(sources)-1].Version, log}, nil
}

// done says whether the tables are what the program needs, without writing anything.
func (m *migrator) done(ctx context.Context) (bool, error) {
	current, err := schemaVersion(ctx, m.pool)
	if err != nil {
		return false, err
	}
	if current > m.target {
		return false, fmt.Errorf("the database is at schema version %d, this program knows versions up to %d: "+
			"a newer Partner Ledger has used it; run that one", current, m.target)
	}
	return current == m.target, nil
}

// run migrates; it is called by one process at a time. Another one may have done it while we waited.
func (m *migrator) run(ctx context.Context) error {
	if done, err := m.done(ctx); done || err != nil {
		return err
	}
	results, err := m.goose.Up(ctx)
	if denied, ok := errors.AsType[*pgconn.PgError](err); ok && denied.Code == "42501" {
		current, _ := schemaVersion(ctx, m.pool)
		return fmt.Errorf("the database is at schema version %d, this program needs version %d, and its role may not bring it there: "+
			"run the command migrate as the owner of the tables: %w", current, m.target, err)
	}
	if err != nil {
		return fmt.Errorf("migrate the database: %w", err)
	}
	m.log.InfoContext(ctx, "database migrated", "migrations", len(results), "version", m.target)
	return nil
}

// SchemaVersion is what Migrate brings a database to.
func SchemaVersion() int64 {
	files, _ := fs.Glob(migrations.FS, "*.sql") // the pattern is good
	version, _ := goose.NumericComponent(files[len(files)-1])
	return version
}

// schemaVersion is the last migration the database has seen; 0 where it is empty.
func schemaVersion(ctx context.Context, pool *sql.DB) (int64, error) {
	var exists bool
	if err := pool.QueryRowContext(ctx, "SELECT to_regclass('goose_db_version') IS NOT NULL").Scan(&exists); err != nil {
		return 0, fmt.Errorf("read the schema version: %w", err)
	}
	if !exists {
		return 0, nil
	}
	var version int64
	err := pool.QueryRowContext(ctx, "SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied").Scan(&version)
	if err != nil {
		return 0, fmt.Errorf("read the schema version: %w", err)
	}
	return version, nil
}
