package auth

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"net/http"
	"time"

	"partnerledger/models"
)

// flowTime is how long somebody may take to sign in at the provider.
const flowTime = 10 * time.Minute

// flow is one way to the provider and back. Its secret is in a cookie of the browser that began it, and nowhere else;
// all that the protocol wants to be random is made of it.
type flow struct{ secret string }

func (f flow) state() string    { return f.derive("state") }
func (f flow) nonce() string    { return f.derive("nonce") }
func (f flow) verifier() string { return f.derive("verifier") }

func (f flow) derive(purpose string) string {
	mac := hmac.New(sha256.New, []byte(f.secret))
	mac.Write([]byte(purpose))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

// began tells whether an answer of the provider belongs to the flow.
func (f flow) began(state string) bool {
	return subtle.ConstantTimeCompare([]byte(state), []byte(f.state())) == 1
}

// beginFlow makes a flow, and gives the browser its cookie.
func (s *Service) beginFlow(ctx context.Context, w http.ResponseWriter) (flow, error) {
	f := flow{rand.Text() + rand.Text()}
	err := s.db(ctx).Create(&models.SignInFlow{Hash: hash(f.secret), EndsAt: s.now().Add(flowTime)}).Error
	if err == nil {
		http.SetCookie(w, s.flowCookie(f.secret, int(flowTime/time.Second)))
	}
	return f, err
}

// endFlow returns the flow that the browser has begun, for the only time; not found where there is none, or no longer.
func (s *Service) endFlow(w http.ResponseWriter, r *http.Request) (f flow, found bool, err error) {
	cookie, err := r.Cookie(s.flowCookie("", 0).Name)
	if err != nil {
		return flow{}, false, nil
	}
	http.SetCookie(w, s.flowCookie("", -1))
	ended := s.db(r.Context()).Where("hash = ? AND ends_at > ?", hash(cookie.Value), s.now()).Delete(&models.SignInFlow{})
	return flow{cookie.Value}, ended.RowsAffected == 1, ended.Error
}

// flowCookie is sent back when the provider leads the browser to us: SameSite is Lax, not Strict.
func (s *Service) flowCookie(secret string, age int) *http.Cookie {
	return &http.Cookie{
		Name: s.parts().sessions.Cookie.Name + "-oidc", Value: secret, Path: "/", MaxAge: age,
		HttpOnly: true, Secure: s.Secure, SameSite: http.SameSiteLaxMode,
	}
}
