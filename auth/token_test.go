package auth_test

import (
	"context"
	"crypto/sha256"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"partnerledger/auth"
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

// TestTheFormatOfTokens is what scanners for leaked secrets are told: the last six digits are the CRC-32 of the others,
// in base 62.
func TestTheFormatOfTokens(t *testing.T) {
	const known = "pl_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
	if got := auth.Checksum(known); got != "3Cb71K" {
		t.Errorf("the checksum is %s", got)
	}
	good := known + auth.Checksum(known)
	if !auth.WellFormed(good, "pl_") || auth.WellFormed(good, "plp_") {
		t.Errorf("%s is no token", good)
	}
	for i := range len(good) { // a letter is wrong, or missing, or twice
		for _, wrong := range []string{good[:i] + "z" + good[i+1:], good[:i] + good[i+1:], good[:i] + good[i:i+1] + good[i:]} {
			if auth.WellFormed(wrong, "pl_", "plp_") {
				t.Errorf("%s is taken for one", wrong)
			}
		}
	}
}

// FuzzWellFormed: whatever is asked is answered, and only what has a right checksum is a token.
func FuzzWellFormed(f *testing.F) {
	f.Add("pl_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA3Cb71K")
	f.Add("plp_")
	f.Add("_")
	f.Fuzz(func(t *testing.T, token string) {
		if auth.WellFormed(token, "pl_") && token[46:] != auth.Checksum(token[:46]) {
			t.Errorf("%q is taken for a token", token)
		}
	})
}

func TestATokenEnds(t *testing.T) {
	h := newHouse(t)
	end := now.Add(time.Hour)
	made, secret, err := h.CreateToken(t.Context(), models.RoleFinance, "nightly", &end)
	if err != nil || made.Hint != secret[:7] || !made.ExpiresAt.Equal(end) {
		t.Fatal(made, err)
	}
	b := &browser{h: h, bearer: secret}
	if viewer := b.viewer(); viewer == nil || viewer.Name != "nightly" || !viewer.ExpiresAt.Equal(end) || *viewer.TokenID != made.ID {
		t.Errorf("%+v", viewer)
	}
	if h.clock = end; b.viewer() != nil {
		t.Error("it lasts")
	}
	_, _, err = h.CreateToken(t.Context(), models.RoleFinance, "nightly", &end)
	refused(t, err, models.CodeInvalid, "an end that is over")
}

func TestARevokedTokenEnds(t *testing.T) {
	h := newHouse(t)
	made, secret, err := h.CreateToken(t.Context(), models.RoleFinance, "nightly", nil)
	if err != nil {
		t.Fatal(err)
	}
	b, portal, other := &browser{h: h, bearer: secret}, &browser{h: h}, &browser{h: h, bearer: token(t, h.Service, models.RoleFinance)}
	b.do(func(ctx context.Context) {
		_, portal.bearer, err = h.CreatePartnerToken(ctx, newPartner(t, h.Service, "RP1"), 900)
	})
	if err != nil || b.viewer() == nil || portal.viewer() == nil {
		t.Fatal(err)
	}
	for range 2 { // the second time changes nothing
		if revoked, err := h.RevokeToken(t.Context(), made.ID); err != nil || !revoked.RevokedAt.Equal(now) {
			t.Fatal(revoked, err)
		}
	}
	if b.viewer() != nil || portal.viewer() != nil || other.viewer() == nil {
		t.Error("the wrong tokens have ended")
	}
	if got := h.events(models.ActionTokenRevoked); len(got) != 1 {
		t.Errorf("recorded is %v", got)
	}
	_, err = h.RevokeToken(t.Context(), 99)
	refused(t, err, models.CodeNotFound, "an unknown token")
}

// TestTheLastUseOfATokenIsKept to within a minute: not every request writes.
func TestTheLastUseOfATokenIsKept(t *testing.T) {
	h := newHouse(t)
	b := &browser{h: h, bearer: token(t, h.Service, models.RoleAdmin)}
	used := func() time.Time {
		b.viewer()
		tokens, err := h.Tokens(t.Context(), models.Page{First: 1}, true)
		if err != nil || tokens.Count != 1 || tokens.Nodes[0].LastUsedAt == nil {
			t.Fatal(tokens, err)
		}
		return *tokens.Nodes[0].LastUsedAt
	}
	if !used().Equal(now) {
		t.Error("the first use is not kept")
	}
	if h.clock = now.Add(59 * time.Second); !used().Equal(now) {
		t.Error("a use within a minute is written")
	}
	if h.clock = now.Add(time.Minute); !used().Equal(h.clock) {
		t.Error("a later use is not")
	}
}

func TestAPartnersTokenOpensThatPartners(t *testing.T) {
	h := newHouse(t)
	partnerID := newPartner(t, h.Service, "RP1")
	for _, seconds := range []int{-1, 0, 59, 86_401} {
		_, _, err := h.CreatePartnerToken(t.Context(), partnerID, seconds)
		refused(t, err, models.CodeInvalid, "so long a time")
	}
	_, _, err := h.CreatePartnerToken(t.Context(), 99, 60)
	refused(t, err, models.CodeNotFound, "an unknown partner")
	_, secret, err := h.CreatePartnerToken(t.Context(), partnerID, 60)
	if err != nil || !auth.WellFormed(secret, "plp_") {
		t.Fatal(secret, err)
	}
	b := &browser{h: h, bearer: secret}
	if viewer := b.viewer(); viewer == nil || viewer.Role != models.RolePartner || *viewer.PartnerID != partnerID || viewer.ViewedBy != nil {
		t.Errorf("%+v", viewer)
	}
	if h.clock = now.Add(time.Minute); b.viewer() != nil {
		t.Error("it lasts")
	}
}

// TestThePortalIsLookedAtForAnHour, as whoever looks, who can give it up.
func TestThePortalIsLookedAtForAnHour(t *testing.T) {
	h := newHouse(t)
	partnerID := newPartner(t, h.Service, "RP1")
	b, view, long := h.in(adminEmail, goodPassword), &browser{h: h}, &browser{h: h}
	b.do(func(ctx context.Context) {
		made, secret, err := h.ViewPortalAs(ctx, partnerID)
		if err != nil || !made.ExpiresAt.Equal(now.Add(time.Hour)) {
			t.Fatal(made, err)
		}
		view.bearer = secret
		_, long.bearer, _ = h.ViewPortalAs(ctx, partnerID)
	})
	if v := view.viewer(); v == nil || v.Role != models.RolePartner || *v.PartnerID != partnerID || *v.ViewedBy != "Administrator" || v.Name != "Partner RP1" {
		t.Errorf("%+v", v)
	}
	if got := h.events(models.ActionPortalViewed); len(got) != 2 || got[0] != adminEmail+": Partner RP1" {
		t.Errorf("recorded is %v", got)
	}
	view.do(func(ctx context.Context) {
		if err := h.SignOut(ctx); err != nil {
			t.Error(err)
		}
	})
	if view.viewer() != nil || b.viewer() == nil || long.viewer() == nil {
		t.Error("the wrong one was given up")
	}
	if h.clock = now.Add(time.Hour); long.viewer() != nil {
		t.Error("it lasts")
	}
}

// TestTheListOfTokensHasTheNewestFirst, and none of the tokens themselves.
func TestTheListOfTokensHasTheNewestFirst(t *testing.T) {
	h := newHouse(t)
	for _, role := range programRoles {
		token(t, h.Service, role)
	}
	var found []models.Role
	page := models.Page{First: 1}
	for {
		tokens, err := h.Tokens(t.Context(), page, false)
		if err != nil || tokens.Count != 0 {
			t.Fatal(tokens, err)
		}
		found = append(found, tokens.Nodes[0].Role)
		if !tokens.HasNextPage {
			break
		}
		page.After = &tokens.Cursors[0]
	}
	if want := []models.Role{models.RoleReadOnly, models.RoleFinance, models.RoleAdmin}; !slices.Equal(found, want) {
		t.Errorf("found are %v, want %v", found, want)
	}
}
