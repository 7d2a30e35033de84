package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"strings"
	"testing"

	"partnerledger/models"
)

// person is a browser at the API, with a cookie or, where there is one, a token.
type person struct {
	p       *product
	browser http.Client
	token   string
}

func (p *product) person() *person {
	cookies, err := cookiejar.New(nil)
	must(p.t, err)
	return &person{p: p, browser: http.Client{Jar: cookies}}
}

// asks returns the status and the answer as text.
func (who *person) asks(query string, values ...any) (int, string) {
	who.p.t.Helper()
	body, err := json.Marshal(object{"query": fmt.Sprintf(query, values...)})
	must(who.p.t, err)
	request, err := http.NewRequestWithContext(who.p.t.Context(), http.MethodPost, who.p.server.URL+"/graphql", bytes.NewReader(body))
	must(who.p.t, err)
	request.Header.Set("Content-Type", "application/json")
	if who.token != "" {
		request.Header.Set("Authorization", "Bearer "+who.token)
	}
	response, err := who.browser.Do(request)
	must(who.p.t, err)
	defer response.Body.Close()
	var answer json.RawMessage
	must(who.p.t, json.NewDecoder(response.Body).Decode(&answer))
	return response.StatusCode, string(answer)
}

// wants fails the test unless an answer is this one.
func (who *person) wants(want, query string, values ...any) {
	who.p.t.Helper()
	if _, got := who.asks(query, values...); got != want {
		who.p.t.Errorf("%s answers %s, want %s", query, got, want)
	}
}

const who = "{ viewer { role email partner { code } viewedBy } }"

// TestAPartnerSignsIn from the invitation to signing out, and is confined to one ledger all the while.
func TestAPartnerSignsIn(t *testing.T) {
	p := newProduct(t)
	id := p.partner("RP1", "Ada")
	invited := p.do(`mutation($id: ID!) { inviteUser(input: {email: "ada@example.com", name: "Ada", role: PARTNER, partnerId: $id}) {
		invitationPath user { partner { code } invitedUntil lastSignInAt } userErrors { message } } }`, object{"id": id})
	if user := fmt.Sprint(invited["user"]); user != "map[invitedUntil:2011-12-22T12:00:00Z lastSignInAt:<nil> partner:map[code:RP1]]" {
		t.Errorf("invited is %s", user)
	}
	secret := strings.TrimPrefix(invited["invitationPath"].(string), "/invitation#")
	ada := p.person()
	ada.wants(`{"data":{"invitation":{"email":"ada@example.com","name":"Ada"},"signInOptions":{"openIdConnect":null}}}`,
		`{ invitation(token: %q) { email name } signInOptions { openIdConnect } }`, secret)
	ada.wants(`{"data":{"acceptInvitation":{"viewer":{"name":"Ada"},"userErrors":[]}}}`,
		`mutation { acceptInvitation(token: %q, password: "orange-kettle-77-moon") { viewer { name } userErrors { message } } }`, secret)
	const in = `{"data":{"viewer":{"role":"PARTNER","email":"ada@example.com","partner":{"code":"RP1"},"viewedBy":null}}}`
	ada.wants(in, who)
	ada.wants(`{"data":{"changePassword":{"userErrors":[]}}}`,
		`mutation { changePassword(currentPassword: "orange-kettle-77-moon", newPassword: "purple-kettle-78-moon") { userErrors { message } } }`)
	ada.wants(in, who)
	if status, answer := ada.asks("{ users { totalCount } }"); !strings.Contains(answer, "FORBIDDEN") {
		t.Errorf("users: %d %s", status, answer)
	}
	ada.wants(`{"data":{"signOut":{"userErrors":[]}}}`, "mutation { signOut { userErrors { message } } }")
	if status, answer := ada.asks(who); status != 401 {
		t.Errorf("after signing out: %d %s", status, answer)
	}
	ada.wants(`{"data":{"signIn":{"viewer":null,"userErrors":[{"code":"INVALID"}]}}}`,
		`mutation { signIn(email: "ada@example.com", password: "orange-kettle-77-moon") { viewer { name } userErrors { code } } }`)
	ada.wants(`{"data":{"signIn":{"viewer":{"name":"Ada"},"userErrors":[]}}}`,
		`mutation { signIn(email: "ada@example.com", password: "purple-kettle-78-moon") { viewer { name } userErrors { code } } }`)
	ada.wants(in, who)
}

// TestFinanceLooksAtThePortal as a partner, and gives that up.
func TestFinanceLooksAtThePortal(t *testing.T) {
	p := newProduct(t)
	id := p.partner("RP1", "Ada")
	_, answer := p.send(models.RoleFinance, `mutation($id: ID!) { viewPortalAs(partnerId: $id) { token expiresAt userErrors { message } } }`, object{"id": id})
	view := p.person()
	view.token = answer["data"].(object)["viewPortalAs"].(object)["token"].(string)
	view.wants(`{"data":{"viewer":{"role":"PARTNER","email":null,"partner":{"code":"RP1"},"viewedBy":"test FINANCE"}}}`, who)
	view.wants(`{"data":{"signOut":{"userErrors":[]}}}`, "mutation { signOut { userErrors { message } } }")
	if status, answer := view.asks(who); status != 401 {
		t.Errorf("after giving it up: %d %s", status, answer)
	}
	_, answer = p.send(models.RoleFinance, `mutation { viewPortalAs(partnerId: "99") { token userErrors { code } } }`, nil)
	if got := fmt.Sprint(answer["data"]); !strings.Contains(got, "NOT_FOUND") || !strings.Contains(got, "token:<nil>") {
		t.Errorf("of nobody: %s", got)
	}
}

// TestTokensAndUsersThroughTheAPI: what administrators see of them.
func TestTokensAndUsersThroughTheAPI(t *testing.T) {
	p := newProduct(t)
	made := p.do(`mutation { createAccessToken(name: "nightly", role: FINANCE, expiresAt: "2012-01-01T00:00:00Z") {
		token accessToken { id name hint role createdBy expiresAt lastUsedAt partner { id } } userErrors { message } } }`, nil)
	token, secret := made["accessToken"].(object), made["token"].(string)
	if token["createdBy"] != "test ADMIN" || token["hint"] != secret[:7] || token["partner"] != nil || token["lastUsedAt"] != nil {
		t.Errorf("made is %v", token)
	}
	program := p.person()
	program.token = secret
	program.wants(`{"data":{"viewer":{"name":"nightly","expiresAt":"2012-01-01T00:00:00Z"}}}`, "{ viewer { name expiresAt } }")
	revoked := p.do(`mutation($id: ID!) { revokeAccessToken(id: $id) { accessToken { lastUsedAt revokedAt } userErrors { message } } }`, object{"id": token["id"]})
	if got := fmt.Sprint(revoked["accessToken"]); got != "map[lastUsedAt:2011-12-15T12:00:00Z revokedAt:2011-12-15T12:00:00Z]" {
		t.Errorf("revoked is %s", got)
	}
	if status, _ := program.asks("{ viewer { name } }"); status != 401 {
		t.Errorf("a revoked token is answered %d", status)
	}
	if all := p.do("{ accessTokens(first: 1) { totalCount nodes { name } pageInfo { hasNextPage } } }", nil); fmt.Sprint(all) != "map[nodes:[map[name:nightly]] pageInfo:map[hasNextPage:true] totalCount:4]" {
		t.Errorf("the tokens are %v", all)
	}
	bob := p.do(`mutation { inviteUser(input: {email: "bob@example.com", name: "Bob", role: FINANCE}) { user { id } } }`, nil)["user"].(object)
	for _, c := range []struct{ mutation, want string }{
		{`updateUser(id: $id, input: {email: "robert@example.com", name: "Robert", role: READ_ONLY})`, "map[deactivatedAt:<nil> name:Robert role:READ_ONLY]"},
		{`deactivateUser(id: $id)`, "map[deactivatedAt:2011-12-15T12:00:00Z name:Robert role:READ_ONLY]"},
		{`reactivateUser(id: $id)`, "map[deactivatedAt:<nil> name:Robert role:READ_ONLY]"},
		{`renewInvitation(id: $id)`, "map[deactivatedAt:<nil> name:Robert role:READ_ONLY]"},
	} {
		changed := p.do("mutation($id: ID!) { "+c.mutation+" { user { name role deactivatedAt } userErrors { message } } }", object{"id": bob["id"]})
		if got := fmt.Sprint(changed["user"]); got != c.want {
			t.Errorf("%s: %v", c.mutation, changed)
		}
	}
}

// TestWhoEndsInADocumentMakesNoToken further down in it.
func TestWhoEndsInADocumentMakesNoToken(t *testing.T) {
	p := newProduct(t)
	var own models.Token
	must(t, p.db.Where("role = ?", models.RoleAdmin).Take(&own).Error)
	_, answer := p.send(models.RoleAdmin, `mutation($id: ID!) { revokeAccessToken(id: $id) { userErrors { message } }
		createAccessToken(role: ADMIN, name: "after") { token } }`, object{"id": own.ID})
	faults, _ := answer["errors"].([]any)
	if len(faults) != 1 || faults[0].(object)["extensions"].(object)["code"] != "UNAUTHENTICATED" {
		t.Errorf("answered is %v", answer)
	}
}
