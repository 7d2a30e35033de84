package auth_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"partnerledger/auth"
	"partnerledger/models"
)

// TestNothingSecretIsKeptOrLogged: after all that people and tokens do, no password, link, cookie or token stands in any
// table, nor in the log.
func TestNothingSecretIsKeptOrLogged(t *testing.T) {
	logged := captureLog(t)
	h := newHouse(t)
	secrets := []string{goodPassword, "another-kettle-88-sun", "wrong-guess-of-mine"}
	b := h.browser()
	_, _ = b.signIn(adminEmail, "wrong-guess-of-mine")
	_, _ = b.signIn("wrong-guess-of-mine", "wrong-guess-of-mine")
	b = h.in(adminEmail, goodPassword)
	secrets = append(secrets, b.cookie)
	b.do(func(ctx context.Context) {
		_, path, err := h.InviteUser(ctx, auth.UserInput{Email: "bob@example.com", Name: "Bob", Role: models.RoleAdmin})
		_, token, err2 := h.CreateToken(ctx, models.RoleFinance, "nightly", nil)
		_, view, err3 := h.ViewPortalAs(ctx, newPartner(t, h.Service, "RP1"))
		if err != nil || err2 != nil || err3 != nil {
			t.Fatal(err, err2, err3)
		}
		secrets = append(secrets, secretOf(path), token, view)
	})
	b.do(func(ctx context.Context) { _ = h.ChangePassword(ctx, goodPassword, "another-kettle-88-sun") })
	secrets = append(secrets, b.cookie)
	for _, token := range secrets[4:7] {
		(&browser{h: h, bearer: token}).viewer()
		(&browser{h: h, bearer: token + "x"}).viewer()
	}
	if len(secrets) != 8 {
		t.Fatalf("there are %d secrets", len(secrets))
	}
	kept := h.everything()
	for _, secret := range secrets {
		for part := secret; len(part) >= 12; part = part[:len(part)-1] { // and no beginning of one but a hint
			if strings.Contains(kept, part) {
				t.Errorf("%s is kept", part)
			}
		}
		if strings.Contains(logged.String(), secret) {
			t.Errorf("%s is in the log", secret)
		}
	}
	if !strings.Contains(kept, adminEmail) {
		t.Error("the search finds nothing at all")
	}
}

// everything is the text of every row of every table.
func (h *house) everything() string {
	h.t.Helper()
	var tables []string
	err := h.DB.Raw("SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()").Scan(&tables).Error
	if err != nil {
		h.t.Fatal(err)
	}
	var all strings.Builder
	for _, table := range tables {
		var rows []string
		if err := h.DB.Raw(fmt.Sprintf("SELECT CAST(t AS text) FROM %s t", table)).Scan(&rows).Error; err != nil {
			h.t.Fatal(err)
		}
		all.WriteString(strings.Join(rows, "\n"))
	}
	return all.String()
}
