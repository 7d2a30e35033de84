package auth_test

import (
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/alexedwards/argon2id"

	"partnerledger/auth"
	"partnerledger/models"
	"partnerledger/postgres/pgtest"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

var now = time.Date(2011, 12, 5, 9, 30, 0, 0, time.UTC)

func newService(t *testing.T) *auth.Service {
	t.Helper()
	return &auth.Service{
		Business: &models.Business{Name: "Test & Co.", Zone: time.UTC, Now: func() time.Time { return now }},
		DB:       pgtest.New(t),
		Hashing:  &argon2id.Params{Memory: 64, Iterations: 1, Parallelism: 1, SaltLength: 16, KeyLength: 32},
	}
}

// programRoles are the roles that a program may have.
var programRoles = []models.Role{models.RoleAdmin, models.RoleFinance, models.RoleReadOnly}

// token makes a token of a role.
func token(t *testing.T, s *auth.Service, role models.Role) string {
	t.Helper()
	_, token, err := s.CreateToken(t.Context(), role, "the "+string(role), nil)
	if err != nil {
		t.Fatal(err)
	}
	return token
}

// tokenOf makes a token of any role; for PARTNER with a partner of its own.
func tokenOf(t *testing.T, s *auth.Service, role models.Role) string {
	t.Helper()
	if role != models.RolePartner {
		return token(t, s, role)
	}
	_, token, err := s.CreatePartnerToken(t.Context(), newPartner(t, s, "RP1"), 900)
	if err != nil {
		t.Fatal(err)
	}
	return token
}

// newPartner records a partner and returns its id.
func newPartner(t *testing.T, s *auth.Service, code string) int64 {
	t.Helper()
	p := &models.Partner{Code: code, Name: "Partner " + code, Status: models.PartnerActive, CurrencyCode: "GBP", CreatedAt: now}
	if err := s.DB.Create(p).Error; err != nil {
		t.Fatal(err)
	}
	return p.ID
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
