package auth_test

import (
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"partnerledger/audit"
	"partnerledger/auth"
	"partnerledger/models"
)

// visitor is a browser, at a server with a company's own sign-in.
type visitor struct {
	*http.Client
	t        *testing.T
	s        *auth.Service
	address  string
	mux      *http.ServeMux
	provider *provider
	// detour changes an address before the browser goes there.
	detour func(*url.URL)
}

func newVisitor(t *testing.T) *visitor {
	t.Helper()
	mux := http.NewServeMux()
	v := &visitor{t: t, s: newService(t), mux: mux}
	v.s.Now = time.Now // the provider's tokens are of today
	mux.Handle(auth.OIDCRoute, v.s.Middleware(auth.Require(auth.OIDCRoute, http.HandlerFunc(v.s.StartOIDC))))
	mux.Handle(auth.OIDCCallbackRoute, v.s.Middleware(auth.Require(auth.OIDCCallbackRoute, http.HandlerFunc(v.s.FinishOIDC))))
	mux.Handle("/", v.s.Middleware(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if viewer := auth.ViewerOf(r.Context()); viewer != nil {
			fmt.Fprint(w, *viewer.Email)
		}
	})))
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	v.address, v.provider = server.URL, newProvider(t, server.URL)
	v.s.OIDC = &auth.OIDC{Issuer: v.provider.url, ClientID: "ledger", ClientSecret: "secret of ledger", Name: "Example"}
	v.Client = v.browser()
	return v
}

// browser is another one, without cookies.
func (v *visitor) browser() *http.Client {
	jar, err := cookiejar.New(nil)
	must(v.t, err)
	return &http.Client{Jar: jar, CheckRedirect: func(r *http.Request, _ []*http.Request) error {
		if v.detour != nil {
			v.detour(r.URL)
		}
		return nil
	}}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// get follows an address to where it ends.
func (v *visitor) get(browser *http.Client, address string) *url.URL {
	v.t.Helper()
	request, err := http.NewRequestWithContext(v.t.Context(), http.MethodGet, address, nil)
	must(v.t, err)
	response, err := browser.Do(request)
	must(v.t, err)
	response.Body.Close()
	return response.Request.URL
}

// signIn walks to the provider and back, and returns why nobody was let in; empty if somebody was.
func (v *visitor) signIn() string {
	v.t.Helper()
	end := v.get(v.Client, v.address+"/auth/oidc")
	if end.Path != "/" || !strings.HasPrefix(end.String(), v.address) {
		v.t.Fatalf("the way ends at %s", end)
	}
	return end.Query().Get("signInError")
}

// who is signed in.
func (v *visitor) who(browser *http.Client) string {
	v.t.Helper()
	response, err := browser.Get(v.address)
	must(v.t, err)
	defer response.Body.Close()
	var email string
	_, _ = fmt.Fscan(response.Body, &email)
	return email
}

// user records somebody.
func (v *visitor) user(email string) *models.User {
	v.t.Helper()
	u := &models.User{Email: email, Name: email, Role: models.RoleFinance, SessionEpoch: 1, CreatedAt: now}
	must(v.t, v.s.DB.Create(u).Error)
	return u
}

// events writes the log: what, about whom, by whom.
func (v *visitor) events() string {
	v.t.Helper()
	var events []models.AuditEvent
	must(v.t, v.s.DB.Order("id").Find(&events).Error)
	var all []string
	for _, e := range events {
		line := fmt.Sprint(e.Action, " ", e.Subject, " by ", e.Actor)
		if e.Operation != auth.OIDCCallbackRoute {
			v.t.Errorf("the event is of %s", e.Operation)
		}
		if e.After != nil {
			line += fmt.Sprint(" ", strings.ReplaceAll(string(*e.After), v.provider.url, "ISSUER"))
		}
		all = append(all, line)
	}
	return strings.Join(all, "\n")
}

// changes writes what the events of an action have changed.
func (v *visitor) changes(action models.AuditAction) string {
	v.t.Helper()
	var events []*models.AuditEvent
	must(v.t, v.s.DB.Where("action = ?", action).Order("id").Find(&events).Error)
	var all []string
	for _, e := range events {
		changes, err := audit.Changes(e)
		must(v.t, err)
		var line []string
		for _, c := range changes {
			text := c.Field + ":"
			if c.Before != nil {
				text += " " + *c.Before + " →"
			}
			if c.After != nil {
				text += " " + *c.After
			}
			line = append(line, text)
		}
		all = append(all, strings.ReplaceAll(strings.Join(line, ", "), v.provider.url, "ISSUER"))
	}
	return strings.Join(all, "\n")
}

func equal(t testing.TB, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestOIDC: somebody who was invited is known by the address that the provider has verified, in any case, and from then on
// by the provider's own id, whatever the address is.
func TestOIDC(t *testing.T) {
	v := newVisitor(t)
	ada := v.user("Ada@Example.com")
	must(t, v.s.DB.Create(&models.Invitation{UserID: ada.ID, Hash: "x", CreatedAt: now, ExpiresAt: time.Now().Add(time.Hour)}).Error)
	equal(t, v.signIn(), "")
	equal(t, v.who(v.Client), "Ada@Example.com")
	var invitations int64
	must(t, v.s.DB.Model(&models.Invitation{}).Count(&invitations).Error)
	if invitations != 0 {
		t.Error("the invitation still sets a password")
	}
	(*v.provider.people)["ada"].Email, (*v.provider.people)["ada"].EmailVerified = "ada.lovelace@example.com", false
	v.Client = v.browser()
	equal(t, v.signIn(), "")
	equal(t, v.who(v.Client), "Ada@Example.com")
	equal(t, v.events(), `SIGNED_IN Ada@Example.com by Ada@Example.com
USER_CHANGED Ada@Example.com by Ada@Example.com {"openIdConnect": "ISSUER ada"}
SIGNED_IN Ada@Example.com by Ada@Example.com`)
}

// TestOIDCRefuses whom it doesn't know for sure. Nobody is made, nobody is linked.
func TestOIDCRefuses(t *testing.T) {
	for why, arrange := range map[string]func(*visitor){
		"unknown":    func(v *visitor) { v.user("bob@example.com") },
		"unverified": func(v *visitor) { v.user("ada@example.com"); (*v.provider.people)["ada"].EmailVerified = false },
		"deactivated": func(v *visitor) {
			must(v.t, v.s.DB.Model(v.user("ada@example.com")).Update("deactivated_at", now).Error)
		},
		"linked": func(v *visitor) {
			must(v.t, v.s.DB.Model(v.user("ada@example.com")).Update("oidc_subject", v.provider.url+" eve").Error)
		},
	} {
		t.Run(why, func(t *testing.T) {
			v := newVisitor(t)
			arrange(v)
			equal(t, v.signIn(), why)
			equal(t, v.who(v.Client), "")
			equal(t, v.events(), "SIGN_IN_REFUSED ada@example.com by nobody {\"reason\": \""+why+" at the company's own sign-in\"}")
			var users []models.User
			must(t, v.s.DB.Find(&users).Error)
			if len(users) != 1 || (users[0].OIDCSubject != nil && !strings.HasSuffix(*users[0].OIDCSubject, " eve")) {
				t.Errorf("the users are %+v", users)
			}
		})
	}
}

// TestAnotherAddressUnlinks: whom the provider had linked is let in no longer, and the person who has the address is.
func TestAnotherAddressUnlinks(t *testing.T) {
	v := newVisitor(t)
	account := v.user("ada@example.com")
	equal(t, v.signIn(), "")
	change := func(email, name string) {
		t.Helper()
		_, err := v.s.UpdateUser(t.Context(), account.ID, auth.UserInput{Email: email, Name: name, Role: models.RoleFinance})
		must(t, err)
	}
	change("Ada@Example.com", "Ada")
	equal(t, v.who(v.Client), "Ada@Example.com")
	change("bob@example.com", "Bob")
	equal(t, v.who(v.Client), "")
	equal(t, v.signIn(), "unknown")
	v.provider.person, v.Client = "bob", v.browser()
	equal(t, v.signIn(), "")
	equal(t, v.who(v.Client), "bob@example.com")
	equal(t, v.changes(models.ActionUserChanged), `openIdConnect: ISSUER ada
email: ada@example.com → Ada@Example.com, name: ada@example.com → Ada
email: Ada@Example.com → bob@example.com, name: Ada → Bob, openIdConnect: ISSUER ada →
openIdConnect: ISSUER bob`)
}

// TestANewInvitationUnlinks: who has another id at the provider is known by the address again, or sets a password.
func TestANewInvitationUnlinks(t *testing.T) {
	v := newVisitor(t)
	account := v.user("ada@example.com")
	must(t, v.s.DB.Model(account).Update("oidc_subject", "https://before.example.com 7").Error)
	equal(t, v.signIn(), "linked")
	_, path, err := v.s.RenewInvitation(t.Context(), account.ID)
	must(t, err)
	if invited, err := v.s.Invitation(t.Context(), secretOf(path)); invited == nil || err != nil {
		t.Errorf("the new link is for %v, %v", invited, err)
	}
	equal(t, v.signIn(), "")
	equal(t, v.who(v.Client), "ada@example.com")
	equal(t, v.changes(models.ActionUserInvited), "active: true, email: ada@example.com, name: ada@example.com, "+
		"openIdConnect: https://before.example.com 7 →, role: FINANCE")
	_, _, err = v.s.RenewInvitation(t.Context(), account.ID)
	must(t, err)
	equal(t, v.who(v.Client), "") // whoever was let in by the id that is forgotten
	equal(t, v.changes(models.ActionUserChanged), "openIdConnect: ISSUER ada")
}

// TestWhoMakesTheirOwnInvitationStaysSignedIn, since the link is shown to nobody else; their other sessions end.
func TestWhoMakesTheirOwnInvitationStaysSignedIn(t *testing.T) {
	v := newVisitor(t)
	account := v.user("ada@example.com")
	equal(t, v.signIn(), "")
	other := v.Client
	v.Client = v.browser()
	equal(t, v.signIn(), "")
	renew := v.s.Middleware(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		_, _, err := v.s.RenewInvitation(r.Context(), account.ID)
		must(t, err)
	}))
	v.mux.Handle("/renew", renew)
	v.get(v.Client, v.address+"/renew")
	equal(t, v.who(v.Client), "ada@example.com")
	equal(t, v.who(other), "")
}

// TestALinkIsNotMadeWhileTheAddressChanges: whichever comes first, nobody is linked to an account of another address.
func TestALinkIsNotMadeWhileTheAddressChanges(t *testing.T) {
	v := newVisitor(t)
	account := v.user("ada@example.com")
	for round := range 5 {
		in := auth.UserInput{Email: "bob@example.com", Name: "Bob", Role: models.RoleFinance}
		var both sync.WaitGroup
		both.Go(func() { _, _ = v.s.UpdateUser(t.Context(), account.ID, in) })
		both.Go(func() { v.signIn() })
		both.Wait()
		var kept models.User
		must(t, v.s.DB.Take(&kept, account.ID).Error)
		if kept.OIDCSubject != nil || v.who(v.Client) != "" {
			t.Fatalf("round %d: %s is linked to %s", round, *kept.OIDCSubject, kept.Email)
		}
		in.Email = "ada@example.com"
		_, err := v.s.UpdateUser(t.Context(), account.ID, in)
		must(t, err)
	}
}

// TestAnAddressThatOnlyLooksAlikeIsNobodys: Postgres takes the Kelvin sign for a k.
func TestAnAddressThatOnlyLooksAlikeIsNobodys(t *testing.T) {
	v := newVisitor(t)
	v.user("kim@example.com")
	(*v.provider.people)["ada"].Email = "\u212aim@example.com"
	equal(t, v.signIn(), "unknown")
}

// TestDeactivatedAfterLinking: who was let in once isn't for ever.
func TestDeactivatedAfterLinking(t *testing.T) {
	v := newVisitor(t)
	ada := v.user("ada@example.com")
	equal(t, v.signIn(), "")
	must(t, v.s.DB.Model(ada).Update("deactivated_at", now).Error)
	equal(t, v.who(v.Client), "")
	equal(t, v.signIn(), "deactivated")
}

// at lets a detour change addresses of a path only.
func at(path string, change func(url.Values)) func(*url.URL) {
	return func(u *url.URL) {
		if u.Path == path {
			query := u.Query()
			change(query)
			u.RawQuery = query.Encode()
		}
	}
}

// TestOIDCFlowsAreBound: an answer of the provider is good for the flow that asked for it only, in the browser that began
// it, once and soon.
func TestOIDCFlowsAreBound(t *testing.T) {
	captureLog(t)
	v := newVisitor(t)
	v.user("ada@example.com")
	for name, c := range map[string]struct {
		why    string
		detour func(*visitor) func(*url.URL)
	}{
		"another state": {"expired", func(*visitor) func(*url.URL) {
			return at(redirectPath, func(q url.Values) { q.Set("state", "x"+q.Get("state")[1:]) })
		}},
		"no state": {"expired", func(*visitor) func(*url.URL) { return at(redirectPath, func(q url.Values) { q.Del("state") }) }},
		"another nonce": {"failed", func(*visitor) func(*url.URL) {
			return at("/authorize", func(q url.Values) { q.Set("nonce", "x") })
		}},
		"no nonce": {"failed", func(*visitor) func(*url.URL) { return at("/authorize", func(q url.Values) { q.Del("nonce") }) }},
		"another challenge": {"failed", func(*visitor) func(*url.URL) {
			return at("/authorize", func(q url.Values) { q.Set("code_challenge", "x"+q.Get("code_challenge")[1:]) })
		}},
		"another code": {"failed", func(*visitor) func(*url.URL) { return at(redirectPath, func(q url.Values) { q.Set("code", "x") }) }},
		"another issuer": {"expired", func(*visitor) func(*url.URL) {
			return at(redirectPath, func(q url.Values) { q.Set("iss", "https://example.com") })
		}},
		"cancelled": {"cancelled", func(*visitor) func(*url.URL) {
			return at(redirectPath, func(q url.Values) { q.Del("code"); q.Set("error", "access_denied") })
		}},
		"another browser": {"expired", func(v *visitor) func(*url.URL) {
			return func(u *url.URL) {
				if u.Path == redirectPath {
					v.Client.Jar.SetCookies(u, []*http.Cookie{{Name: "partnerledger-oidc", Path: "/", MaxAge: -1}})
				}
			}
		}},
		"too late": {"expired", func(v *visitor) func(*url.URL) {
			return at(redirectPath, func(url.Values) { v.s.Now = func() time.Time { return time.Now().Add(time.Hour) } })
		}},
	} {
		t.Run(name, func(t *testing.T) {
			v.Client, v.detour, v.s.Now = v.browser(), c.detour(v), time.Now
			equal(t, v.signIn(), c.why)
			equal(t, v.who(v.Client), "")
			equal(t, v.events(), "")
		})
	}
}

// TestOIDCAnswersOnce: whoever gets hold of the address of an answer, or the same browser again, finds nothing.
func TestOIDCAnswersOnce(t *testing.T) {
	v := newVisitor(t)
	v.user("ada@example.com")
	var answer string
	var cookies []*http.Cookie
	v.detour = func(u *url.URL) {
		if u.Path == redirectPath {
			answer, cookies = u.String(), v.Client.Jar.Cookies(u)
		}
	}
	equal(t, v.signIn(), "")
	again := v.browser()
	at, err := url.Parse(v.address)
	must(t, err)
	again.Jar.SetCookies(at, cookies) // as they were when the answer came
	equal(t, v.get(again, answer).Query().Get("signInError"), "expired")
	equal(t, v.who(again), "")
	equal(t, v.get(v.Client, answer).Query().Get("signInError"), "expired")
}

// through sends requests on another way.
type through func(*http.Request)

func (f through) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	f(r)
	return http.DefaultTransport.RoundTrip(r)
}

// TestATokenForSomebodyElseIsRefused, though it is the provider's own, signed, fresh and of this flow.
func TestATokenForSomebodyElseIsRefused(t *testing.T) {
	log := captureLog(t)
	v := newVisitor(t)
	v.user("ada@example.com")
	v.detour = at("/authorize", func(q url.Values) { q.Set("client_id", "other") })
	v.s.OIDC.HTTP = &http.Client{Transport: through(func(r *http.Request) {
		if r.URL.Path == "/oauth/token" {
			r.SetBasicAuth("other", url.QueryEscape("secret of other"))
		}
	})}
	equal(t, v.signIn(), "failed")
	equal(t, v.who(v.Client), "")
	if !strings.Contains(log.String(), "expected audience") {
		t.Errorf("it is refused for another reason: %s", log)
	}
}

// TestATokenOfAnotherProviderIsRefused, though that one has the same keys.
func TestATokenOfAnotherProviderIsRefused(t *testing.T) {
	log := captureLog(t)
	v := newVisitor(t)
	v.user("ada@example.com")
	other, err := url.Parse(v.provider.twin(t).url)
	must(t, err)
	v.detour = func(u *url.URL) {
		if u.Path == "/authorize" {
			u.Host = other.Host
		}
	}
	v.s.OIDC.HTTP = &http.Client{Transport: through(func(r *http.Request) {
		if r.URL.Path == "/oauth/token" {
			r.URL.Host = other.Host
		}
	})}
	equal(t, v.signIn(), "failed")
	equal(t, v.who(v.Client), "")
	if !strings.Contains(log.String(), "issued by a different provider") {
		t.Errorf("it is refused for another reason: %s", log)
	}
}

// TestProviderThatIsDown keeps nobody from starting, and is asked again.
func TestProviderThatIsDown(t *testing.T) {
	captureLog(t)
	v := newVisitor(t)
	v.user("ada@example.com")
	issuer := v.s.OIDC.Issuer
	v.s.OIDC.Issuer = "http://127.0.0.1:1"
	equal(t, v.signIn(), "unreachable")
	v.s.OIDC.Issuer = issuer
	equal(t, v.signIn(), "")
}

// TestOIDCCookie: no script reads it, no other site's request but the provider's way back brings it, and it ends.
func TestOIDCCookie(t *testing.T) {
	v := newVisitor(t)
	v.s.Secure = true
	stay := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := stay.Get(v.address + "/auth/oidc")
	must(t, err)
	response.Body.Close()
	cookie := response.Cookies()[0]
	want := "__Host-partnerledger-oidc=SECRET; Path=/; Max-Age=600; HttpOnly; Secure; SameSite=Lax"
	equal(t, strings.Replace(cookie.String(), cookie.Value, "SECRET", 1), want)
	equal(t, response.Header.Get("Cache-Control"), "no-store")
	to := response.Header.Get("Location")
	for _, secret := range []string{cookie.Value, "secret"} {
		if strings.Contains(to, secret) {
			t.Errorf("%s has %s", to, secret)
		}
	}
	if !strings.Contains(to, "code_challenge_method=S256") || !strings.Contains(to, url.QueryEscape("https://"+strings.TrimPrefix(v.address, "http://")+redirectPath)) {
		t.Errorf("it leads to %s", to)
	}
	v.s.OIDC.PublicURL = "https://ledger.example.com"
	response, err = stay.Get(v.address + "/auth/oidc")
	must(t, err)
	response.Body.Close()
	if to := response.Header.Get("Location"); !strings.Contains(to, url.QueryEscape("https://ledger.example.com/auth/oidc/callback")) {
		t.Errorf("it leads to %s", to)
	}
}

// TestWithoutOIDC there is no such way.
func TestWithoutOIDC(t *testing.T) {
	v := newVisitor(t)
	v.s.OIDC = nil
	for _, path := range []string{"/auth/oidc", redirectPath} {
		response, err := v.Get(v.address + path)
		must(t, err)
		response.Body.Close()
		if response.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %d", path, response.StatusCode)
		}
	}
}

// TestOIDCOverTwoServers: the way that begins at one server ends at another.
func TestOIDCOverTwoServers(t *testing.T) {
	v := newVisitor(t)
	v.user("ada@example.com")
	other := &auth.Service{Business: v.s.Business, DB: v.s.DB, Hashing: v.s.Hashing}
	own := auth.OIDC{Issuer: v.provider.url, ClientID: "ledger", ClientSecret: "secret of ledger", Name: "Example", PublicURL: v.address}
	other.OIDC = &own
	finish := httptest.NewServer(other.Middleware(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == redirectPath {
			other.FinishOIDC(w, r)
		}
	})))
	t.Cleanup(finish.Close)
	came := false
	v.detour = func(u *url.URL) {
		if u.Path == redirectPath {
			u.Host, came = strings.TrimPrefix(finish.URL, "http://"), true
		}
	}
	v.get(v.Client, v.address+"/auth/oidc")
	if email := v.who(v.Client); email != "ada@example.com" || !came {
		t.Errorf("signed in is %q, by way of the other server: %t", email, came)
	}
}
