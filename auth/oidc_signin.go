package auth

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"

	"golang.org/x/oauth2"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"partnerledger/audit"
	"partnerledger/models"
)

// The routes of the company's own sign-in: where it begins, and where the provider leads back to.
const (
	OIDCRoute         = "GET /auth/oidc"
	OIDCCallbackRoute = "GET /auth/oidc/callback"
)

const callbackPath = "/auth/oidc/callback"

// Why the company's own sign-in let nobody in, as the page of signing in gets it: /?signInError=unknown.
const (
	notFinished = "cancelled"   // by the person, or by the provider
	notOurs     = "expired"     // not begun in this browser, or too long ago, or answered before
	unreachable = "unreachable" // the provider doesn't answer
	failed      = "failed"      // what it answers is no good, or ours is a fault; the log has more
	unknown     = "unknown"     // nobody here has the person's e-mail address
	unverified  = "unverified"  // the provider doesn't vouch for the address
	deactivated = "deactivated"
	linked      = "linked" // the account here is another person's at the provider
)

// refusal is why somebody whom the provider vouches for is not let in.
type refusal struct{ code, email string }

func (r *refusal) Error() string { return r.code + " at the company's own sign-in" }

// OIDCName returns what people call the company's own sign-in, nil if there is none.
func (s *Service) OIDCName() *string {
	if s.OIDC == nil {
		return nil
	}
	return &s.OIDC.Name
}

// StartOIDC leads the browser to the provider. It stands behind Middleware and Require, as FinishOIDC does.
func (s *Service) StartOIDC(w http.ResponseWriter, r *http.Request) {
	if s.OIDC == nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	provider, err := s.OIDC.provider(r.Context())
	if err != nil {
		logOIDC(r, err)
		back(w, r, unreachable)
		return
	}
	f, err := s.beginFlow(r.Context(), w)
	if err != nil {
		logFault(r, err)
		back(w, r, failed)
		return
	}
	to := s.OIDC.config(provider, s.callback(r)).AuthCodeURL(f.state(), oauth2.SetAuthURLParam("nonce", f.nonce()),
		oauth2.S256ChallengeOption(f.verifier()))
	http.Redirect(w, r, to, http.StatusFound)
}

// FinishOIDC takes the provider's answer. It begins a session, as signing in with a password does, or leads back to the
// page of signing in with the reason.
func (s *Service) FinishOIDC(w http.ResponseWriter, r *http.Request) {
	if s.OIDC == nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	answer := r.URL.Query()
	f, found, err := s.endFlow(w, r)
	switch {
	case err != nil:
		logFault(r, err)
		back(w, r, failed)
	case !found || !f.began(answer.Get("state")) || (answer.Has("iss") && answer.Get("iss") != s.OIDC.Issuer):
		back(w, r, notOurs)
	case answer.Get("code") == "":
		back(w, r, notFinished)
	default:
		who, err := s.OIDC.identify(r.Context(), s.callback(r), answer.Get("code"), f, s.Now)
		if err != nil {
			logOIDC(r, err)
			back(w, r, failed)
			return
		}
		s.admit(w, r, who)
	}
}

// admit lets in whom the provider vouches for.
func (s *Service) admit(w http.ResponseWriter, r *http.Request, who *identity) {
	err := s.signInOIDC(r.Context(), who)
	var refused *refusal
	if errors.As(err, &refused) {
		err = s.recordRefusal(s.db(r.Context()), refused.email, refused.Error())
		if err == nil {
			back(w, r, refused.code)
			return
		}
	}
	if err != nil {
		logFault(r, err)
		back(w, r, failed)
		return
	}
	s.setCookie(r.Context())
	http.SetCookie(w, s.flowCookie("", -1))
	http.Redirect(w, r, "/", http.StatusFound)
}

func (s *Service) signInOIDC(ctx context.Context, who *identity) error {
	return s.db(ctx).Transaction(func(tx *gorm.DB) error {
		user, err := userOf(tx, who)
		if err != nil {
			return err
		}
		if user.DeactivatedAt != nil {
			return &refusal{deactivated, user.Email}
		}
		isNew := user.OIDCSubject == nil
		if isNew {
			if err := link(tx, user, who); err != nil {
				return err
			}
		}
		if err := s.signIn(ctx, tx, user); err != nil || !isNew {
			return err
		}
		return s.record(ctx, tx, user, audit.Event{
			Action: models.ActionUserChanged, Subject: user.Email, PartnerID: user.PartnerID,
			Before: map[string]any{}, After: map[string]any{"openIdConnect": who.subject},
		})
	})
}

// userOf returns who is known by the provider's own id or else, the first time, by an e-mail address that the provider has
// verified. Nobody is made.
func userOf(tx *gorm.DB, who *identity) (*models.User, error) {
	find := func(condition, value string) (*models.User, error) {
		var found []*models.User
		err := tx.Clauses(clause.Locking{Strength: "UPDATE"}).Where(condition, value).Find(&found).Error
		if err != nil || len(found) == 0 {
			return nil, err
		}
		return found[0], nil
	}
	user, err := find("oidc_subject = ?", who.subject)
	if err != nil || user != nil {
		return user, err
	}
	// An address that isn't plain ASCII is nobody's here, and "in any case" would mean more to Postgres than to us.
	if checkEmail(who.email) != nil {
		return nil, &refusal{unknown, who.email}
	}
	if !who.verified {
		return nil, &refusal{unverified, who.email}
	}
	user, err = find("lower(email) = lower(?)", who.email)
	switch {
	case err != nil:
		return nil, err
	case user == nil:
		return nil, &refusal{unknown, who.email}
	case user.OIDCSubject != nil:
		return nil, &refusal{linked, who.email}
	}
	return user, nil
}

// link keeps who a user is to the provider. An open invitation has served.
func link(tx *gorm.DB, user *models.User, who *identity) error {
	if err := tx.Model(user).UpdateColumn("oidc_subject", who.subject).Error; err != nil {
		return err
	}
	user.OIDCSubject = &who.subject
	return tx.Where("user_id = ?", user.ID).Delete(&models.Invitation{}).Error
}

// callback is where the provider leads back to, which must be one of the addresses that it knows of us.
func (s *Service) callback(r *http.Request) string {
	if s.OIDC.PublicURL != "" {
		return s.OIDC.PublicURL + callbackPath
	}
	scheme := "http://"
	if s.Secure {
		scheme = "https://"
	}
	return scheme + r.Host + callbackPath
}

// back leads to the page of signing in, which says why nobody was let in.
func back(w http.ResponseWriter, r *http.Request, why string) {
	http.Redirect(w, r, "/?signInError="+url.QueryEscape(why), http.StatusFound)
}

// logOIDC leaves one line of what the provider did wrong, without what it answered: there may be a token in it.
func logOIDC(r *http.Request, err error) {
	var answered *oauth2.RetrieveError
	if errors.As(err, &answered) {
		err = fmt.Errorf("the provider refuses the code: %s, %s", answered.Response.Status, answered.ErrorCode)
	}
	if r.Context().Err() == nil {
		slog.WarnContext(r.Context(), "the company's own sign-in", "error", err)
	}
}
