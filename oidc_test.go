package main

import (
	"net/http"
	"strings"
	"testing"

	"partnerledger/auth"
)

// TestTheCompanysOwnSignIn: nobody sees of it where there is none; where there is one, the page of signing in offers it, and
// learns why it didn't work. (What it does is package auth's to test.)
func TestTheCompanysOwnSignIn(t *testing.T) {
	p := newProduct(t)
	client := p.server.Client()
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	const options = "{ signInOptions { openIdConnect } }"
	if got := p.do(options, nil)["openIdConnect"]; got != nil {
		t.Errorf("there is %v", got)
	}
	p.auth.OIDC = &auth.OIDC{Issuer: "http://127.0.0.1:1", ClientID: "ledger", ClientSecret: "secret", Name: "Example"}
	if got := p.do(options, nil)["openIdConnect"]; got != "Example" {
		t.Errorf("it is called %v", got)
	}
	for path, want := range map[string]string{
		"/auth/oidc":                        "/?signInError=unreachable",
		"/auth/oidc/callback?code=x&state=": "/?signInError=expired",
	} {
		response := p.request(http.MethodGet, path, http.NoBody, nil)
		response.Body.Close()
		if to := response.Header.Get("Location"); response.StatusCode != http.StatusFound || to != want {
			t.Errorf("%s: %d, to %s", path, response.StatusCode, to)
		}
	}
}

// TestTheCompanysOwnSignInIsChecked before the server starts.
func TestTheCompanysOwnSignInIsChecked(t *testing.T) {
	good := oidcConfig{OIDCIssuer: "https://login.example.com/tenant", OIDCClientID: "ledger", OIDCClientSecret: "secret", PublicURL: "https://ledger.example.com/"}
	own, err := good.signIn()
	must(t, err)
	if own.PublicURL != "https://ledger.example.com" || own.Issuer != good.OIDCIssuer {
		t.Errorf("made of it is %+v", own)
	}
	if own, err := (oidcConfig{PublicURL: "https://ledger.example.com"}).signIn(); own != nil || err != nil {
		t.Errorf("without a provider there is %+v, %v", own, err)
	}
	for wrong, change := range map[string]func(*oidcConfig){
		"go together":      func(c *oidcConfig) { c.OIDCClientSecret = "" },
		"OIDC_ISSUER: \"":  func(c *oidcConfig) { c.OIDCIssuer = "http://login.example.com" },
		"OIDC_ISSUER: \"l": func(c *oidcConfig) { c.OIDCIssuer = "login.example.com" },
		"PUBLIC_URL: \"":   func(c *oidcConfig) { c.PublicURL = "https://ledger.example.com/app" },
		"PUBLIC_URL: \"l":  func(c *oidcConfig) { c.PublicURL = "ledger.example.com" },
	} {
		c := good
		change(&c)
		if _, err := c.signIn(); err == nil || !strings.Contains(err.Error(), wrong) {
			t.Errorf("%+v: %v", c, err)
		}
	}
	for _, here := range []string{"http://localhost:9998", "http://127.0.0.1:9998", "http://[::1]:9998"} {
		c := good
		c.OIDCIssuer = here
		_, err := c.signIn()
		must(t, err)
	}
}
