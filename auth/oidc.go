package auth

import (
	"context"
	"crypto/subtle"
	"errors"
	"fmt"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"partnerledger/models"
)

// OIDC is the company's own sign-in: an OpenID provider, and who we are to it. (coreos/go-oidc checks what it signs.)
type OIDC struct {
	Issuer, ClientID, ClientSecret string
	// Name is what people call it: it stands on a button.
	Name string
	// PublicURL is where browsers reach the server, without a slash at the end. If it is empty, a request says so itself.
	PublicURL string
	// HTTP asks the provider; if nil, a client that doesn't wait for long.
	HTTP *http.Client

	found atomic.Pointer[oidc.Provider]
}

// patience is how long the provider may take for an answer.
const patience = 10 * time.Second

// client returns a context whose calls go to the provider.
func (o *OIDC) client(ctx context.Context) context.Context {
	client := o.HTTP
	if client == nil {
		client = &http.Client{Timeout: patience}
	}
	return oidc.ClientContext(ctx, client)
}

// provider returns what the provider tells of itself. It is asked when somebody wants to sign in, until it has answered
// once: one that is down must not keep the server from starting.
func (o *OIDC) provider(ctx context.Context) (*oidc.Provider, error) {
	if provider := o.found.Load(); provider != nil {
		return provider, nil
	}
	provider, err := oidc.NewProvider(o.client(ctx), o.Issuer)
	if err == nil {
		o.found.Store(provider)
	}
	return provider, err
}

func (o *OIDC) config(provider *oidc.Provider, redirect string) *oauth2.Config {
	return &oauth2.Config{
		ClientID: o.ClientID, ClientSecret: o.ClientSecret, Endpoint: provider.Endpoint(), RedirectURL: redirect,
		Scopes: []string{oidc.ScopeOpenID, "email", "profile"},
	}
}

// identity is whom the provider vouches for.
type identity struct {
	subject  string // the issuer, and its own id of the person: unlike an e-mail address it is never given to another
	email    string
	verified bool // the provider knows that the address is this person's
}

// identify exchanges the code of a flow for a token, checks that the token was made for us and for this flow, and returns
// whom it is about.
func (o *OIDC) identify(ctx context.Context, redirect, code string, f flow, now func() time.Time) (*identity, error) {
	ctx = o.client(ctx)
	provider, err := o.provider(ctx)
	if err != nil {
		return nil, err
	}
	tokens, err := o.config(provider, redirect).Exchange(ctx, code, oauth2.VerifierOption(f.verifier()))
	if err != nil {
		return nil, err
	}
	raw, _ := tokens.Extra("id_token").(string)
	token, err := provider.Verifier(&oidc.Config{ClientID: o.ClientID, Now: now}).Verify(ctx, raw)
	if err != nil {
		return nil, err
	}
	if subtle.ConstantTimeCompare([]byte(token.Nonce), []byte(f.nonce())) != 1 {
		return nil, errors.New("the ID token is of another sign-in: its nonce is not ours")
	}
	if err := models.CheckName(token.Subject, "sub"); err != nil {
		return nil, err
	}
	return o.described(ctx, provider, token, tokens)
}

// subject is how somebody is kept whom the provider knows by an id. Those of other providers begin otherwise.
func (o *OIDC) subject(id string) string { return o.Issuer + " " + id }

// described adds the e-mail address, which providers put into the token, or tell when they are asked.
func (o *OIDC) described(ctx context.Context, provider *oidc.Provider, token *oidc.IDToken, tokens *oauth2.Token) (*identity, error) {
	var claims struct {
		Email         string `json:"email"`
		EmailVerified any    `json:"email_verified"` // some say "true"
	}
	if err := token.Claims(&claims); err != nil {
		return nil, err
	}
	who := &identity{o.subject(token.Subject), claims.Email, claims.EmailVerified == true || claims.EmailVerified == "true"}
	if (claims.Email != "" && claims.EmailVerified != nil) || provider.UserInfoEndpoint() == "" {
		return who, nil
	}
	told, err := provider.UserInfo(ctx, oauth2.StaticTokenSource(tokens))
	if err != nil {
		return nil, err
	}
	if told.Subject != token.Subject {
		return nil, fmt.Errorf("the provider tells of %q, not of %q", told.Subject, token.Subject)
	}
	who.email, who.verified = told.Email, told.EmailVerified
	return who, nil
}
