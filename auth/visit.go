package auth

import (
	"context"
	"net/http"
)

// visit is the request that something is asked in: where it comes from, and where cookies go.
type visit struct {
	address  string
	response http.ResponseWriter
	recent   bool // the browser has changed something
}

type visitKey struct{}

// visitOf returns the visit of a context. Signing in and out has one: a session without a request is a mistake of ours.
func visitOf(ctx context.Context) visit { return ctx.Value(visitKey{}).(visit) }
