package auth_test

import (
	"context"
	"strings"
	"testing"

	"github.com/alexedwards/argon2id"

	"partnerledger/models"
)

func TestAPasswordIsKeptAsItsArgon2idHashOnly(t *testing.T) {
	s := newService(t)
	s.Hashing = nil // what hashing costs outside of tests
	if _, err := s.First(t.Context(), adminEmail, goodPassword); err != nil {
		t.Fatal(err)
	}
	var user models.User
	if err := s.DB.Take(&user).Error; err != nil {
		t.Fatal(err)
	}
	kept := *user.PasswordHash
	if !strings.HasPrefix(kept, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("kept is %s", kept)
	}
	if match, err := argon2id.ComparePasswordAndHash(goodPassword, kept); !match || err != nil {
		t.Errorf("%v, %v", match, err)
	}
}

func TestPasswordsThatAreRefused(t *testing.T) {
	h := newHouse(t)
	b := h.in(adminEmail, goodPassword)
	for name, password := range map[string]string{
		"empty":                    "",
		"short":                    "k7#mQp2!xZw",
		"long":                     strings.Repeat("kettle-moon-77-", 14),
		"common":                   "password1234",
		"common, in capitals":      "PassWord1234",
		"common, in other letters": "ｐａｓｓｗｏｒｄ1234",
		"of a keyboard":            "1qaz2wsx3edc",
		"one letter":               strings.Repeat("a", 20),
		"few letters":              "abcabcabcabcabc",
		"the address":              "ada@example.com",
		"the address and a year":   "Ada.Example.2026",
		"obvious words":            "Admin-Partnerledger-1",
		"the company":              "Test & Co. ledger 1",
	} {
		var err error
		b.do(func(ctx context.Context) { err = h.ChangePassword(ctx, goodPassword, password) })
		found, all := models.UserErrors(err)
		if len(found) != 1 || !all || found[0].Code != models.CodeInvalid || found[0].Field[0] != "newPassword" {
			t.Errorf("%s: %v", name, err)
		}
		if err != nil && password != "" && strings.Contains(err.Error(), password) {
			t.Errorf("%s: the answer holds the password: %v", name, err)
		}
	}
	for _, password := range []string{"correct horse battery staple", "ünïcödé-пароль-密码", strings.Repeat("äöü-47x", 28), "adaptable-giraffe-31"} {
		var err error
		h.in(adminEmail, goodPassword).do(func(ctx context.Context) { err = h.ChangePassword(ctx, goodPassword, password) })
		if err != nil {
			t.Errorf("%s: %v", password, err)
		}
		h.in(adminEmail, password).do(func(ctx context.Context) { err = h.ChangePassword(ctx, password, goodPassword) })
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestAPasswordIsTheSameFromEveryKeyboard: letters composed and not, wide and narrow.
func TestAPasswordIsTheSameFromEveryKeyboard(t *testing.T) {
	h := newHouse(t)
	var err error
	h.in(adminEmail, goodPassword).do(func(ctx context.Context) { err = h.ChangePassword(ctx, goodPassword, "caf\u00e9-kettle-ﬁfteen") })
	if err != nil {
		t.Fatal(err)
	}
	for _, same := range []string{"cafe\u0301-kettle-fifteen", "ｃａｆé-kettle-fifteen"} {
		h.in(adminEmail, same)
	}
}
