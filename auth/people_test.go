package auth_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"partnerledger/auth"
	"partnerledger/models"
)

const goodPassword = "orange-kettle-77-moon"

// house is a service whose clock a test may set, behind its middleware, and an administrator in it.
type house struct {
	*auth.Service
	t     *testing.T
	clock time.Time
	admin *models.User
}

const adminEmail = "ada@example.com"

func newHouse(t *testing.T) *house {
	t.Helper()
	h := &house{Service: newService(t), t: t, clock: now}
	h.Now = func() time.Time { return h.clock }
	if made, err := h.First(t.Context(), adminEmail, goodPassword); err != nil || made == nil {
		t.Fatal(made, err)
	}
	h.admin = h.user(adminEmail)
	return h
}

func (h *house) user(email string) *models.User {
	h.t.Helper()
	user := new(models.User)
	if err := h.DB.Where("email = ?", email).Take(user).Error; err != nil {
		h.t.Fatal(err)
	}
	return user
}

// browser is who sends requests, with the cookie that the last answer set.
type browser struct {
	h       *house
	address string
	cookie  string
	bearer  string
	last    *http.Cookie // that an answer set, nil if the last one set none
	recent  *http.Cookie // of having changed something
}

func (h *house) browser() *browser { return &browser{h: h, address: "192.0.2.1:4711"} }

// do runs work as the server does: in a request that has gone through the middleware. It returns the status.
func (b *browser) do(work func(ctx context.Context)) int {
	b.h.t.Helper()
	request := httptest.NewRequestWithContext(b.h.t.Context(), "POST", "/graphql", nil)
	request.RemoteAddr = b.address
	if b.cookie != "" {
		request.AddCookie(&http.Cookie{Name: "partnerledger", Value: b.cookie})
	}
	if b.recent != nil {
		request.AddCookie(b.recent)
	}
	if b.bearer != "" {
		request.Header.Set("Authorization", "Bearer "+b.bearer)
	}
	answer := httptest.NewRecorder()
	b.h.Middleware(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { work(r.Context()) })).ServeHTTP(answer, request)
	b.last = nil
	for _, cookie := range answer.Result().Cookies() {
		if strings.HasSuffix(cookie.Name, "-recent") {
			b.recent = cookie
			continue
		}
		if b.last != nil {
			b.h.t.Error("an answer sets two cookies")
		}
		b.last, b.cookie = cookie, cookie.Value
	}
	return answer.Code
}

func (b *browser) signIn(email, password string) (viewer *models.Viewer, err error) {
	b.h.t.Helper()
	b.do(func(ctx context.Context) { viewer, err = b.h.SignIn(ctx, email, password) })
	return viewer, err
}

// viewer is who the server takes the browser for, nil for nobody.
func (b *browser) viewer() (viewer *models.Viewer) {
	b.h.t.Helper()
	if status := b.do(func(ctx context.Context) { viewer = auth.ViewerOf(ctx) }); status == 401 {
		return nil
	}
	return viewer
}

// in returns a browser that has signed in.
func (h *house) in(email, password string) *browser {
	h.t.Helper()
	b := h.browser()
	if _, err := b.signIn(email, password); err != nil {
		h.t.Fatal(err)
	}
	return b
}

// invite records a user who has accepted.
func (h *house) invite(in auth.UserInput) *models.User {
	h.t.Helper()
	user, path, err := h.InviteUser(h.t.Context(), in)
	if err != nil {
		h.t.Fatal(err)
	}
	h.browser().do(func(ctx context.Context) { _, err = h.AcceptInvitation(ctx, secretOf(path), goodPassword) })
	if err != nil {
		h.t.Fatal(err)
	}
	return user
}

func secretOf(path string) string { return strings.TrimPrefix(path, "/invitation#") }

// refused fails the test unless an error is one UserError of a code.
func refused(t *testing.T, err error, code models.ErrorCode, what string) {
	t.Helper()
	found, all := models.UserErrors(err)
	if len(found) != 1 || !all || found[0].Code != code {
		t.Errorf("%s: %v, want %s", what, err, code)
	}
}

// events are what the audit log has of an action, as "actor: subject".
func (h *house) events(action models.AuditAction) (found []string) {
	h.t.Helper()
	var rows []models.AuditEvent
	if err := h.DB.Where("action = ?", action).Order("id").Find(&rows).Error; err != nil {
		h.t.Fatal(err)
	}
	for _, e := range rows {
		found = append(found, e.Actor+": "+e.Subject)
	}
	return found
}
