package sheet

import (
	"regexp"
	"strings"
)

// A spreadsheet takes a cell that begins with = + - or @ for a formula, in the wide forms of East Asian keyboards too, and
// may skip blanks, invisible characters and quotes before it. Where lists are separated by semicolons, or where the file
// is pasted, a cell of ours is cut at ; or a tab or a line break, and what is behind begins a cell as well. See OWASP's
// page on CSV injection.
const (
	skipped = `[\x00-\x08\x0b\x0c\x0e-\x20"\x7f-\x{a0}\p{Z}\p{Cf}]*`
	begins  = `[=+\-@＝＋－＠]`
)

var (
	formulaAtStart = regexp.MustCompile(`^(?:[\t\r\n]|` + skipped + begins + `)`)
	formulaInside  = regexp.MustCompile(`([;\t\r\n])(` + skipped + begins + `)`)
	lineBreaks     = strings.NewReplacer("\r\n", " ", "\r", " ", "\n", " ")
)

// Text returns a text as it can stand in a file that a spreadsheet opens: an apostrophe goes before what could begin
// a formula, and line breaks become blanks, so that a row is one line.
func Text(text string) string {
	if !beginsPlainly(text) && formulaAtStart.MatchString(text) {
		text = "'" + text
	}
	if !strings.ContainsAny(text, ";\t\r\n") {
		return text
	}
	return lineBreaks.Replace(formulaInside.ReplaceAllString(text, "$1'$2"))
}

// beginsPlainly tells of nearly every text, without a regular expression, that no formula begins it.
func beginsPlainly(text string) bool {
	if text == "" {
		return true
	}
	first := text[0]
	return 'A' <= first && first <= 'Z' || 'a' <= first && first <= 'z' || '0' <= first && first <= '9'
}
