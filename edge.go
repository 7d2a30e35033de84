package main

import (
	"context"
	"fmt"
	"mime"
	"net/http"
	"strconv"
	"time"

	"github.com/go-chi/httprate"
	"github.com/rs/cors"

	"partnerledger/auth"
	"partnerledger/models"
	"partnerledger/telemetry"
)

// handler is the routes behind what holds for all of them. Pages of the origins may use the API from a browser.
func (a *app) handler(origins []string) (http.Handler, error) {
	protected, err := sameOrigin(origins, a.routes())
	if err != nil {
		return nil, err
	}
	return telemetry.Identified(secured(a.auth.Secure, crossOrigin(origins, protected))), nil
}

// secured sets the headers that tell browsers to be careful with whatever we answer. The pages of the dashboard have a
// Content-Security-Policy of their own.
func secured(overTLS bool, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		if overTLS {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		next.ServeHTTP(w, r)
	})
}

// sameOrigin refuses what a page of another origin makes a browser send, unless that origin was named: the browser would
// add the cookie of whoever looks at that page.
func sameOrigin(origins []string, next http.Handler) (http.Handler, error) {
	protection := http.NewCrossOriginProtection()
	for _, origin := range origins {
		if err := protection.AddTrustedOrigin(origin); err != nil {
			return nil, fmt.Errorf("ALLOWED_ORIGINS: %w", err)
		}
	}
	protection.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		auth.Refuse(w, http.StatusForbidden, "CROSS_ORIGIN", "A page of another origin sent this. ALLOWED_ORIGINS names those that may.")
	}))
	return protection.Handler(next), nil
}

// crossOrigin lets pages of some origins use the API from a browser, and no other page: without any, browsers keep to
// pages of our own. (rs/cors knows the corners of the protocol.)
func crossOrigin(origins []string, next http.Handler) http.Handler {
	if len(origins) == 0 {
		return next
	}
	return cors.New(cors.Options{
		AllowedOrigins: origins,
		AllowedMethods: []string{http.MethodGet, http.MethodPost},
		AllowedHeaders: []string{"Authorization", "Content-Type"},
		ExposedHeaders: []string{"Content-Disposition", "Retry-After", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "X-Request-Id"},
		MaxAge:         600,
	}).Handler(next)
}

// timed gives a request so much time, any by 0. What then still runs in the database is cancelled there, and rolled back.
func timed(limit time.Duration, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answerWithin(w, limit)
		if limit == 0 {
			next.ServeHTTP(w, r)
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), limit)
		defer cancel()
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// answerWithin lets what was recorded at the last moment be answered yet: the server's own limit on writing is for files.
func answerWithin(w http.ResponseWriter, limit time.Duration) {
	var deadline time.Time // none
	if limit > 0 {
		deadline = time.Now().Add(limit + time.Minute)
	}
	_ = http.NewResponseController(w).SetWriteDeadline(deadline) // where there is no connection, there is no limit either
}

// asCSV takes a file from who comes without a header Authorization, so perhaps with a cookie, as text/csv only: a form of
// another origin can't send that, and a script has to ask the browser first, which then asks us.
func asCSV(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
		if r.Header.Get("Authorization") == "" && (err != nil || kind != "text/csv") {
			auth.Refuse(w, http.StatusUnsupportedMediaType, "BAD_REQUEST", "The Content-Type of a file must be text/csv.")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// manyPeople is how many may share an address, as those of an office do.
const manyPeople = 10

// rateLimits returns what finds out who is asking, and lets nobody ask too often: a token, a person, or, of those who
// have not signed in, an address. An address is counted before anything is looked up, so that guesses are, too.
func (a *app) rateLimits() func(http.Handler) http.Handler {
	if a.rateLimit == 0 {
		return a.auth.Middleware
	}
	address := func(r *http.Request) (string, error) { return httprate.CanonicalizeIP(a.auth.Address(r)), nil }
	who := func(r *http.Request) (string, error) {
		if viewer := auth.ViewerOf(r.Context()); viewer != nil {
			return nameOf(viewer), nil
		}
		return address(r)
	}
	refused := httprate.WithLimitHandler(tooMany)
	byAddress := httprate.LimitBy(manyPeople*a.rateLimit, time.Minute, address, refused,
		httprate.WithResponseHeaders(httprate.ResponseHeaders{RetryAfter: "Retry-After"}))
	byWho := httprate.LimitBy(a.rateLimit, time.Minute, who, refused)
	return func(next http.Handler) http.Handler { return byAddress(a.auth.Middleware(byWho(next))) }
}

// nameOf tells viewers apart: each has a token or is a person.
func nameOf(viewer *models.Viewer) string {
	if viewer.TokenID != nil {
		return "token " + strconv.FormatInt(*viewer.TokenID, 10)
	}
	return "user " + strconv.FormatInt(*viewer.UserID, 10)
}

func tooMany(w http.ResponseWriter, _ *http.Request) {
	auth.Refuse(w, http.StatusTooManyRequests, "RATE_LIMITED", "These are too many requests a minute. Try again in one.")
}
