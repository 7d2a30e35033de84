package auth

import (
	"net/http"
	"regexp"
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
