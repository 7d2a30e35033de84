package postgres

import (
	"context"
	"log/slog"

	"github.com/jackc/pgx/v5"
)

// Exclusive runs work on a connection of its own to the database at url, while no other process migrates it or is in
// Exclusive.
func Exclusive(ctx context.Context, url string, log *slog.Logger, work func(context.Context, *pgx.Conn) error) error {
	pool, err := connect(ctx, url, 1)
	if err != nil {
		return err
	}
	defer pool.Close()
	return withMigrationLock(ctx, pool, log, func(ctx context.Context) error {
		config, err := parse(url)
		if err != nil {
			return err
		}
		conn, err := pgx.ConnectConfig(ctx, config)
		if err != nil {
			return err
		}
		defer conn.Close(context.WithoutCancel(ctx))
		return work(ctx, conn)
	})
}
