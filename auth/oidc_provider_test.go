package auth_test

import (
	"crypto/rand"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/zitadel/oidc/v3/example/server/storage"
	"github.com/zitadel/oidc/v3/pkg/op"
)

// provider is an OpenID provider of zitadel/oidc, with people and clients of its own. Whoever comes to sign in there is
// person, who has nothing to type.
type provider struct {
	url    string
	store  *storage.Storage
	people *people
	person string
}

// people are those whom a provider knows, by the id that never changes.
type people map[string]*storage.User

func (p people) GetUserByID(id string) *storage.User { return p[id] }
func (people) ExampleClientID() string               { return "example" }
func (p people) GetUserByUsername(name string) *storage.User {
	return p[name]
}

const redirectPath = "/auth/oidc/callback"

// newProvider knows ada and bob, and the clients "ledger" and "other", which both are at an address.
func newProvider(t *testing.T, address string) *provider {
	t.Helper()
	p := &provider{person: "ada", people: &people{}}
	for _, id := range []string{"ada", "bob"} {
		(*p.people)[id] = &storage.User{ID: id, Username: id, Password: "known", Email: id + "@example.com", EmailVerified: true}
	}
	p.store = storage.NewStorageWithClients(p.people, map[string]*storage.Client{
		"ledger": storage.WebClient("ledger", "secret of ledger", address+redirectPath),
		"other":  storage.WebClient("other", "secret of other", address+redirectPath),
	})
	p.url = p.serve(t)
	return p
}

// twin is another provider, with the same keys, people, clients and requests.
func (p *provider) twin(t *testing.T) *provider {
	t.Helper()
	twin := &provider{person: p.person, store: p.store, people: p.people}
	twin.url = twin.serve(t)
	return twin
}

func (p *provider) serve(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	config := &op.Config{CodeMethodS256: true}
	_, _ = rand.Read(config.CryptoKey[:])
	served, err := op.NewProvider(config, p.store, op.StaticIssuer(server.URL), op.WithAllowInsecure())
	if err != nil {
		t.Fatal(err)
	}
	issuer := op.NewIssuerInterceptor(served.IssuerFromRequest)
	mux.Handle("/login/username", issuer.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		request := r.FormValue("authRequestID")
		if err := p.store.CheckUsernamePassword(p.person, "known", request); err != nil {
			http.Error(w, err.Error(), http.StatusForbidden)
			return
		}
		http.Redirect(w, r, op.AuthCallbackURL(served)(r.Context(), request), http.StatusFound)
	}))
	mux.Handle("/", served)
	return server.URL
}
