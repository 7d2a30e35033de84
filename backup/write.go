package backup

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"reflect"

	"github.com/jackc/pgx/v5"

	"partnerledger/postgres"
)

// Write writes all that the database at url holds at one moment into a new file. While it does, nobody migrates the
// database; all else goes on.
func Write(ctx context.Context, url, path string, log *slog.Logger) (contents *Contents, err error) {
	err = postgres.Exclusive(ctx, url, log, func(ctx context.Context, conn *pgx.Conn) error {
		contents, err = write(ctx, conn, path)
		return err
	})
	return contents, err
}

func write(ctx context.Context, conn *pgx.Conn, path string) (*Contents, error) {
	file, err := newPartialFile(path)
	if err != nil {
		return nil, err
	}
	defer file.discard()
	written, err := dump(ctx, conn, file)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(file.Sync(), file.Close()); err != nil {
		return nil, err
	}
	found, err := Verify(ctx, file.Name())
	if err != nil {
		return nil, fmt.Errorf("what was written doesn't read back: %w", err)
	}
	if !reflect.DeepEqual(written, found) {
		return nil, fmt.Errorf("what was written reads back as something else: %v, not %v", found, written)
	}
	return written, file.publish()
}
