package auth_test

import (
	"crypto/sha256"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"partnerledger/auth"
	"partnerledger/models"
)

var format = regexp.MustCompile(`^pl_[A-Za-z0-9_-]{43}$`)

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
	if all := strings.Join(kept, "\n"); strings.Contains(all, made) || strings.Contains(all, made[3:20]) {
		t.Errorf("the token is kept: %q", kept)
	}
}

func TestATokenIsRecorded(t *testing.T) {
	s := newService(t)
	for _, role := range models.Roles {
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
		{"ADMIN", "", "name"},
		{"ADMIN", " Ada", "name"},
		{"ADMIN", "Ada\x00", "name"},
		{"ADMIN", strings.Repeat("a", 2001), "name"},
	} {
		token, err := s.CreateToken(t.Context(), models.Role(c.role), c.name)
		found, all := models.UserErrors(err)
		if token != "" || len(found) != 1 || !all || found[0].Field[0] != c.field {
			t.Errorf("%q, %q: %q, %v", c.role, c.name, token, err)
		}
	}
	if has, err := s.HasTokens(t.Context()); has || err != nil {
		t.Errorf("%v, %v", has, err)
	}
}

func TestHasTokens(t *testing.T) {
	s := newService(t)
	if has, err := s.HasTokens(t.Context()); has || err != nil {
		t.Errorf("before: %v, %v", has, err)
	}
	token(t, s, models.RolePartner)
	if has, err := s.HasTokens(t.Context()); !has || err != nil {
		t.Errorf("after: %v, %v", has, err)
	}
}

func TestServersThatStartAtOnceMakeOneToken(t *testing.T) {
	s := newService(t)
	s.Now = func() time.Time { // asked between the look and the insert
		time.Sleep(200 * time.Millisecond)
		return now
	}
	var made atomic.Int32
	var servers sync.WaitGroup
	for range 8 {
		servers.Go(func() { firstToken(t, s, &made) })
	}
	servers.Wait()
	var kept []models.Token
	if err := s.DB.Find(&kept).Error; err != nil {
		t.Fatal(err)
	}
	if made.Load() != 1 || len(kept) != 1 || kept[0].Role != models.RoleAdmin {
		t.Errorf("%d were made, kept are %+v", made.Load(), kept)
	}
}

func firstToken(t *testing.T, s *auth.Service, count *atomic.Int32) {
	token, made, err := s.FirstToken(t.Context())
	if err != nil || made != format.MatchString(token) || (!made && token != "") {
		t.Errorf("%q, %v, %v", token, made, err)
	}
	if made {
		count.Add(1)
	}
}

func TestAFirstTokenIsNotMadeWhereAnyIs(t *testing.T) {
	s := newService(t)
	token(t, s, models.RoleReadOnly)
	if first, made, err := s.FirstToken(t.Context()); first != "" || made || err != nil {
		t.Errorf("%q, %v, %v", first, made, err)
	}
}

func TestNoTokenIsToldThatWasNotKept(t *testing.T) {
	s := newService(t)
	if pool, err := s.DB.DB(); err != nil || pool.Close() != nil {
		t.Fatal(err)
	}
	if token, err := s.CreateToken(t.Context(), models.RoleAdmin, "Ada"); token != "" || err == nil {
		t.Errorf("%q, %v", token, err)
	}
	if token, made, err := s.FirstToken(t.Context()); token != "" || made || err == nil {
		t.Errorf("%q, %v, %v", token, made, err)
	}
}
