package backup

import (
	"context"

	"github.com/jackc/pgx/v5"
)

// MakeTables makes the tables of an older version.
func MakeTables(conn *pgx.Conn, version int64) error {
	sql, err := schema(version)
	if err != nil {
		return err
	}
	_, err = conn.PgConn().Exec(context.Background(), sql).ReadAll()
	return err
}
