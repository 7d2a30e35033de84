package auth_test

import (
	"crypto/sha256"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"partnerledger/models"
)

var format = regexp.MustCompile(`^pl_[A-Za-z0-9_-]{43}[0-9A-Za-z]{6}$`)

func TestATokenIsKeptAsItsHashOnly(t *testing.T) {
	s := newService(t)
	made, other := token(t, s, models.RoleFinance), token(t, s, models.RoleFinance)
	if !format.MatchString(made) || made == other {
		t.Fatalf("%s, %s", made, other)
	}
	var kept []string
	if err := s.DB.Raw("SELECT CAST(t AS text) FROM tokens t ORDER BY id").Scan(&kept).Error; err != nil {
		t.Fatal(err)
	}
	if hash := fmt.Sprintf("%x", sha256.Sum256([]byte(made))); len(kept) != 2 || !strings.Contains(kept[0], hash) {
		t.Errorf("no %s in %q", hash, kept)
	}
	if all := strings.Join(kept, "\n"); strings.Contains(all, made) || strings.Contains(all, made[3:8]) {
		t.Errorf("the token is kept: %q", kept)
	}
}

func TestATokenIsRecorded(t *testing.T) {
	s := newService(t)
	for _, role := range programRoles {
		token(t, s, role)
		var kept models.Token
		if err := s.DB.Last(&kept).Error; err != nil {
			t.Fatal(err)
		}
		if kept.Role != role || kept.Name != "the "+string(role) || !kept.CreatedAt.Equal(now) {
			t.Errorf("kept %+v", kept)
		}
	}
}

func TestATokenThatCanNotBe(t *testing.T) {
	s := newService(t)
	for _, c := range []struct{ role, name, field string }{
		{"ROOT", "Ada", "role"},
		{"", "Ada", "role"},
		{"admin", "Ada", "role"},
		{"PARTNER", "Ada", "role"},
		{"ADMIN", "", "name"},
		{"ADMIN", " Ada", "name"},
		{"ADMIN", "Ada\x00", "name"},
		{"ADMIN", strings.Repeat("a", 2001), "name"},
	} {
		_, token, err := s.CreateToken(t.Context(), models.Role(c.role), c.name, nil)
		found, all := models.UserErrors(err)
		if token != "" || len(found) != 1 || !all || found[0].Field[0] != c.field {
			t.Errorf("%q, %q: %q, %v", c.role, c.name, token, err)
		}
	}
	var kept int64
	if err := s.DB.Model(&models.Token{}).Count(&kept).Error; err != nil || kept != 0 {
		t.Errorf("%d are kept, %v", kept, err)
	}
}

func TestNoTokenIsToldThatWasNotKept(t *testing.T) {
	s := newService(t)
	if pool, err := s.DB.DB(); err != nil || pool.Close() != nil {
		t.Fatal(err)
	}
	if made, token, err := s.CreateToken(t.Context(), models.RoleAdmin, "Ada", nil); made != nil || token != "" || err == nil {
		t.Errorf("%v, %q, %v", made, token, err)
	}
}
