package auth

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"partnerledger/models"
)

const (
	minPassword = 12
	maxPassword = 200
	// ownPart is how many characters a password must have besides what anybody would try first.
	ownPart = 8
	// minDifferent is how many different characters a password must have.
	minDifferent = 5
)

// commonText is what has 12 characters or more among the first half million of "10 million passwords", the list that
// Mark Burnett made of leaked ones and gave to the public; in small letters.
//
//go:embed common_passwords.txt
var commonText string

var common = sync.OnceValue(func() map[string]bool {
	all := make(map[string]bool, 8000)
	for line := range strings.Lines(commonText) {
		all[strings.TrimSuffix(line, "\n")] = true
	}
	return all
})

// checkPassword returns what is wrong with a password that somebody of this e-mail address wants.
func (s *Service) checkPassword(password, email string, field ...string) error {
	if utf8.RuneCountInString(password) > maxPassword {
		return models.Invalid(field, "a password has at most %d characters", maxPassword)
	}
	password = strings.ToLower(normal(password))
	switch {
	case utf8.RuneCountInString(password) < minPassword:
		return models.Invalid(field, "a password has at least %d characters", minPassword)
	case common()[password] || different(password) < minDifferent:
		return models.Invalid(field, "that password is one of the first that are tried; take another")
	case utf8.RuneCountInString(s.without(password, email)) < ownPart:
		return models.Invalid(field, "besides your address, the company's name and words like \"password\", a password "+
			"has at least %d characters", ownPart)
	}
	return nil
}

// without takes out of a password what anybody would try first, and the spaces between.
func (s *Service) without(password, email string) string {
	obvious := []string{"partnerledger", "partner", "ledger", "password", "passwort", "qwerty", "welcome", "admin", "letmein", "123456"}
	for _, word := range strings.FieldsFunc(strings.ToLower(email+" "+s.Name), func(r rune) bool { return strings.ContainsRune("@.-_+& ", r) }) {
		if utf8.RuneCountInString(word) > 2 {
			obvious = append(obvious, word)
		}
	}
	for _, word := range obvious {
		password = strings.ReplaceAll(password, word, "")
	}
	return strings.Join(strings.Fields(password), "")
}

func different(s string) int {
	seen := make(map[rune]bool)
	for _, r := range s {
		seen[r] = true
	}
	return len(seen)
}
