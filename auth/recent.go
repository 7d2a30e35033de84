package auth

import (
	"context"
	"net/http"
	"time"

	"partnerledger/models"
)

// Changes says that whoever asks is about to change something: for as long as a replica may not show it, that browser
// reads what is so now. A cookie remembers that, so any server knows; it is no secret, and good for nothing else.
func (s *Service) Changes(ctx context.Context) {
	if viewer := ViewerOf(ctx); s.Lateness > 0 && viewer != nil && viewer.UserID != nil {
		http.SetCookie(visitOf(ctx).response, s.recentCookie())
	}
}

// Changing says so of all that a handler gets.
func (s *Service) Changing(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.Changes(r.Context())
		next.ServeHTTP(w, r)
	})
}

// Reads returns the context of somebody who only reads. It may be late for those who have changed nothing: who may record
// nothing at all, and people whose browser has no cookie of Changes. A program keeps no cookies, so a token that may record reads
// what is so now.
func (s *Service) Reads(ctx context.Context) context.Context {
	viewer := ViewerOf(ctx)
	if s.Lateness == 0 || viewer == nil {
		return ctx
	}
	records := viewer.Role != models.RoleReadOnly && viewer.Role != models.RolePartner
	if records && (viewer.UserID == nil || visitOf(ctx).recent) {
		return ctx
	}
	return models.Late(ctx)
}

// recentCookie outlives a change by twice the time that replicas may be late: the answer is on its way meanwhile.
func (s *Service) recentCookie() *http.Cookie {
	return &http.Cookie{
		Name: s.parts().sessions.Cookie.Name + "-recent", Value: "1", Path: "/", MaxAge: int(2 * s.Lateness / time.Second),
		HttpOnly: true, Secure: s.Secure, SameSite: http.SameSiteLaxMode,
	}
}

// changedRecently tells whether a request comes with that cookie.
func (s *Service) changedRecently(r *http.Request) bool {
	_, err := r.Cookie(s.recentCookie().Name)
	return err == nil
}
