package main

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"partnerledger/models"
)

// probe is what somebody with curl sends who has got hold of what a partner signs in with.
type probe struct {
	method, path, kind, body string
}

func (a probe) String() string { return a.method + " " + a.path + " " + a.body }

// query is an operation as a probe.
func (s *scene) query(text string, variables object) probe {
	body, err := json.Marshal(object{"query": text, "variables": variables})
	must(s.t, err)
	return probe{"POST", "/graphql", "application/json", string(body)}
}

// TestWhatAPartnerSignsInWithOpensOneLedger: in an attacker's hands a session, a token and a look at the portal yield that
// one partner's ledger, by whatever route, cursor, period, currency, text and playground operation, and change nothing.
func TestWhatAPartnerSignsInWithOpensOneLedger(t *testing.T) {
	s := newScene(t)
	stored := s.stored()
	s.log.taken()
	attacks := s.attacks()
	for _, by := range s.partnerCallers() {
		yields := false
		for _, a := range attacks {
			answer := s.send(a.method, a.path, a.kind, a.body, by)
			text := fmt.Sprint(answer.Header()) + answer.Body.String()
			if found := s.holds(text); len(found) > 0 {
				t.Errorf("%s gets %v: %s\n%s", by, found, a, text)
			}
			yields = yields || strings.Contains(text, own)
			if strings.Contains(text, "INTERNAL") || answer.Code >= 500 {
				t.Errorf("%s finds a fault: %s\n%s", by, a, text)
			}
		}
		if !yields {
			t.Errorf("%s never gets the own ledger", by)
		}
	}
	if found := s.holds(s.log.taken()); len(found) > 0 {
		t.Errorf("the log has %v", found)
	}
	if s.stored() != stored {
		t.Error("something has changed")
	}
}

func (s *scene) attacks() (all []probe) {
	all = append(s.routes(), s.forgedCursors()...)
	all = append(all, s.hostileTexts()...)
	return append(all, s.playgroundOperations()...)
}

// routes are all routes, with ids of everybody, in every way that a route could be taken for another.
func (s *scene) routes() (all []probe) {
	paths := []string{
		"/", "/playground", "/healthz", "/readyz", "/metrics", "/audit-log.csv", "/audit-log.csv?search=" + stranger,
		"/audit-log.csv?partnerId=" + s.ids["partner"].foreign, "/exports/", "/exports/1%20OR%201=1", "/debug/pprof/",
		"/graphql?query={referralPartners{nodes{name}}}", "/auth/oidc", "/auth/oidc/callback?code=1&state=2", "/../exports/1",
	}
	for _, id := range []string{s.ids["export"].own, s.ids["export"].foreign, s.ids["export"].missing} {
		paths = append(paths, "/exports/"+id, "/exports/"+id+"/", "/EXPORTS/"+id, "/exports/%20"+id)
	}
	for _, kind := range []string{"partners", "orders", "refunds"} {
		paths = append(paths, "/imports/"+kind, "/imports/"+kind+"?dryRun=true", "/imports/"+kind+"/?skipInvalid=true")
	}
	for _, path := range paths {
		for _, method := range []string{"GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS"} {
			all = append(all, probe{method, path, "text/csv", "code,name\n" + stranger + "," + stranger})
		}
	}
	return all
}

const (
	everything = `query($period: DateRangeInput, $currency: CurrencyCode, $after: Cursor, $first: Int! = 500) { viewer { partner {` + ofPartner + `} } }`
	ofPartner  = `id code name email
		ledger(period: $period, currencyCode: $currency) { endingBalance owedNow
			entries(first: $first, after: $after) { totalCount nodes { id amount balance source description recordedAt batch { batchId } } edges { cursor } } }
		payments(period: $period, currencyCode: $currency, first: $first, after: $after) { totalCount totalAmount
			nodes { id amount voidedAt batch { batchId } partner { name } } edges { cursor } }
		ledgerMonths(last: 120, currencyCode: $currency) { period { start } totals { endingBalance payments } }`
)

// forgedCursors are positions in every list that there is, at rows of others, before and behind everything.
func (s *scene) forgedCursors() (all []probe) {
	for _, list := range []string{
		"payments", "payments of a partner", "batch", "batches", "skipped", "planned", "partners", "users", "tokens", "audit", "exports",
		"entries/2011-01-01/2011-12-31", "ledgers/PARTNER_NAME/ASC", "",
	} {
		for _, key := range []string{"", "2011-01-01", stranger, "'; RESET ROLE; --"} {
			for _, id := range []int64{-1, markedIDs} {
				all = append(all, s.query(everything, object{
					"after": models.Position{List: list, Key: key, ID: id}.Cursor(), "period": sample["period"],
				}))
			}
		}
	}
	return all
}

// hostileTexts are in the place of every text that a partner may send.
func (s *scene) hostileTexts() (all []probe) {
	for _, text := range []string{
		"GBP", "USD", "gbp", "GBP' OR '1'='1", "GBP'; RESET ROLE; SELECT * FROM partners; --", "GBP\x00", "'", "%", "\\", strings.Repeat("A", 5000),
	} {
		all = append(
			all,
			s.query(everything, object{"currency": text}),
			s.query(everything, object{"after": text}),
			s.query(everything, object{"period": object{"start": text, "end": text}}),
			s.query(`query($token: String!) { invitation(token: $token) { email name } }`, object{"token": text}),
			s.query(`mutation($token: String!) { acceptInvitation(token: $token, password: "none of your business") { viewer { name } } }`, object{"token": text}),
			s.query(`mutation($text: String!) { changePassword(currentPassword: $text, newPassword: "none of your business") { userErrors { message } } }`, object{"text": text}),
		)
	}
	for _, period := range []object{
		{"start": "1800-01-01", "end": "2199-12-31"}, {"start": "2011-12-31", "end": "2011-01-01"}, {"start": "0001-01-01", "end": "9999-12-31"},
	} {
		all = append(all, s.query(everything, object{"period": period}))
	}
	return append(all, s.query(everything, object{"partnerId": s.ids["partner"].foreign, "id": s.ids["partner"].foreign}),
		s.query(everything, object{"first": -1}), s.query(everything, object{"first": 1 << 30}))
}

// playgroundOperations are those of the playground, and of the dashboard's pages, with their own arguments.
func (s *scene) playgroundOperations() (all []probe) {
	files, err := filepath.Glob("frontend/playground/examples/*.graphql")
	must(s.t, err)
	if len(files) < 6 {
		s.t.Fatal("the playground's operations are elsewhere")
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		must(s.t, err)
		var variables object
		if given, err := os.ReadFile(strings.TrimSuffix(file, "graphql") + "variables.json"); err == nil {
			must(s.t, json.Unmarshal(given, &variables))
		}
		all = append(all, s.query(string(text), variables))
	}
	return all
}

// TestTheCredentialOfAPartnerIsOne: with another's beside it, or somebody's id in a header, it is still that one's or none.
func TestTheCredentialOfAPartnerIsOne(t *testing.T) {
	s := newScene(t)
	const who = `{ viewer { name role partner { code } } }`
	id := s.ids["partner"].foreign
	cookie := s.signIn(own)
	for name, c := range map[string]struct {
		header map[string]string
		status int
	}{
		"ids in headers":        {map[string]string{"Cookie": cookie, "X-Partner-Id": id, "X-Forwarded-User": stranger, "X-User": "1"}, 200},
		"two cookies":           {map[string]string{"Cookie": "partnerledger=" + s.ids["tokens"].foreign + "; " + cookie}, 401},
		"a bad token beside it": {map[string]string{"Cookie": cookie, "Authorization": "Bearer plp_" + strings.Repeat("A", 49)}, 401},
		"another scheme":        {map[string]string{"Cookie": cookie, "Authorization": "Basic YWRtaW46YWRtaW4="}, 401},
		"the id as a token":     {map[string]string{"Authorization": "Bearer " + id}, 401},
	} {
		request := httptest.NewRequestWithContext(t.Context(), "POST", "/graphql", strings.NewReader(s.query(who, nil).body))
		request.Header.Set("Content-Type", "application/json")
		for header, value := range c.header {
			request.Header.Set(header, value)
		}
		answer := httptest.NewRecorder()
		s.handler.ServeHTTP(answer, request)
		if answer.Code != c.status || len(s.holds(answer.Body.String())) > 0 || (c.status == 200) != strings.Contains(answer.Body.String(), own) {
			t.Errorf("%s: %d %s", name, answer.Code, answer.Body)
		}
	}
}

// TestThePortalShowsWhatStaffSee: what a partner gets of the own ledger is, to the letter, what the company gets of it.
func TestThePortalShowsWhatStaffSee(t *testing.T) {
	s := newScene(t)
	asStaff := strings.NewReplacer("viewer {", "viewer: referralPartners(first: 1, search: $own) {", "partner {", "partner: nodes {", "query(", "query($own: String!, ").
		Replace(strings.TrimSuffix(everything, ofPartner+"} } }")) + ofPartner + "} } }"
	staff := caller{name: "Authorization", value: "Bearer " + s.tokens[models.RoleReadOnly]}
	for _, variables := range []object{
		{"period": object{"start": "2011-11-01", "end": "2011-11-30"}}, {"period": sample["period"], "first": 2}, {"currency": "USD"}, {},
	} {
		variables["own"] = own
		wanted := s.ask(staff, asStaff, variables).Body.String()
		wanted = strings.NewReplacer(`"partner":[{"id"`, `"partner":{"id"`, `]}]}}}`, `]}}}}`).Replace(wanted)
		for _, by := range s.partnerCallers() {
			if got := s.ask(by, everything, variables).Body.String(); !strings.Contains(got, own) || got != wanted {
				t.Errorf("%v\n%s\nthe company gets\n%s", variables, got, wanted)
			}
		}
	}
}
