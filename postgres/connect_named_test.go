//go:build unix

package postgres_test

import (
	"database/sql"
	"log/slog"
	"testing"

	"partnerledger/models"
	"partnerledger/postgres"
	"partnerledger/postgres/pgtest"
)

// TestStatementsAreNamedWhereNothingStandsBetween: the embedded Postgres remembers them, but for those that are planned anew;
// another one, before which PgBouncer may stand, only where its address says so.
func TestStatementsAreNamedWhereNothingStandsBetween(t *testing.T) {
	server, owner := pgtest.NewURLs(t)
	for address, named := range map[string]int{server: 1, owner: 0} {
		db, err := postgres.Open(t.Context(), address, slog.Default())
		if err != nil {
			t.Fatal(err)
		}
		defer pool(t, db).Close()
		conn, err := pool(t, db).Conn(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		asks(t, conn, "SELECT $1::int + 1 AS named", false)
		asks(t, conn, "SELECT $1::int + 2 AS named", true)
		var found int
		err = conn.QueryRowContext(t.Context(), "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%AS named'").Scan(&found)
		if err != nil || found != named {
			t.Errorf("%s: %d named statements (%v), not %d", address, found, err, named)
		}
	}
}

func asks(t *testing.T, conn *sql.Conn, question string, anew bool) {
	t.Helper()
	ctx := t.Context()
	if anew {
		ctx = models.PlannedAnew(ctx)
	}
	var answer int
	if err := conn.QueryRowContext(ctx, question, 1).Scan(&answer); err != nil || answer < 2 {
		t.Fatal(answer, err)
	}
}
