package auth

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"net/http"
	"regexp"
	"time"

	"partnerledger/audit"
	"partnerledger/models"
)

// Middleware finds out who sends a request and puts that one into its context: by the token that it carries, or else by
// the cookie of a session, or else nobody. A token that is no good is refused, whatever else there is.
func (s *Service) Middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, err := s.identify(w, r)
		switch {
		case errors.Is(err, errNoToken):
			refuseUnknown(w, r)
		case err != nil:
			logFault(r, err)
			code := cmp.Or(string(models.OutageOf(err)), codeInternal)
			Refuse(w, http.StatusServiceUnavailable, code, "Who is asking could not be looked up. Try again.")
		default:
			s.pass(w, r.WithContext(ctx), next)
		}
	})
}

// pass lets a request through by whom it is known.
func (s *Service) pass(w http.ResponseWriter, r *http.Request, next http.Handler) {
	if viewer := ViewerOf(r.Context()); viewer != nil {
		if err := s.checkPortal(viewer.Role); err != nil {
			Refuse(w, http.StatusServiceUnavailable, codeInternal, err.Error())
			return
		}
	}
	next.ServeHTTP(w, r)
}

// identify returns the context of a request: its visit, its session, who it is, and what the audit log says of it.
func (s *Service) identify(w http.ResponseWriter, r *http.Request) (ctx context.Context, err error) {
	from := visit{s.Address(r), w, s.changedRecently(r)}
	ctx = context.WithValue(r.Context(), visitKey{}, from)
	source := audit.Source{Actor: "nobody", Through: "no session", Address: &from.address}
	var viewer *models.Viewer
	if len(r.Header.Values("Authorization")) > 0 {
		viewer, source.Through, err = s.viewerByToken(ctx, bearer(r))
		if err == nil {
			ctx, err = s.parts().sessions.Load(ctx, "") // signing in begins one
		}
	} else {
		ctx, viewer, err = s.viewerBySession(ctx, r)
	}
	if err != nil {
		return nil, err
	}
	if viewer != nil {
		source.Actor, source.Role = actor(viewer), &viewer.Role
		if viewer.UserID != nil {
			source.Through = s.sessionMark(ctx)
		}
	}
	return audit.With(With(ctx, viewer), source), nil
}

// actor is the name of a viewer in the audit log.
func actor(viewer *models.Viewer) string {
	if viewer.Email != nil {
		return *viewer.Email
	}
	return viewer.Name
}

var errNoToken = errors.New("the token is not one of ours, or no longer good")

// lastUseStep is how old the last use of a token may be before it is written anew: not every request writes.
const lastUseStep = time.Minute

// viewerByToken looks up a token by its hash: how long that takes says nothing about any token that is there.
func (s *Service) viewerByToken(ctx context.Context, token string) (viewer *models.Viewer, mark string, err error) {
	if !wellFormed(token, tokenPrefix, partnerTokenPrefix) {
		return nil, "", errNoToken
	}
	var found []models.Token
	now, db := s.now(), s.db(ctx)
	err = s.lasting(db).Where("hash = ?", hash(token)).Find(&found).Error
	if err != nil {
		return nil, "", err
	}
	if len(found) == 0 {
		return nil, "", errNoToken
	}
	t := found[0]
	if t.LastUsedAt == nil || now.Sub(*t.LastUsedAt) >= lastUseStep {
		if err := db.Model(&t).UpdateColumn("last_used_at", now).Error; err != nil {
			return nil, "", err
		}
	}
	return &models.Viewer{
		Role: t.Role, Name: t.Name, TokenID: &t.ID, PartnerID: t.PartnerID, ViewedBy: t.ViewedBy, ExpiresAt: t.ExpiresAt,
	}, "token " + t.Hint, nil
}

// viewerBySession returns whose session a request's cookie is of, nil where it is of none that stands: the browser is
// then told to forget it. The context holds the session, a new one where there is none.
func (s *Service) viewerBySession(ctx context.Context, r *http.Request) (context.Context, *models.Viewer, error) {
	sessions := s.parts().sessions
	token, has := s.cookie(r)
	ctx, err := sessions.Load(ctx, token)
	if err != nil || !has {
		return ctx, nil, err
	}
	var found []models.User
	err = s.standing(ctx, s.db(ctx)).Find(&found).Error
	if err != nil {
		return nil, nil, err
	}
	if len(found) > 0 {
		return ctx, viewerOfUser(&found[0]), nil
	}
	if err := sessions.Destroy(ctx); err != nil {
		return nil, nil, err
	}
	s.setCookie(ctx)
	return ctx, nil, nil
}

func viewerOfUser(u *models.User) *models.Viewer {
	return &models.Viewer{Role: u.Role, Name: u.Name, Email: &u.Email, UserID: &u.ID, PartnerID: u.PartnerID}
}

// bearerFormat is RFC 6750, with more blanks than it allows. Nothing of ours is longer.
var bearerFormat = regexp.MustCompile(`^(?i:bearer) +([A-Za-z0-9._~+/-]{1,200}=*) *$`)

// bearer returns a request's token, or nothing if the header is missing, there twice, or not as it should be.
func bearer(r *http.Request) string {
	headers := r.Header.Values("Authorization")
	if len(headers) != 1 {
		return ""
	}
	parts := bearerFormat.FindStringSubmatch(headers[0])
	if parts == nil {
		return ""
	}
	return parts[1]
}

// logFault leaves one line, unless it was the client that went away.
func logFault(r *http.Request, err error) {
	if !errors.Is(r.Context().Err(), context.Canceled) {
		slog.ErrorContext(r.Context(), "who is asking", "path", r.URL.Path, "error", err)
	}
}
