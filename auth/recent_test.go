package auth_test

import (
	"context"
	"net/http"
	"testing"
	"time"

	"partnerledger/models"
)

// TestWhoMayBeLate: who can record nothing; a person whose browser has changed nothing for a while. A program that may record
// keeps no cookies, and is never late; nor is anybody where there are no replicas.
func TestWhoMayBeLate(t *testing.T) {
	h := newHouse(t)
	ada := h.in(adminEmail, goodPassword)
	programs := map[models.Role]*browser{}
	for _, role := range models.Roles {
		programs[role] = h.browser()
		programs[role].bearer = tokenOf(t, h.Service, role)
	}
	late := func(b *browser) (late bool) {
		b.do(func(ctx context.Context) { late = models.IsLate(h.Reads(ctx)) })
		return late
	}
	for role, program := range programs {
		if late(program) {
			t.Errorf("without replicas %s is late", role)
		}
	}
	h.Lateness = 10 * time.Second
	for role, program := range programs {
		if want := role == models.RoleReadOnly || role == models.RolePartner; late(program) != want {
			t.Errorf("a program of %s is late: %t", role, !want)
		}
	}
	if !late(ada) {
		t.Error("a person who has changed nothing isn't late")
	}
	ada.do(h.Changes)
	if late(ada) {
		t.Error("a person who has changed something is late")
	}
	if cookie := ada.recent; cookie == nil || cookie.Name != "partnerledger-recent" || cookie.MaxAge != 20 || !cookie.HttpOnly || cookie.SameSite != http.SameSiteLaxMode {
		t.Errorf("its cookie is %v", cookie)
	}
	ada.recent = nil // as the browser does when its time is over
	if !late(ada) {
		t.Error("a while after the change the person isn't late")
	}
	if late(h.browser()) {
		t.Error("nobody is late")
	}
}
