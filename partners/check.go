package partners

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"partnerledger/models"
)

const (
	maxCode  = 100
	maxEmail = 254 // RFC 5321
)

// Whether an address works is found out by writing to it. This finds what can't be one.
var emailFormat = regexp.MustCompile(`^[^\s@]+@[^\s@]+$`)

// check returns what is wrong with a partner by itself, whoever else there is. Its problems have fields below prefix.
func check(p *models.Partner, prefix ...string) error {
	field := func(name string) []string { return append(slices.Clone(prefix), name) }
	return errors.Join(
		checkCode(p.Code, field("code")),
		models.CheckName(p.Name, field("name")...),
		checkEmail(p.Email, field("email")),
		checkStatus(p.Status, field("status")),
		models.CheckCurrency(p.CurrencyCode, field("currencyCode")...),
	)
}

// checkCode allows printable ASCII: "in any case" then means the same to every program and database that compares codes.
func checkCode(code string, field []string) error {
	if err := models.CheckName(code, field...); err != nil {
		return err
	}
	if len(code) > maxCode {
		return models.Invalid(field, "a code has at most %d characters", maxCode)
	}
	if strings.ContainsFunc(code, func(r rune) bool { return r < ' ' || r > '~' }) {
		return models.Invalid(field, "a code has only unaccented letters, digits and punctuation")
	}
	return nil
}

func checkEmail(email *string, field []string) error {
	if email == nil {
		return nil
	}
	if len(*email) > maxEmail || !emailFormat.MatchString(*email) {
		return models.Invalid(field, "that is not an e-mail address")
	}
	return models.CheckText(*email, field...)
}

func checkStatus(status models.PartnerStatus, field []string) error {
	if status != models.PartnerActive && status != models.PartnerInactive {
		return models.Invalid(field, "a status is ACTIVE or INACTIVE")
	}
	return nil
}
