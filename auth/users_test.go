package auth_test

import (
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"partnerledger/auth"
	"partnerledger/models"
)

func TestAnInvitationSetsTheFirstPassword(t *testing.T) {
	h := newHouse(t)
	partnerID := newPartner(t, h.Service, "RP1")
	user, path, err := h.InviteUser(t.Context(), auth.UserInput{Email: "bob@example.com", Name: "Bob", Role: models.RolePartner, PartnerID: &partnerID})
	if err != nil || !auth.WellFormed(secretOf(path), "pli_") {
		t.Fatal(path, err)
	}
	_, err = h.browser().signIn(user.Email, "")
	refused(t, err, models.CodeInvalid, "before")
	invited, err := h.Invitation(t.Context(), secretOf(path))
	if err != nil || invited.Email() != user.Email || invited.Name() != "Bob" || !invited.ExpiresAt.Equal(now.Add(7*24*time.Hour)) {
		t.Errorf("%+v, %v", invited, err)
	}
	b := h.browser()
	b.do(func(ctx context.Context) {
		_, err := h.AcceptInvitation(ctx, secretOf(path), "short")
		refused(t, err, models.CodeInvalid, "a short password")
	})
	b.do(func(ctx context.Context) {
		viewer, err := h.AcceptInvitation(ctx, secretOf(path), goodPassword)
		if err != nil || viewer.Role != models.RolePartner || *viewer.PartnerID != partnerID {
			t.Errorf("%+v, %v", viewer, err)
		}
	})
	if viewer := b.viewer(); viewer == nil || *viewer.Email != user.Email || *viewer.PartnerID != partnerID {
		t.Errorf("signed in is %+v", viewer)
	}
	h.in(user.Email, goodPassword)
	if got := h.events(models.ActionPasswordSet); len(got) != 1 || got[0] != "bob@example.com: bob@example.com" {
		t.Errorf("recorded is %v", got)
	}
}

// good tells whether an invitation's link still is.
func (h *house) good(path string) bool {
	h.t.Helper()
	invited, err := h.Invitation(h.t.Context(), secretOf(path))
	if err != nil {
		h.t.Fatal(err)
	}
	return invited != nil
}

func TestWhatEndsAnInvitation(t *testing.T) {
	for name, end := range map[string]func(h *house, user *models.User, path string){
		"time": func(h *house, _ *models.User, _ string) { h.clock = now.Add(7 * 24 * time.Hour) },
		"use": func(h *house, _ *models.User, path string) {
			h.browser().do(func(ctx context.Context) { _, _ = h.AcceptInvitation(ctx, secretOf(path), goodPassword) })
		},
		"a new one":    func(h *house, user *models.User, _ string) { _, _, _ = h.RenewInvitation(t.Context(), user.ID) },
		"deactivation": func(h *house, user *models.User, _ string) { _, _ = h.DeactivateUser(t.Context(), user.ID) },
		"another address": func(h *house, user *models.User, _ string) {
			_, _ = h.UpdateUser(t.Context(), user.ID, auth.UserInput{Email: "rob@example.com", Name: "Bob", Role: models.RoleFinance})
		},
	} {
		h := newHouse(t)
		user, path, err := h.InviteUser(t.Context(), auth.UserInput{Email: "bob@example.com", Name: "Bob", Role: models.RoleFinance})
		if err != nil || !h.good(path) {
			t.Fatal(err)
		}
		if end(h, user, path); h.good(path) {
			t.Errorf("%s doesn't end it", name)
		}
		h.browser().do(func(ctx context.Context) {
			_, err := h.AcceptInvitation(ctx, secretOf(path), goodPassword+"2")
			refused(t, err, models.CodeInvalid, name)
		})
	}
}

// TestAnotherNameEndsNoInvitation, nor does the same address in other letters.
func TestAnotherNameEndsNoInvitation(t *testing.T) {
	h := newHouse(t)
	user, path, err := h.InviteUser(t.Context(), auth.UserInput{Email: "bob@example.com", Name: "Bob", Role: models.RoleFinance})
	if err != nil {
		t.Fatal(err)
	}
	_, err = h.UpdateUser(t.Context(), user.ID, auth.UserInput{Email: "Bob@Example.com", Name: "Robert", Role: models.RoleFinance})
	if err != nil || !h.good(path) {
		t.Errorf("it has ended, %v", err)
	}
}

func TestAnInvitationIsAcceptedOnce(t *testing.T) {
	h := newHouse(t)
	_, path, err := h.InviteUser(t.Context(), auth.UserInput{Email: "bob@example.com", Name: "Bob", Role: models.RoleFinance})
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	accepted := 0
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			h.browser().do(func(ctx context.Context) {
				_, err := h.AcceptInvitation(ctx, secretOf(path), goodPassword)
				mu.Lock()
				defer mu.Unlock()
				if err == nil {
					accepted++
				} else if found, _ := models.UserErrors(err); len(found) != 1 {
					t.Error(err)
				}
			})
		})
	}
	all.Wait()
	if accepted != 1 {
		t.Errorf("accepted %d times", accepted)
	}
}

func TestUsersThatCanNotBe(t *testing.T) {
	h := newHouse(t)
	partnerID := newPartner(t, h.Service, "RP1")
	for name, c := range map[string]struct {
		in   auth.UserInput
		code models.ErrorCode
	}{
		"no address":         {auth.UserInput{Name: "B", Role: models.RoleAdmin}, models.CodeInvalid},
		"an odd address":     {auth.UserInput{Email: "a b@c", Name: "B", Role: models.RoleAdmin}, models.CodeInvalid},
		"a letter elsewhere": {auth.UserInput{Email: "\u212aen@example.com", Name: "B", Role: models.RoleAdmin}, models.CodeInvalid},
		"no name":            {auth.UserInput{Email: "b@example.com", Role: models.RoleAdmin}, models.CodeInvalid},
		"no role":            {auth.UserInput{Email: "b@example.com", Name: "B", Role: "ROOT"}, models.CodeInvalid},
		"no partner":         {auth.UserInput{Email: "b@example.com", Name: "B", Role: models.RolePartner}, models.CodeInvalid},
		"a partner":          {auth.UserInput{Email: "b@example.com", Name: "B", Role: models.RoleAdmin, PartnerID: &partnerID}, models.CodeInvalid},
		"an unknown partner": {auth.UserInput{Email: "b@example.com", Name: "B", Role: models.RolePartner, PartnerID: new(int64(99))}, models.CodeNotFound},
		"taken":              {auth.UserInput{Email: "ADA@example.com", Name: "B", Role: models.RoleAdmin}, models.CodeConflict},
	} {
		_, _, err := h.InviteUser(t.Context(), c.in)
		refused(t, err, c.code, name)
		if name != "taken" {
			_, err = h.UpdateUser(t.Context(), h.admin.ID, c.in)
			refused(t, err, c.code, name)
		}
	}
	_, err := h.DeactivateUser(t.Context(), 99)
	refused(t, err, models.CodeNotFound, "an unknown user")
}

func TestTheLastAdministratorStays(t *testing.T) {
	h := newHouse(t)
	demotion := auth.UserInput{Email: adminEmail, Name: "Ada", Role: models.RoleFinance}
	alone := func(what string) {
		t.Helper()
		_, err := h.DeactivateUser(t.Context(), h.admin.ID)
		refused(t, err, models.CodeInvalid, what)
		_, err = h.UpdateUser(t.Context(), h.admin.ID, demotion)
		refused(t, err, models.CodeInvalid, what)
	}
	alone("the only one")
	if _, _, err := h.InviteUser(t.Context(), auth.UserInput{Email: "c@example.com", Name: "C", Role: models.RoleAdmin}); err != nil {
		t.Fatal(err)
	}
	alone("the other has not accepted")
	bob := h.invite(auth.UserInput{Email: "bob@example.com", Name: "Bob", Role: models.RoleAdmin})
	if _, err := h.DeactivateUser(t.Context(), bob.ID); err != nil {
		t.Fatal(err)
	}
	alone("the other is deactivated")
	if _, err := h.ReactivateUser(t.Context(), bob.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := h.UpdateUser(t.Context(), h.admin.ID, demotion); err != nil {
		t.Error(err)
	}
}

// TestAnAdministratorOfAnotherProviderDoesNotCount: nor does one where there is no provider at all.
func TestAnAdministratorOfAnotherProviderDoesNotCount(t *testing.T) {
	h := newHouse(t)
	bob, _, err := h.InviteUser(t.Context(), auth.UserInput{Email: "bob@example.com", Name: "Bob", Role: models.RoleAdmin})
	if err != nil {
		t.Fatal(err)
	}
	const issuer = "https://id.example.com"
	for _, c := range []struct {
		issuer, subject string
		counts          bool
	}{
		{"", issuer + " bob", false},
		{"https://other.example.com", issuer + " bob", false},
		{issuer, issuer + ".org bob", false},
		{issuer, issuer + " bob", true},
	} {
		if err := h.DB.Model(bob).Update("oidc_subject", c.subject).Error; err != nil {
			t.Fatal(err)
		}
		if h.OIDC = nil; c.issuer != "" {
			h.OIDC = &auth.OIDC{Issuer: c.issuer}
		}
		_, err := h.DeactivateUser(t.Context(), h.admin.ID)
		if !c.counts {
			refused(t, err, models.CodeInvalid, c.subject+" at "+c.issuer)
		} else if err != nil {
			t.Error(err)
		}
	}
}

// TestTheLastAdministratorKeepsTheAddress without a password: whether the provider has another one nobody knows.
func TestTheLastAdministratorKeepsTheAddress(t *testing.T) {
	h := newHouse(t)
	h.OIDC = &auth.OIDC{Issuer: "https://id.example.com"}
	linked := map[string]any{"password_hash": nil, "oidc_subject": "https://id.example.com ada"}
	if err := h.DB.Model(h.admin).Updates(linked).Error; err != nil {
		t.Fatal(err)
	}
	in := auth.UserInput{Email: "lovelace@example.com", Name: "Ada", Role: models.RoleAdmin}
	_, err := h.UpdateUser(t.Context(), h.admin.ID, in)
	refused(t, err, models.CodeInvalid, "the only one")
	h.invite(auth.UserInput{Email: "bob@example.com", Name: "Bob", Role: models.RoleAdmin})
	if _, err := h.UpdateUser(t.Context(), h.admin.ID, in); err != nil {
		t.Error(err)
	}
}

// TestAdministratorsWhoRemoveEachOtherAtOnce leave one.
func TestAdministratorsWhoRemoveEachOtherAtOnce(t *testing.T) {
	h := newHouse(t)
	bob := h.invite(auth.UserInput{Email: "bob@example.com", Name: "Bob", Role: models.RoleAdmin})
	for round := range 10 {
		var both sync.WaitGroup
		both.Go(func() { _, _ = h.DeactivateUser(t.Context(), bob.ID) })
		both.Go(func() {
			_, _ = h.UpdateUser(t.Context(), h.admin.ID, auth.UserInput{Email: adminEmail, Name: "Ada", Role: models.RoleFinance})
		})
		both.Wait()
		var left int64
		if err := h.DB.Model(&models.User{}).Where("role = 'ADMIN' AND deactivated_at IS NULL").Count(&left).Error; err != nil || left != 1 {
			t.Fatalf("round %d: %d are left, %v", round, left, err)
		}
		if _, err := h.UpdateUser(t.Context(), h.admin.ID, auth.UserInput{Email: adminEmail, Name: "Ada", Role: models.RoleAdmin}); err != nil {
			t.Fatal(err)
		}
		if _, err := h.ReactivateUser(t.Context(), bob.ID); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWhoIsDeactivatedDoesNotGetIn(t *testing.T) {
	h := newHouse(t)
	bob := h.invite(auth.UserInput{Email: "bob@example.com", Name: "Bob", Role: models.RoleFinance})
	for range 2 { // the second time changes nothing
		if user, err := h.DeactivateUser(t.Context(), bob.ID); err != nil || !user.DeactivatedAt.Equal(now) {
			t.Fatal(user, err)
		}
	}
	_, err := h.browser().signIn(bob.Email, goodPassword)
	refused(t, err, models.CodeInvalid, "signing in")
	_, _, err = h.RenewInvitation(t.Context(), bob.ID)
	refused(t, err, models.CodeInvalid, "an invitation")
	for range 2 {
		if user, err := h.ReactivateUser(t.Context(), bob.ID); err != nil || user.DeactivatedAt != nil {
			t.Fatal(user, err)
		}
	}
	h.in(bob.Email, goodPassword)
	if off, on := h.events(models.ActionUserDeactivated), h.events(models.ActionUserReactivated); len(off) != 1 || len(on) != 1 {
		t.Errorf("recorded are %v, %v", off, on)
	}
}

func TestTheListOfUsers(t *testing.T) {
	h := newHouse(t)
	for email, name := range map[string]string{"zoe@example.com": "Zoë", "bob@example.com": "bob", "100%_sure@example.com": "100%"} {
		if _, _, err := h.InviteUser(t.Context(), auth.UserInput{Email: email, Name: name, Role: models.RoleFinance}); err != nil {
			t.Fatal(err)
		}
	}
	var found []string
	page := models.Page{First: 1}
	for {
		users, err := h.Users(t.Context(), auth.UserQuery{Page: page, Count: true})
		if err != nil || users.Count != 4 {
			t.Fatal(users, err)
		}
		found = append(found, users.Nodes[0].Name)
		if !users.HasNextPage {
			break
		}
		page.After = &users.Cursors[0]
	}
	if want := []string{"100%", "Administrator", "bob", "Zoë"}; !slices.Equal(found, want) {
		t.Errorf("in order they are %v, want %v", found, want)
	}
	for name, c := range map[string]struct {
		query auth.UserQuery
		want  int
	}{
		"part of an address": {auth.UserQuery{Search: new("ADA@")}, 1},
		"part of a name":     {auth.UserQuery{Search: new("zo")}, 1},
		"no wildcard":        {auth.UserQuery{Search: new("%")}, 1},
		"a role":             {auth.UserQuery{Role: new(models.RoleAdmin)}, 1},
		"active":             {auth.UserQuery{Active: new(true)}, 4},
		"not active":         {auth.UserQuery{Active: new(false)}, 0},
	} {
		c.query.Page = models.Page{First: 10}
		if users, err := h.Users(t.Context(), c.query); err != nil || len(users.Nodes) != c.want {
			t.Errorf("%s: %d, want %d, %v", name, len(users.Nodes), c.want, err)
		}
	}
}

func TestTheFirstAdministrator(t *testing.T) {
	s := newService(t)
	for _, c := range []struct{ email, password, field string }{{"nobody", "", "ADMIN_EMAIL"}, {"", "password1234", "ADMIN_PASSWORD"}} {
		_, err := s.First(t.Context(), c.email, c.password)
		if found, _ := models.UserErrors(err); len(found) != 1 || found[0].Field[0] != c.field {
			t.Errorf("%s: %v", c.field, err)
		}
	}
	made, err := s.First(t.Context(), "", "")
	if err != nil || made.Email != "admin@localhost" || len(made.Password) < 26 {
		t.Fatal(made, err)
	}
	h := &house{Service: s, t: t, clock: now}
	if viewer, err := h.browser().signIn(made.Email, made.Password); err != nil || viewer.Role != models.RoleAdmin {
		t.Error(viewer, err)
	}
	if again, err := s.First(t.Context(), "other@example.com", goodPassword); again != nil || err != nil {
		t.Error(again, err)
	}
}

func TestServersThatStartAtOnceMakeOneAdministrator(t *testing.T) {
	s := newService(t)
	var mu sync.Mutex
	var made []*auth.FirstAdministrator
	var servers sync.WaitGroup
	for range 8 {
		servers.Go(func() {
			first, err := s.First(t.Context(), "", "")
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				t.Error(err)
			}
			if first != nil {
				made = append(made, first)
			}
		})
	}
	servers.Wait()
	if len(made) != 1 {
		t.Fatalf("%d were made", len(made))
	}
	h := &house{Service: s, t: t, clock: now}
	h.in(made[0].Email, made[0].Password)
}
