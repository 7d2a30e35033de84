package postgres

import (
	"context"
	"log/slog"
	"time"

	"gorm.io/driver/postgres"
	"gorm.io/gorm"
)

// Open connects GORM to the Postgres at url, 15 or newer. No statement runs in a transaction unless the caller opens one;
// errors are translated to GORM's (gorm.ErrDuplicatedKey); log gets failed and slow statements, never their values.
func Open(ctx context.Context, url string, log *slog.Logger) (*gorm.DB, error) {
	pool, err := connect(ctx, url, poolSize())
	if err != nil {
		return nil, err
	}
	db, err := gorm.Open(postgres.New(postgres.Config{Conn: pool}), &gorm.Config{
		SkipDefaultTransaction: true,
		TranslateError:         true,
		DisableAutomaticPing:   true,
		Logger:                 statementLogger{log: log},
		NowFunc:                func() time.Time { return time.Now().UTC() },
	})
	if err != nil {
		pool.Close()
		return nil, err
	}
	return db, nil
}
