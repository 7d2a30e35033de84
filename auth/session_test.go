package auth_test

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strings"
	"testing"
	"time"

	"partnerledger/auth"
	"partnerledger/models"
)

func TestASessionIsItsCookie(t *testing.T) {
	h := newHouse(t)
	b := h.browser()
	viewer, err := b.signIn("ADA@example.com", goodPassword) // in any case
	if err != nil || viewer.Role != models.RoleAdmin || *viewer.Email != adminEmail || viewer.TokenID != nil {
		t.Fatalf("%+v, %v", viewer, err)
	}
	if c := b.last; !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Domain != "" || c.Secure || c.Name != "partnerledger" {
		t.Errorf("the cookie is %+v", c)
	}
	if got := b.viewer(); got == nil || *got.UserID != h.admin.ID || b.last != nil {
		t.Errorf("%+v, %v", got, b.last)
	}
	for _, other := range []string{b.cookie + "x", b.cookie[1:], strings.ToLower(b.cookie), "", hashOf(b.cookie)} {
		if got := (&browser{h: h, cookie: other}).viewer(); got != nil {
			t.Errorf("%s is taken for %+v", other, got)
		}
	}
}

func TestTheCookieOfASecureServer(t *testing.T) {
	h := newHouse(t)
	h.Service = &auth.Service{Business: h.Business, DB: h.DB, Hashing: h.Hashing, Secure: true}
	b := h.in(adminEmail, goodPassword)
	if c := b.last; c.Name != "__Host-partnerledger" || !c.Secure || c.Path != "/" || c.Domain != "" {
		t.Errorf("the cookie is %+v", c)
	}
}

// hashOf is what the table has of a cookie.
func hashOf(cookie string) string {
	sum := sha256.Sum256([]byte(cookie))
	return base64.RawURLEncoding.EncodeToString(sum[:])
}

func (h *house) sessions() (hashes []string) {
	h.t.Helper()
	if err := h.DB.Model(&models.Session{}).Order("hash").Pluck("hash", &hashes).Error; err != nil {
		h.t.Fatal(err)
	}
	return hashes
}

func TestASessionIsHashedAtRest(t *testing.T) {
	h := newHouse(t)
	b := h.in(adminEmail, goodPassword)
	if kept := h.sessions(); len(kept) != 1 || kept[0] != hashOf(b.cookie) {
		t.Errorf("kept are %v", kept)
	}
}

// TestSigningInRotatesTheSession: what an attacker made a browser have before is worth nothing after.
func TestSigningInRotatesTheSession(t *testing.T) {
	h := newHouse(t)
	b := h.browser()
	b.cookie = "planted"
	if _, err := b.signIn(adminEmail, goodPassword); err != nil || b.cookie == "planted" {
		t.Fatal(b.cookie, err)
	}
	before := b.cookie
	if _, err := b.signIn(adminEmail, goodPassword); err != nil || b.cookie == before {
		t.Fatal(b.cookie, err)
	}
	if got := (&browser{h: h, cookie: before}).viewer(); got != nil || b.viewer() == nil || len(h.sessions()) != 1 {
		t.Errorf("the one before is %+v, there are %v", got, h.sessions())
	}
}

func TestASessionEndsWhenItIsIdle(t *testing.T) {
	h := newHouse(t)
	b := h.in(adminEmail, goodPassword)
	for range 3 {
		h.clock = h.clock.Add(12*time.Hour - time.Second)
		if b.viewer() == nil {
			t.Fatal("it has ended while in use")
		}
	}
	h.clock = h.clock.Add(12 * time.Hour)
	if b.viewer() != nil || b.last == nil || b.last.MaxAge >= 0 {
		t.Errorf("it still stands; the cookie is told %v", b.last)
	}
}

func TestASessionEndsHoweverMuchItIsUsed(t *testing.T) {
	h := newHouse(t)
	b := h.in(adminEmail, goodPassword)
	for range 7*24 - 1 {
		h.clock = h.clock.Add(time.Hour)
		if b.viewer() == nil {
			t.Fatalf("it has ended at %s", h.clock)
		}
	}
	h.clock = h.clock.Add(time.Hour)
	if b.viewer() != nil {
		t.Error("it lasts")
	}
}

// TestAUseIsNotAWrite: the end moves only where that is worth it.
func TestAUseIsNotAWrite(t *testing.T) {
	h := newHouse(t)
	b := h.in(adminEmail, goodPassword)
	idleUntil := func() time.Time {
		var session models.Session
		if err := h.DB.Take(&session).Error; err != nil {
			t.Fatal(err)
		}
		return session.IdleUntil
	}
	before := idleUntil()
	h.clock = h.clock.Add(time.Minute)
	if b.viewer(); !idleUntil().Equal(before) {
		t.Error("a minute is written")
	}
	h.clock = h.clock.Add(time.Second)
	if b.viewer(); !idleUntil().Equal(before.Add(61 * time.Second)) {
		t.Error("more than a minute isn't")
	}
}

func TestSigningOutEndsTheSession(t *testing.T) {
	h := newHouse(t)
	b, other := h.in(adminEmail, goodPassword), h.in(adminEmail, goodPassword)
	cookie := b.cookie
	b.do(func(ctx context.Context) {
		if err := h.SignOut(ctx); err != nil {
			t.Error(err)
		}
	})
	if b.last == nil || b.last.MaxAge >= 0 || b.last.Value != "" {
		t.Errorf("the cookie is told %v", b.last)
	}
	if (&browser{h: h, cookie: cookie}).viewer() != nil || other.viewer() == nil {
		t.Error("the wrong session has ended")
	}
	if got := h.events(models.ActionSignedOut); len(got) != 1 || got[0] != adminEmail+": "+adminEmail {
		t.Errorf("recorded is %v", got)
	}
}

// TestWhatEndsEverySession of somebody, at once.
func TestWhatEndsEverySession(t *testing.T) {
	partner := func(h *house) *int64 { return new(newPartner(h.t, h.Service, "RP9")) }
	for name, end := range map[string]func(h *house, u *models.User) error{
		"deactivation": func(h *house, u *models.User) error { _, err := h.DeactivateUser(h.t.Context(), u.ID); return err },
		"another role": func(h *house, u *models.User) error {
			_, err := h.UpdateUser(h.t.Context(), u.ID, auth.UserInput{Email: u.Email, Name: u.Name, Role: models.RoleReadOnly})
			return err
		},
		"another partner": func(h *house, u *models.User) error {
			_, err := h.UpdateUser(h.t.Context(), u.ID, auth.UserInput{Email: u.Email, Name: u.Name, Role: models.RolePartner, PartnerID: partner(h)})
			return err
		},
		"an invitation that was accepted": func(h *house, u *models.User) error {
			_, path, err := h.RenewInvitation(h.t.Context(), u.ID)
			h.browser().do(func(ctx context.Context) { _, err = h.AcceptInvitation(ctx, secretOf(path), goodPassword+"2") })
			return err
		},
	} {
		h := newHouse(t)
		u := h.invite(auth.UserInput{Email: "bob@example.com", Name: "Bob", Role: models.RoleFinance})
		one, two := h.in(u.Email, goodPassword), h.in(u.Email, goodPassword)
		view := &browser{h: h}
		one.do(func(ctx context.Context) { _, view.bearer, _ = h.ViewPortalAs(ctx, newPartner(t, h.Service, "RP1")) })
		if one.viewer() == nil || two.viewer() == nil || view.viewer() == nil {
			t.Fatalf("%s: nobody is signed in", name)
		}
		if err := end(h, u); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if one.viewer() != nil || two.viewer() != nil || view.viewer() != nil {
			t.Errorf("%s: somebody is still signed in", name)
		}
		if one.last != nil && one.last.MaxAge >= 0 {
			t.Errorf("%s: the cookie is told %v", name, one.last)
		}
	}
}

func TestAChangedNameEndsNoSession(t *testing.T) {
	h := newHouse(t)
	b := h.in(adminEmail, goodPassword)
	_, err := h.UpdateUser(t.Context(), h.admin.ID, auth.UserInput{Email: "lovelace@example.com", Name: "Lovelace", Role: models.RoleAdmin})
	if viewer := b.viewer(); err != nil || viewer == nil || viewer.Name != "Lovelace" {
		t.Errorf("%+v, %v", viewer, err)
	}
}

// TestAnotherPasswordEndsOtherSessions, and this one goes on under another cookie.
func TestAnotherPasswordEndsOtherSessions(t *testing.T) {
	h := newHouse(t)
	b, other := h.in(adminEmail, goodPassword), h.in(adminEmail, goodPassword)
	before := b.cookie
	b.do(func(ctx context.Context) {
		refused(t, h.ChangePassword(ctx, "wrong", goodPassword+"2"), models.CodeInvalid, "a wrong password")
	})
	if other.viewer() == nil {
		t.Error("what was refused ends a session")
	}
	b.do(func(ctx context.Context) {
		if err := h.ChangePassword(ctx, goodPassword, goodPassword+"2"); err != nil {
			t.Error(err)
		}
	})
	if b.viewer() == nil || other.viewer() != nil || (&browser{h: h, cookie: before}).viewer() != nil {
		t.Error("the wrong sessions have ended")
	}
	_, err := h.browser().signIn(adminEmail, goodPassword)
	refused(t, err, models.CodeInvalid, "the password before")
	h.in(adminEmail, goodPassword+"2")
	if got := h.events(models.ActionPasswordSet); len(got) != 1 {
		t.Errorf("recorded is %v", got)
	}
}

func TestATokenHasNoPasswordAndNoSession(t *testing.T) {
	h := newHouse(t)
	b := h.browser()
	b.bearer = token(t, h.Service, models.RoleAdmin)
	b.do(func(ctx context.Context) {
		refused(t, h.ChangePassword(ctx, goodPassword, goodPassword+"2"), models.CodeInvalid, "a password")
		refused(t, h.SignOut(ctx), models.CodeInvalid, "a session")
	})
	if b.viewer() == nil {
		t.Error("the token has ended")
	}
}

// TestATokenWinsOverACookie, and one that is no good is refused whatever the cookie.
func TestATokenWinsOverACookie(t *testing.T) {
	h := newHouse(t)
	b := h.in(adminEmail, goodPassword)
	b.bearer = token(t, h.Service, models.RoleReadOnly)
	if viewer := b.viewer(); viewer == nil || viewer.Role != models.RoleReadOnly || viewer.UserID != nil {
		t.Errorf("%+v", viewer)
	}
	b.bearer += "x"
	if status := b.do(func(context.Context) { t.Error("it passes") }); status != 401 {
		t.Errorf("status %d", status)
	}
}

func TestNobodyPassesAsNobody(t *testing.T) {
	h := newHouse(t)
	b := h.browser()
	called := false
	status := b.do(func(ctx context.Context) { called = auth.ViewerOf(ctx) == nil })
	if status != 200 || !called || b.last != nil {
		t.Errorf("status %d, %v", status, b.last)
	}
}

func TestWhatHasEndedIsDeleted(t *testing.T) {
	h := newHouse(t)
	h.in(adminEmail, goodPassword)
	_, _ = h.browser().signIn("nobody@example.com", "wrong")
	if _, _, err := h.RenewInvitation(t.Context(), h.admin.ID); err != nil {
		t.Fatal(err)
	}
	tokenOf(t, h.Service, models.RolePartner)
	count := func() (n int) {
		if err := h.DB.Raw(`SELECT (SELECT count(*) FROM sessions) + (SELECT count(*) FROM sign_in_attempts)
			+ (SELECT count(*) FROM invitations) + (SELECT count(*) FROM tokens)`).Scan(&n).Error; err != nil {
			t.Fatal(err)
		}
		return n
	}
	for _, c := range []struct {
		after time.Duration
		want  int
	}{{0, 5}, {8 * 24 * time.Hour, 0}} {
		h.clock = now.Add(c.after)
		if err := h.Clean(t.Context()); err != nil || count() != c.want {
			t.Errorf("after %s there are %d, want %d, %v", c.after, count(), c.want, err)
		}
	}
}
