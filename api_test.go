package main

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
	"time"

	"github.com/alexedwards/argon2id"
	"gorm.io/gorm"

	"partnerledger/models"
	"partnerledger/postgres"
	"partnerledger/postgres/pgtest"
)

// beProgram makes the test binary the program itself, for tests that want it as a process.
const beProgram = "BE_PARTNERLEDGER"

func TestMain(m *testing.M) {
	if os.Getenv(beProgram) != "" {
		main()
		return
	}
	pgtest.Main(m)
}

// product is the whole server on a database of its own, on a day that a test may set, with a token of every role; of
// PARTNER once a partner is there whose it is (see as).
type product struct {
	*app
	t      testing.TB
	server *httptest.Server
	tokens map[models.Role]string
	clock  time.Time
}

func newProduct(t testing.TB) *product { return productOn(t, pgtest.New(t)) }

// newProductWithOwner is for tests that break what the server's role can't: owner is the tables'.
func newProductWithOwner(t testing.TB) (p *product, owner *gorm.DB) {
	t.Helper()
	server, tables := pgtest.NewURLs(t)
	return productOn(t, connect(t, server)), connect(t, tables)
}

func connect(t testing.TB, url string) *gorm.DB {
	t.Helper()
	db, err := postgres.Open(t.Context(), url, slog.New(slog.DiscardHandler))
	must(t, err)
	t.Cleanup(func() {
		if pool, err := db.DB(); err == nil {
			pool.Close()
		}
	})
	return db
}

func productOn(t testing.TB, db *gorm.DB) *product {
	p := &product{t: t, tokens: map[models.Role]string{}, clock: time.Date(2011, 12, 15, 12, 0, 0, 0, time.UTC)}
	p.app = &app{db: db, Business: &models.Business{
		Name: "Test & Co.", Zone: time.UTC, Currency: "GBP", Now: func() time.Time { return p.clock },
	}}
	p.services()
	p.auth.Hashing = &argon2id.Params{Memory: 64, Iterations: 1, Parallelism: 1, SaltLength: 16, KeyLength: 32}
	for _, role := range []models.Role{models.RoleAdmin, models.RoleFinance, models.RoleReadOnly} {
		_, token, err := p.auth.CreateToken(t.Context(), role, "test "+string(role), nil)
		must(t, err)
		p.tokens[role] = token
	}
	handler, err := p.handler(nil)
	must(t, err)
	p.server = httptest.NewServer(handler)
	t.Cleanup(p.server.Close)
	return p
}

type object = map[string]any

// send posts an operation and returns the status and the whole answer.
func (p *product) send(as models.Role, query string, variables object) (int, object) {
	p.t.Helper()
	body, err := json.Marshal(object{"query": query, "variables": variables})
	must(p.t, err)
	response := p.request(http.MethodPost, "/graphql", bytes.NewReader(body), http.Header{
		"Content-Type": {"application/json"}, "Authorization": {"Bearer " + p.tokens[as]},
	})
	defer response.Body.Close()
	var answer object
	must(p.t, json.NewDecoder(response.Body).Decode(&answer))
	return response.StatusCode, answer
}

func (p *product) request(method, path string, body io.Reader, header http.Header) *http.Response {
	p.t.Helper()
	request, err := http.NewRequestWithContext(p.t.Context(), method, p.server.URL+path, body)
	must(p.t, err)
	request.Header = header
	response, err := p.server.Client().Do(request)
	must(p.t, err)
	return response
}

// do runs an operation as ADMIN and returns its one field; any top-level error fails the test.
func (p *product) do(query string, variables object) object {
	p.t.Helper()
	_, answer := p.send(models.RoleAdmin, query, variables)
	if answer["errors"] != nil {
		p.t.Fatalf("%s: %v", query, answer["errors"])
	}
	for _, field := range answer["data"].(object) {
		return field.(object)
	}
	return nil
}

// asPartner makes the token of role PARTNER one that opens the ledger of a partner, for a day.
func (p *product) asPartner(partnerID string) {
	p.t.Helper()
	made := p.do(`mutation($id: ID!) { createPartnerAccessToken(partnerId: $id, expiresIn: 86400) { token userErrors { message } } }`,
		object{"id": partnerID})
	p.tokens[models.RolePartner] = made["token"].(string)
}

// addsUp ends every test that records: is every stored figure what the entries say?
func (p *product) addsUp() {
	p.t.Helper()
	differences, err := p.check(p.t.Context())
	must(p.t, err)
	for _, d := range differences {
		p.t.Error(d)
	}
}

// partner records a partner and returns its id.
func (p *product) partner(code, name string) string {
	p.t.Helper()
	made := p.do(`mutation($code: String!, $name: String!) {
		createReferralPartner(input: {code: $code, name: $name}) { partner { id } userErrors { message } } }`,
		object{"code": code, "name": name})
	return made["partner"].(object)["id"].(string)
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
