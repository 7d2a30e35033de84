package auth_test

import (
	"log/slog"
	"strings"
	"testing"
	"time"

	"partnerledger/auth"
	"partnerledger/models"
	"partnerledger/postgres/pgtest"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

var now = time.Date(2011, 12, 5, 9, 30, 0, 0, time.UTC)

func newService(t *testing.T) *auth.Service {
	t.Helper()
	return &auth.Service{DB: pgtest.New(t), Now: func() time.Time { return now }}
}

// token makes a token of a role.
func token(t *testing.T, s *auth.Service, role models.Role) string {
	t.Helper()
	token, err := s.CreateToken(t.Context(), role, "the "+string(role))
	if err != nil {
		t.Fatal(err)
	}
	return token
}

// captureLog returns what is logged until the test ends. Tests that use it don't run in parallel.
func captureLog(t *testing.T) *strings.Builder {
	t.Helper()
	var text strings.Builder
	old := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&text, nil)))
	t.Cleanup(func() { slog.SetDefault(old) })
	return &text
}
