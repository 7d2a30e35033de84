package auth_test

import (
	"context"
	"testing"

	"partnerledger/auth"
	"partnerledger/models"
)

// TestAClosedPortalLetsNoPartnerIn: nor does it make tokens for one, and says why; all others go on.
func TestAClosedPortalLetsNoPartnerIn(t *testing.T) {
	h := newHouse(t)
	id := newPartner(t, h.Service, "RP1")
	h.invite(auth.UserInput{Email: "rp1@example.com", Name: "RP1", Role: models.RolePartner, PartnerID: &id})
	session, program := h.in("rp1@example.com", goodPassword), h.browser()
	_, program.bearer, _ = h.CreatePartnerToken(t.Context(), id, 900)
	h.PortalClosed = true
	for _, b := range []*browser{session, program} {
		if status := b.do(func(context.Context) { t.Error("a partner gets through") }); status != 503 {
			t.Errorf("a partner is answered %d", status)
		}
	}
	_, err := h.browser().signIn("rp1@example.com", goodPassword)
	refused(t, err, models.CodeInvalid, "signing in")
	_, _, err = h.CreatePartnerToken(t.Context(), id, 900)
	refused(t, err, models.CodeInvalid, "a token")
	_, _, err = h.ViewPortalAs(t.Context(), id)
	refused(t, err, models.CodeInvalid, "a look")
	if h.in(adminEmail, goodPassword).viewer() == nil {
		t.Error("nobody else gets in")
	}
}

func TestOnlyPartnersAreConfined(t *testing.T) {
	seven := int64(7)
	for _, c := range []struct {
		viewer   *models.Viewer
		id       int64
		confined bool
	}{
		{nil, 0, false},
		{&models.Viewer{Role: models.RoleAdmin}, 0, false},
		{&models.Viewer{Role: models.RolePartner, PartnerID: &seven}, 7, true},
		{&models.Viewer{Role: models.RolePartner}, 0, true},
		{&models.Viewer{Role: models.RoleReadOnly, PartnerID: &seven}, 7, true},
	} {
		if id, confined := auth.PartnerOf(auth.With(t.Context(), c.viewer)); id != c.id || confined != c.confined {
			t.Errorf("%+v: %d, %t", c.viewer, id, confined)
		}
	}
}
