package auth

import (
	"context"
	"log/slog"
	"net/http"
	"regexp"

	"partnerledger/models"
)

// Middleware lets through whoever has a token, and puts who that is into the request's context.
func (s *Service) Middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		viewer, err := s.viewer(r)
		switch {
		case err != nil:
			logFault(r, err)
			refuse(w, http.StatusServiceUnavailable, codeInternal, "Who is asking could not be looked up. Try again.")
		case viewer == nil:
			refuseUnknown(w, r)
		default:
			next.ServeHTTP(w, r.WithContext(With(r.Context(), viewer)))
		}
	})
}

// viewer returns who a request's token was made for, nil if it has none that we made.
func (s *Service) viewer(r *http.Request) (*models.Viewer, error) {
	token := bearer(r)
	if token == "" {
		return nil, nil
	}
	return s.viewerByToken(r.Context(), token)
}

// viewerByToken looks up a token by its hash: how long that takes says nothing about any token that is there.
func (s *Service) viewerByToken(ctx context.Context, token string) (*models.Viewer, error) {
	var found []models.Token
	err := s.DB.WithContext(ctx).Where("hash = ?", hash(token)).Find(&found).Error
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return &models.Viewer{Role: found[0].Role, Name: found[0].Name}, nil
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
	if r.Context().Err() == nil {
		slog.ErrorContext(r.Context(), "token look-up", "path", r.URL.Path, "error", err)
	}
}
