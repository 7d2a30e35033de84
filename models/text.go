package models

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxText is the most bytes that a text may have: a name, a note, an id.
const MaxText = 2000

// CheckText returns a problem with a text that somebody entered: too long, not UTF-8, or with control characters, which
// break files, terminals and, NUL, Postgres.
func CheckText(s string, field ...string) error {
	switch {
	case len(s) > MaxText:
		return Invalid(field, "%s is longer than %d bytes", last(field), MaxText)
	case !utf8.ValidString(s):
		return Invalid(field, "%s is not UTF-8", last(field))
	case strings.ContainsFunc(s, unicode.IsControl):
		return Invalid(field, "%s has control characters", last(field))
	}
	return nil
}

// CheckName is CheckText for what must not be left empty, such as ids, codes and names.
func CheckName(s string, field ...string) error {
	if s == "" {
		return Invalid(field, "%s is missing", last(field))
	}
	if strings.TrimSpace(s) != s {
		return Invalid(field, "%s has spaces around it", last(field))
	}
	return CheckText(s, field...)
}

func last(field []string) string {
	if len(field) == 0 {
		return "the text"
	}
	return field[len(field)-1]
}
