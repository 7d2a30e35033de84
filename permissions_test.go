package main

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"partnerledger/auth"
	"partnerledger/models"
	"partnerledger/resolvers"
)

// TestEveryFieldHasARow in the table of who may what; else the server doesn't start.
func TestEveryFieldHasARow(t *testing.T) {
	must(t, newProduct(t).checkPermissions())
	fields := resolvers.Fields()
	if !slices.Contains(fields, "ReferralPartner.name") || !slices.Contains(fields, "Query.__schema") || len(fields) < 300 {
		t.Fatalf("the fields of the API are %v", fields)
	}
	if err := auth.CheckPermissions(append(fields, "Partner.new")); err == nil || !strings.Contains(err.Error(), "Partner.new") {
		t.Errorf("a field without a row: %v", err)
	}
}

// as sends a query to the API as a viewer of some role, or as nobody.
func (p *product) as(role models.Role, query string) (*httptest.ResponseRecorder, string) {
	body, err := json.Marshal(object{"query": query})
	must(p.t, err)
	ctx := p.t.Context()
	if role != auth.Anybody {
		ctx = auth.With(ctx, &models.Viewer{Role: role, Name: "test"})
	}
	request := httptest.NewRequestWithContext(ctx, "POST", "/graphql", strings.NewReader(string(body)))
	request.Header.Set("Content-Type", "application/json")
	response := httptest.NewRecorder()
	p.api(nil).ServeHTTP(response, request)
	return response, response.Body.String()
}

// TestNoWayAroundThePermissions: an operation that names what its viewer may not see is refused whole, however it names it.
func TestNoWayAroundThePermissions(t *testing.T) {
	p := newProduct(t)
	const partner = models.RolePartner
	for name, c := range map[string]struct {
		as      models.Role
		query   string
		refused string // the field
	}{
		"as it is":             {partner, `{ referralPartners { totalCount } }`, "Query.referralPartners"},
		"an alias":             {partner, `{ viewer: referralPartners { totalCount } }`, "Query.referralPartners"},
		"an alias of a field":  {partner, `{ viewer { partner { name: parent { id } } } }`, "ReferralPartner.parent"},
		"inline fragments":     {partner, `{ viewer { ... { partner { ... { parent { id } } } } } }`, "ReferralPartner.parent"},
		"type conditions":      {partner, `{ ... on Query { viewer { ... on Viewer { partner { ... on ReferralPartner { program { id } } } } } } }`, "ReferralPartner.program"},
		"a fragment":           {partner, `{ viewer { partner { ...p } } } fragment p on ReferralPartner { parent { id } }`, "ReferralPartner.parent"},
		"fragments in another": {partner, `{ ...a ...a } fragment a on Query { viewer { ...b } } fragment b on Viewer { partner { ...c } } fragment c on ReferralPartner { id ...d } fragment d on ReferralPartner { program { id } }`, "ReferralPartner.program"},
		"skipped":              {partner, `{ viewer { role partner @skip(if: true) { parent { id } } } }`, "ReferralPartner.parent"},
		"not included":         {partner, `query ($no: Boolean = false) { viewer { role partner { ... @include(if: $no) { parent { id } } } } }`, "ReferralPartner.parent"},
		"behind a ledger":      {partner, `{ viewer { partner { ledger { entries { edges { node { batch { createdBy } } } } } } } }`, "PaymentBatch.createdBy"},
		"back to the partner":  {partner, `{ viewer { partner { payments { nodes { partner { payments { nodes { note } } } } } } } }`, "Payment.note"},
		"beside what is fine":  {partner, `{ viewer { role } business { name } commissionPrograms { name } }`, "Query.commissionPrograms"},
		"a mutation":           {partner, `mutation { adjustLedger(partnerId: 1, amount: "1", reason: "x", requestId: "x") { userErrors { message } } }`, "Mutation.adjustLedger"},
		"users":                {models.RoleFinance, `{ users { totalCount } }`, "Query.users"},
		"the audit log":        {models.RoleReadOnly, `{ auditLog { totalCount } }`, "Query.auditLog"},
		"a change":             {models.RoleReadOnly, `mutation { exportLedgers { userErrors { message } } }`, "Mutation.exportLedgers"},
		"nobody":               {auth.Anybody, `{ viewer { role } }`, "Query.viewer"},
		"nobody, aliased":      {auth.Anybody, `{ __typename signInOptions: business { name } }`, "Query.business"},
		"nobody's partner":     {auth.Anybody, `mutation { signIn(email: "a", password: "b") { viewer { partner { id } } } }`, "Viewer.partner"},
		"a look at the schema": {auth.Anybody, `{ s: __schema { types { name } } }`, "Query.__schema"},
		"a look at a type":     {auth.Anybody, `{ ...q } fragment q on Query { __type(name: "User") { fields { name } } }`, "Query.__type"},
	} {
		response, body := p.as(c.as, c.query)
		code, status, challenge := "FORBIDDEN", 200, ""
		if c.as == auth.Anybody {
			code, status, challenge = "UNAUTHENTICATED", 401, auth.Challenge
		}
		if !strings.Contains(body, c.refused+" is") || !strings.Contains(body, `"code":"`+code+`"`) || strings.Contains(body, `"data"`) ||
			response.Code != status || response.Header().Get("WWW-Authenticate") != challenge {
			t.Errorf("%s: %d %s, want %s for %s", name, response.Code, body, code, c.refused)
		}
	}
}

// TestWhatIsAllowedIsAnswered: introspection for who has signed in, the other operation of a document, a type's name.
func TestWhatIsAllowedIsAnswered(t *testing.T) {
	p := newProduct(t)
	for _, c := range []struct {
		as    models.Role
		query string
	}{
		{auth.Anybody, `{ __typename }`},
		{models.RolePartner, `{ viewer { __typename role partner { __typename } } business { name } }`},
		{models.RolePartner, `{ __schema { types { name fields { name } } } __type(name: "User") { name } }`},
		{models.RoleReadOnly, `{ referralPartners { nodes { parent { id } } } }`},
	} {
		if response, body := p.as(c.as, c.query); response.Code != 200 || strings.Contains(body, "errors") {
			t.Errorf("%s: %s: %s", c.as, c.query, body)
		}
	}
}

// TestARefusedOperationDoesNothing: also not what its viewer may do.
func TestARefusedOperationDoesNothing(t *testing.T) {
	p := newProduct(t)
	_, body := p.as(models.RoleFinance, `mutation {
		createReferralPartner(input: {code: "A", name: "A"}) { partner { id } }
		deactivateUser(id: 1) { user { id } } }`)
	count := p.do(`{ referralPartners { totalCount } }`, nil)["totalCount"]
	if !strings.Contains(body, "FORBIDDEN") || fmt.Sprint(count) != "0" {
		t.Errorf("%v partners, %s", count, body)
	}
}
