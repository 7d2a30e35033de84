package auth_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"partnerledger/auth"
	"partnerledger/models"
)

// who answers with the viewer, whom it must have.
var who = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	v := auth.ViewerOf(r.Context())
	fmt.Fprintf(w, "%s, %s, %v", v.Role, v.Name, v.Email)
})

// ask sends a request with these Authorization headers through a handler.
func ask(t *testing.T, handler http.Handler, authorization ...string) *httptest.ResponseRecorder {
	t.Helper()
	request := httptest.NewRequestWithContext(t.Context(), "POST", "/graphql", nil)
	if len(authorization) > 0 {
		request.Header["Authorization"] = authorization
	}
	response := httptest.NewRecorder()
	handler.ServeHTTP(response, request)
	return response
}

func TestATokenLetsItsRoleIn(t *testing.T) {
	s := newService(t)
	for _, role := range programRoles {
		token := token(t, s, role)
		for _, scheme := range []string{"Bearer ", "bearer ", "BEARER  "} {
			response := ask(t, s.Middleware(who), scheme+token)
			if want := fmt.Sprintf("%s, the %s, <nil>", role, role); response.Code != 200 || response.Body.String() != want {
				t.Errorf("%s: %d %s, want %s", scheme, response.Code, response.Body, want)
			}
		}
	}
}

func TestNobodyElseGetsIn(t *testing.T) {
	s := newService(t)
	good := token(t, s, models.RoleAdmin)
	other := strings.Map(func(r rune) rune { return r ^ 1 }, good[3:4]) + good[4:] // one bit is wrong
	for name, authorization := range map[string][]string{
		"an empty header":     {""},
		"no scheme":           {good},
		"no token":            {"Bearer"},
		"a blank token":       {"Bearer   "},
		"another scheme":      {"Basic " + good},
		"another token":       {"Bearer pl_" + other},
		"another case":        {"Bearer " + strings.ToUpper(good)},
		"half a token":        {"Bearer " + good[:20]},
		"more than a token":   {"Bearer " + good + "x"},
		"two tokens":          {"Bearer " + good + " " + good},
		"two headers":         {"Bearer " + good, "Bearer " + good},
		"a comma":             {"Bearer " + good + ","},
		"a hash for a token":  {"Bearer " + kept(t, s)},
		"SQL":                 {"Bearer ' OR true --"},
		"NUL":                 {"Bearer " + good + "\x00"},
		"a megabyte":          {"Bearer " + strings.Repeat("a", 1<<20)},
		"what isn't UTF-8":    {"Bearer \xff\xfe"},
		"a padded token":      {"Bearer " + good + "="},
		"a parameter instead": {"Bearer token=" + good},
	} {
		response := ask(t, s.Middleware(who), authorization...)
		challenge := response.Header().Get("WWW-Authenticate")
		if response.Code != 401 || !strings.HasPrefix(challenge, `Bearer realm="Partner Ledger"`) || code(t, response) != "UNAUTHENTICATED" {
			t.Errorf("%s: %d, %s, %s", name, response.Code, challenge, response.Body)
		}
		if !strings.Contains(challenge, "invalid_token") {
			t.Errorf("%s: %s", name, challenge)
		}
	}
}

// kept returns the hash of the one token.
func kept(t *testing.T, s *auth.Service) string {
	t.Helper()
	var token models.Token
	if err := s.DB.Take(&token).Error; err != nil {
		t.Fatal(err)
	}
	return token.Hash
}

// code reads a refusal as a client of GraphQL does.
func code(t *testing.T, response *httptest.ResponseRecorder) string {
	t.Helper()
	var body struct {
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
	}
	err := json.Unmarshal(response.Body.Bytes(), &body)
	if err != nil || len(body.Errors) != 1 || body.Errors[0].Message == "" ||
		response.Header().Get("Content-Type") != "application/json; charset=utf-8" {
		t.Fatalf("%v: %s %s", err, response.Header(), response.Body)
	}
	return body.Errors[0].Extensions.Code
}

func TestAFaultOfTheDatabaseIsNoWrongToken(t *testing.T) {
	logged := captureLog(t)
	s := newService(t)
	good := token(t, s, models.RoleAdmin)
	if pool, err := s.DB.DB(); err != nil || pool.Close() != nil {
		t.Fatal(err)
	}
	response := ask(t, s.Middleware(who), "Bearer "+good)
	if response.Code != 503 || code(t, response) != "INTERNAL" || response.Header().Get("WWW-Authenticate") != "" {
		t.Errorf("%d %s", response.Code, response.Body)
	}
	if strings.Contains(response.Body.String(), "closed") || !strings.Contains(logged.String(), "database is closed") {
		t.Errorf("the answer says %s, the log %q", response.Body, logged)
	}
	if strings.Contains(logged.String(), good) {
		t.Errorf("the token is in the log: %q", logged)
	}
}
