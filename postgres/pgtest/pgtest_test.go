package pgtest_test

import (
	"strings"
	"testing"

	"partnerledger/postgres/pgtest"

	"gorm.io/gorm"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

func TestNew(t *testing.T) {
	one, other := pgtest.New(t), pgtest.New(t)
	const insert = "INSERT INTO partners (code, name, status, currency_code, created_at) VALUES ('P1', 'Ada', 'ACTIVE', 'USD', now())"
	if err := one.Exec(insert).Error; err != nil {
		t.Fatal(err)
	}
	if n := ask[int](t, one, "SELECT count(*) FROM partners"); n != 1 {
		t.Errorf("%d partners in the database that has one", n)
	}
	if n := ask[int](t, other, "SELECT count(*) FROM partners"); n != 0 {
		t.Errorf("%d partners in the other database", n)
	}
	if role := ask[string](t, one, "SELECT current_user"); role != "partnerledger_server" {
		t.Errorf("connected as %s", role)
	}
	if err := one.Exec("UPDATE ledger_entries SET amount = 0").Error; err == nil || !strings.Contains(err.Error(), "permission denied") {
		t.Errorf("changing ledger entries: %v", err)
	}
}

// Tests are only written where a database costs next to nothing.
func BenchmarkNewURLs(b *testing.B) {
	for b.Loop() {
		pgtest.NewURLs(b)
	}
}

func TestDatabasesAreDropped(t *testing.T) {
	db := pgtest.New(t)
	count := func() int { return ask[int](t, db, "SELECT count(*) FROM pg_database") }
	before := count()
	t.Run("another", func(t *testing.T) { pgtest.New(t) })
	if after := count(); after != before {
		t.Errorf("%d databases, %d before the test", after, before)
	}
}

func ask[T any](t *testing.T, db *gorm.DB, question string) (answer T) {
	t.Helper()
	if err := db.Raw(question).Scan(&answer).Error; err != nil {
		t.Fatal(err)
	}
	return answer
}
