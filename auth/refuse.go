package auth

import (
	"encoding/json"
	"net/http"
)

// The codes of refusals, which programs tell them by.
const (
	codeUnauthenticated = "UNAUTHENTICATED"
	codeForbidden       = "FORBIDDEN"
	codeInternal        = "INTERNAL"
)

// Challenge is what the header WWW-Authenticate says to somebody who has not signed in.
const Challenge = `Bearer realm="Partner Ledger"`

// refuseUnknown answers somebody who has no token of ours, and says how to come with one.
func refuseUnknown(w http.ResponseWriter, r *http.Request) {
	challenge, message := Challenge, `A token is needed, in the header "Authorization: Bearer TOKEN".`
	if len(r.Header.Values("Authorization")) > 0 {
		challenge += `, error="invalid_token"`
		message = `The header Authorization has no valid token. It must be "Bearer TOKEN".`
	}
	w.Header().Set("WWW-Authenticate", challenge)
	Refuse(w, http.StatusUnauthorized, codeUnauthenticated, message)
}

// Refuse answers as GraphQL does, so that its clients show the message.
func Refuse(w http.ResponseWriter, status int, code, message string) {
	body, _ := json.Marshal(map[string]any{ // texts can't fail
		"errors": []any{map[string]any{"message": message, "extensions": map[string]any{"code": code}}},
	})
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(body)
}
