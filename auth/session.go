package auth

import (
	"context"
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"
	"gorm.io/gorm"

	"partnerledger/models"
)

const (
	sessionLifetime = 7 * 24 * time.Hour
	sessionIdle     = 12 * time.Hour
	// sessionStep is how far a use must move the end of a session before that is written: not every request writes.
	sessionStep = time.Minute
)

// What a session holds: whose it is, and in which epoch of theirs it began.
const (
	sessionUser  = "user"
	sessionEpoch = "epoch"
)

// newSessions makes the manager of sessions. Its IdleTimeout is not used: that would write at every request, and goes by
// a clock of its own; the store keeps it.
func (s *Service) newSessions() *scs.SessionManager {
	m := scs.New()
	m.Lifetime, m.HashTokenInStore = sessionLifetime, true
	m.Store = sessionStore{s}
	m.Cookie.Name, m.Cookie.Secure = "partnerledger", s.Secure
	if s.Secure {
		m.Cookie.Name = "__Host-partnerledger" // which browsers take from this very host only, by TLS
	}
	m.Cookie.Persist = false // it ends when the server says so, or with the browser
	return m
}

// begin makes a session for a user in a transaction, in place of the one that the request came with. Its cookie is sent
// by setCookie once the transaction has ended well.
func (s *Service) begin(ctx context.Context, tx *gorm.DB, user *models.User) error {
	ctx = withTransaction(ctx, tx)
	if err := s.parts().sessions.RenewToken(ctx); err != nil {
		return err
	}
	s.parts().sessions.SetDeadline(ctx, s.now().Add(sessionLifetime))
	s.parts().sessions.Put(ctx, sessionUser, user.ID)
	s.parts().sessions.Put(ctx, sessionEpoch, user.SessionEpoch)
	_, _, err := s.parts().sessions.Commit(ctx)
	return err
}

// setCookie tells the browser of the request's session; if there is none, to forget the cookie. Of several such cookies
// in one answer the last counts, so only that one is sent.
func (s *Service) setCookie(ctx context.Context) {
	w := visitOf(ctx).response
	w.Header().Del("Set-Cookie")
	end := time.Time{}
	token := s.parts().sessions.Token(ctx)
	if token != "" {
		end = s.parts().sessions.Deadline(ctx)
	}
	s.parts().sessions.WriteSessionCookie(ctx, w, token, end)
}

// cookie returns what a request's cookie holds, of a session that still stands or not.
func (s *Service) cookie(r *http.Request) (token string, has bool) {
	cookie, err := r.Cookie(s.parts().sessions.Cookie.Name)
	if err != nil {
		return "", false
	}
	return cookie.Value, true
}

// sessionMark tells a session from others, in the audit log.
func (s *Service) sessionMark(ctx context.Context) string {
	return "session " + hash(s.parts().sessions.Token(ctx))[:8]
}
