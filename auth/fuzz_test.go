package auth

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
)

// FuzzBearer: what is taken for a token is in the header as it is, behind the one word that may stand there.
func FuzzBearer(f *testing.F) {
	for _, seed := range []string{"Bearer pl_x", "bearer  x==", "Basic x", "Bearer", "Bearer a b", "Bearer a\x00", "BEARER é", "Bearer x,Bearer y"} {
		f.Add(seed)
	}
	form := regexp.MustCompile(`^[!-~]{1,202}$`)
	f.Fuzz(func(t *testing.T, header string) {
		token := bearer(&http.Request{Header: http.Header{"Authorization": {header}}})
		if token == "" {
			return
		}
		again := bearer(&http.Request{Header: http.Header{"Authorization": {"Bearer " + token}}})
		if !form.MatchString(token) || again != token {
			t.Fatalf("%q is read as %q, then as %q", header, token, again)
		}
		if two := bearer(&http.Request{Header: http.Header{"Authorization": {header, header}}}); two != "" {
			t.Fatalf("two of %q are read as %q", header, two)
		}
	})
}

// FuzzToken: what is taken for a token of one kind is of no other kind, and no longer one with any byte changed.
func FuzzToken(f *testing.F) {
	kinds := []string{tokenPrefix, partnerTokenPrefix, invitationPrefix}
	for _, kind := range kinds {
		f.Add(kind+strings.Repeat("A", 43)+"000000", byte(1))
		f.Add(kind+strings.Repeat("_", 43)+checksum(kind+strings.Repeat("_", 43)), byte(7))
	}
	f.Add("", byte(0))
	f.Fuzz(func(t *testing.T, text string, change byte) {
		for _, candidate := range []string{text, text + checksum(text), newToken(tokenPrefix)} {
			var of []string
			for _, kind := range kinds {
				if wellFormed(candidate, kind) {
					of = append(of, kind)
				}
			}
			if len(of) == 0 {
				continue
			}
			if len(of) > 1 || !strings.HasPrefix(candidate, of[0]) || !wellFormed(candidate, kinds...) || len(hint(candidate)) > 8 {
				t.Fatalf("%q is a token of %v", candidate, of)
			}
			other := []byte(candidate)
			other[int(change)%len(other)] ^= 1 + change>>6
			if wellFormed(string(other), kinds...) || wellFormed(candidate[1:], kinds...) {
				t.Fatalf("%q is a token, and so is %q", candidate, other)
			}
		}
	})
}
