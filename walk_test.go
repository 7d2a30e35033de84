package main

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"partnerledger/auth"
	"partnerledger/models"
)

// hop is a field on the way from the root of the API to a type.
type hop struct {
	of    *ast.Definition
	field *ast.FieldDefinition
}

func (h hop) name() string { return h.of.Name + "." + h.field.Name }

// path leads from the root to a type. No type is twice on it.
type path []hop

// longest is how many fields deep paths go: with what is selected at their end, the most that an operation may.
const longest = 13

// paths are all ways through the API, to every type and so to every field, the shortest first.
func paths(schema *ast.Schema) (all []path) {
	from := func(p path, at *ast.Definition) {
		for _, field := range at.Fields {
			to := schema.Types[field.Type.Name()]
			again := to == at || slices.ContainsFunc(p, func(h hop) bool { return h.of == to })
			if to.Kind == ast.Object && !again && !strings.HasPrefix(field.Name, "__") {
				all = append(all, append(slices.Clone(p), hop{at, field}))
			}
		}
	}
	from(nil, schema.Query)
	from(nil, schema.Mutation)
	for i := 0; i < len(all); i++ {
		if len(all[i]) < longest {
			from(all[i], all[i].end(schema))
		}
	}
	return all
}

func (p path) allowedTo(role models.Role) bool {
	return !slices.ContainsFunc(p, func(h hop) bool { return !auth.Allows(role, h.name()) })
}

// end is the type that the path leads to.
func (p path) end(schema *ast.Schema) *ast.Definition {
	return schema.Types[p[len(p)-1].field.Type.Name()]
}

// variant is how the arguments of an operation are filled: with ids of the own partner, of another one, of nothing, or
// with nothing that can be left out. Of two arguments of which only one may be given, it is the second where second says so.
type variant struct {
	pick   func(triple) string
	name   string
	second bool
}

var (
	ownIDs     = variant{pick: func(t triple) string { return t.own }, name: "own"}
	foreignIDs = variant{pick: func(t triple) string { return t.foreign }, name: "foreign"}
	missingIDs = variant{pick: func(t triple) string { return t.missing }, name: "missing"}
	omitted    = variant{pick: func(t triple) string { return t.own }, name: "omitted"}
)

// eitherOr are the arguments of which only one may be given.
var eitherOr = map[string][2]string{
	"referralPartner":                {"id", "code"},
	"previewReferralPartnerPayments": {"criteria", "exportId"},
	"createReferralPartnerPayments":  {"criteria", "exportId"},
}

// variants are all that make a difference to a path.
func (p path) variants(schema *ast.Schema) []variant {
	if !slices.ContainsFunc(p, func(h hop) bool { return len(h.field.Arguments) > 0 }) {
		return []variant{ownIDs}
	}
	all := []variant{omitted, ownIDs}
	if p.hasKeys(schema) {
		all = append(all, foreignIDs, missingIDs)
	}
	if _, either := eitherOr[p[0].field.Name]; either {
		for _, v := range []variant{ownIDs, foreignIDs, missingIDs} {
			v.second, v.name = true, v.name+", the other argument"
			all = append(all, v)
		}
	}
	return all
}

// keyOf is which id an argument takes, by its name; that of "id" depends on the field.
var keyOf = map[string]string{
	"partnerId": "partner", "partnerIds": "partner", "parentId": "partner", "programId": "program", "exportId": "export",
	"batchId": "batch", "orderId": "text order", "refundId": "text refund", "requestId": "text bonus", "code": "text ",
	"partnerCode": "text ", "search": "text ", "email": "text user@example.com", "token": "invitation",
	"referralPartner.id": "partner", "updateReferralPartner.id": "partner", "voidPayment.id": "payments",
	"saveCommissionProgram.id": "program", "renewInvitation.id": "users", "updateUser.id": "users",
	"deactivateUser.id": "users", "reactivateUser.id": "users", "revokeAccessToken.id": "tokens",
}

func (p path) hasKeys(schema *ast.Schema) bool {
	var has func(field, argument string, of *ast.Type) bool
	has = func(field, argument string, of *ast.Type) bool {
		if keyOf[argument] != "" || keyOf[field+"."+argument] != "" {
			return true
		}
		return slices.ContainsFunc(schema.Types[of.Name()].Fields, func(f *ast.FieldDefinition) bool {
			return schema.Types[of.Name()].Kind == ast.InputObject && has("", f.Name, f.Type)
		})
	}
	return slices.ContainsFunc(p, func(h hop) bool {
		return slices.ContainsFunc(h.field.Arguments, func(a *ast.ArgumentDefinition) bool { return has(h.field.Name, a.Name, a.Type) })
	})
}

// sample is what an argument gets that names nobody.
var sample = map[string]any{
	"first": 2, "last": 2, "expiresIn": 600, "level": 1, "period": object{"start": "2011-01-01", "end": "2011-12-31"},
	"name": "Walk", "reason": "walk", "sku": "walk", "newPassword": password + " too", "password": password,
	"currentPassword": "this is the wrong one", "method": "COMMISSION_EARNED", "type": "CHECK", "role": "PARTNER",
	"Decimal": "1.00", "DateTime": "2011-11-20T10:00:00Z", "field": "PARTNER_NAME", "direction": "ASC",
}

// value is what an argument gets, and whether it gets anything.
func (s *scene) value(field, name string, of *ast.Type, hasDefault bool, v variant) (any, bool) {
	if of.NonNull && !hasDefault {
		return s.given(field, name, of, v), true
	}
	definition := api().Types[of.Name()]
	key := keyOf[name] != "" || keyOf[field+"."+name] != ""
	known := name == "first" || name == "last" || name == "period" || definition.Kind == ast.InputObject
	if v.name == omitted.name || !key && !known {
		return nil, false
	}
	return s.given(field, name, of, v), true
}

func (s *scene) given(field, name string, of *ast.Type, v variant) any {
	if of.Elem != nil {
		return []any{s.given(field, name, of.Elem, v)}
	}
	for _, key := range []string{keyOf[field+"."+name], keyOf[name]} {
		if key != "" {
			return v.pick(s.ids[key])
		}
	}
	for _, key := range []string{name, of.Name()} {
		if value, known := sample[key]; known {
			return value
		}
	}
	definition := api().Types[of.Name()]
	if definition.Kind != ast.InputObject {
		s.t.Fatalf("%s.%s has no sample", field, name)
	}
	filled := object{}
	for _, f := range definition.Fields {
		if value, given := s.value("", f.Name, f.Type, f.DefaultValue != nil, v); given {
			filled[f.Name] = value
		}
	}
	return filled
}

// operation is a path as an operation that selects something at its end.
func (s *scene) operation(p path, selection string, v variant) (query string, variables object) {
	variables = object{}
	var declared []string
	text, end := "", ""
	for i, h := range p {
		text += " { " + h.field.Name + s.arguments(h.field, i, v, &declared, variables)
		end += " }"
	}
	kind := strings.ToLower(p[0].of.Name)
	if len(declared) > 0 {
		kind += "(" + strings.Join(declared, ", ") + ")"
	}
	return kind + text + " { " + selection + " }" + end, variables
}

func (s *scene) arguments(field *ast.FieldDefinition, i int, v variant, declared *[]string, variables object) string {
	var given []string
	for _, a := range field.Arguments {
		pair, either := eitherOr[field.Name]
		if either && (a.Name == pair[0]) == v.second && slices.Contains(pair[:], a.Name) {
			continue
		}
		value, has := s.value(field.Name, a.Name, a.Type, a.DefaultValue != nil, v)
		if !has && either && a.Name == pair[0] && a.Type.Name() == "ID" {
			value, has = s.given(field.Name, a.Name, a.Type, v), true // one must be there
		}
		if has {
			name := fmt.Sprintf("%s%d", a.Name, i)
			given, variables[name] = append(given, a.Name+": $"+name), value
			*declared = append(*declared, "$"+name+": "+a.Type.String())
		}
	}
	if len(given) == 0 {
		return ""
	}
	return "(" + strings.Join(given, ", ") + ")"
}

// call is an operation and what is expected of it.
type call struct {
	by        caller
	query     string
	variables object
	variant   variant
	refused   bool
	mutation  bool
	depth     int
}

// leaves are the fields of a type that need no selection, those that a role may see or those that it may not.
func leaves(schema *ast.Schema, at *ast.Definition, role models.Role, allowed bool) (names []string) {
	for _, f := range at.Fields {
		kind := schema.Types[f.Type.Name()].Kind
		if kind != ast.Object && !strings.HasPrefix(f.Name, "__") && auth.Allows(role, at.Name+"."+f.Name) == allowed {
			names = append(names, f.Name)
		}
	}
	return names
}

// calls are all operations of a caller: along every path what may be seen at its end at once, what may not be seen one by
// one. To every type the shortest path is gone, others as far as the caller goes.
func (s *scene) calls(by caller) (all []call) {
	schema, reached := api(), map[string]bool{}
	for _, p := range paths(schema) {
		at := p.end(schema)
		if len(p) > by.depth && reached[at.Name] {
			continue
		}
		reached[at.Name] = true
		add := func(selection string, refused bool, variants ...variant) {
			for _, v := range variants {
				query, variables := s.operation(p, selection, v)
				all = append(all, call{by, query, variables, v, refused, p[0].of == schema.Mutation, len(p)})
			}
		}
		visible := strings.Join(append(leaves(schema, at, by.role, true), "__typename"), " ")
		if !p.allowedTo(by.role) {
			add(visible, true, p.refusedVariants(schema)...)
			continue
		}
		for _, name := range leaves(schema, at, by.role, false) {
			add(name, true, p.refusedVariants(schema)...)
		}
		if by.isOutside() || by.role == models.RoleAdmin {
			add(visible, false, p.variants(schema)...)
		} else {
			add(visible, false, ownIDs)
		}
	}
	return all
}

// refusedVariants are fewer: whose ids they are could make a difference only if something ran.
func (p path) refusedVariants(schema *ast.Schema) []variant {
	if len(p) <= 2 && p.hasKeys(schema) {
		return []variant{foreignIDs, missingIDs}
	}
	return []variant{foreignIDs}
}

// answer is what came back, as text with its headers.
type answer struct {
	call
	status int
	text   string
	body   struct {
		Data   any
		Errors []struct{ Extensions struct{ Code string } }
	}
}

func (s *scene) do1(c call) answer {
	response := s.ask(c.by, c.query, c.variables)
	return read(s.t, c, response)
}

func read(t testing.TB, c call, response *httptest.ResponseRecorder) answer {
	a := answer{call: c, status: response.Code}
	must(t, json.Unmarshal(response.Body.Bytes(), &a.body))
	response.Header().Del("X-Request-Id") // is another one each time
	a.text = fmt.Sprint(response.Header()) + response.Body.String()
	return a
}

func (a answer) code() string {
	if len(a.body.Errors) == 0 {
		return ""
	}
	return a.body.Errors[0].Extensions.Code
}

// mistakes are what is wrong with ids of nobody, and with an operation that leaves out how few rows it wants.
var mistakes = []string{"INVALID", "NOT_FOUND", "TOO_LARGE"}

// check holds an answer against the table.
func (a answer) check(t *testing.T) {
	good := a.code() == "" && a.body.Data != nil || a.variant.name != ownIDs.name && slices.Contains(mistakes, a.code())
	if a.refused {
		want := "FORBIDDEN"
		if a.by.role == auth.Anybody {
			want = "UNAUTHENTICATED"
		}
		good = a.code() == want && a.body.Data == nil && len(a.body.Errors) == 1
	}
	if !good {
		t.Errorf("%s, %s ids: %s\n%v\n%d %s", a.by, a.variant.name, a.query, a.variables, a.status, a.text)
	}
}

// atOnce asks everything, a few at a time.
func (s *scene) atOnce(calls []call) []answer {
	answers := make([]answer, len(calls))
	var next, all sync.WaitGroup
	queue := make(chan int)
	next.Go(func() {
		for i := range calls {
			queue <- i
		}
		close(queue)
	})
	for range 4 {
		all.Go(func() {
			for i := range queue {
				answers[i] = s.do1(calls[i])
			}
		})
	}
	all.Wait()
	return answers
}

// TestTheWalk goes every way through the API, as everybody, by every way to say who that is: what the table of who may
// what allows is answered, all else is refused before anything runs, another partner's id is answered as that of nothing,
// and no partner gets anything of another one: not in an answer, an error, a header, a count, a cursor or the log.
func TestTheWalk(t *testing.T) {
	s := newScene(t)
	told := map[models.Role]*strings.Builder{}
	for _, by := range s.callers() {
		if told[by.role] == nil {
			told[by.role] = &strings.Builder{}
		}
		s.walk(t, by, told[by.role])
	}
	for _, word := range []string{"", "user@example.com", "order", "customer", "sku", "line", "refund", "first", "bonus", "note", "program"} {
		for _, mark := range []string{own, stranger} {
			if !strings.Contains(told[models.RoleAdmin].String(), mark+word+`"`) {
				t.Errorf("nobody ever gets %s%s: it is no mark", mark, word)
			}
		}
	}
	if seen := s.holds(told[models.RoleAdmin].String()); len(seen) < 20 || !slices.Contains(seen, markedTime) || !slices.Contains(seen, company) {
		t.Errorf("of the marks only these are ever got: %v", seen)
	}
	for _, word := range []string{own + `"`, own + "@example.com", "Order " + own + "order", own + "bonus", "Shared-1", "55.50", "98.75"} {
		if !strings.Contains(told[models.RolePartner].String(), word) {
			t.Errorf("the partner never gets %s", word)
		}
	}
	s.addsUp()
}

func (s *scene) walk(t *testing.T, by caller, told *strings.Builder) {
	var refused, queries, mutations []call
	for _, c := range s.calls(by) {
		switch {
		case c.refused:
			refused = append(refused, c)
		case !c.mutation:
			queries = append(queries, c)
		case by.isOutside() || c.depth <= 2: // who is of the company goes the ways behind that in queries
			mutations = append(mutations, c)
		}
	}
	s.log.taken()
	stored := s.stored()
	answers := s.nothingRuns(t, by, refused)
	answers = append(answers, s.atOnce(queries)...)
	for _, c := range mutations {
		answers = append(answers, s.mutation(c))
	}
	for i, a := range answers {
		a.check(t)
		if i > 0 && a.query == answers[i-1].query && a.variant.name == missingIDs.name && by.isOutside() {
			s.alike(t, answers[i-1], a)
		}
		told.WriteString(a.text)
	}
	if !by.isOutside() {
		return
	}
	for _, a := range answers {
		if found := s.holds(a.text); len(found) > 0 {
			t.Errorf("%s gets %v: %s\n%v\n%s", by, found, a.query, a.variables, a.text)
		}
	}
	if found := s.holds(s.log.taken()); len(found) > 0 {
		t.Errorf("of what %s asks the log has %v", by, found)
	}
	if s.stored() != stored {
		t.Errorf("%s has changed something", by)
	}
}

// isOutside tells who is not of the company.
func (c caller) isOutside() bool { return c.role == auth.Anybody || c.role == models.RolePartner }

// nothingRuns asks what is refused: no statement runs but those that find out who asks.
func (s *scene) nothingRuns(t *testing.T, by caller, refused []call) []answer {
	s.ask(by, "{ __typename }", nil) // the first use of a token is written down
	before := s.statements.Load()
	s.ask(by, "{ __typename }", nil)
	each := s.statements.Load() - before
	answers := s.atOnce(refused)
	if ran := s.statements.Load() - before - each; ran != each*int64(len(refused)) {
		t.Errorf("%s: %d refused operations take %d statements, %d each", by, len(refused), ran, each)
	}
	return answers
}

// alike holds the answer to another partner's id against that to the id of nothing.
func (s *scene) alike(t *testing.T, foreign, missing answer) {
	if foreign.status != missing.status || foreign.text != missing.text {
		t.Errorf("%s tells a partner's id from none: %s\n%s\n%s", foreign.by, foreign.query, foreign.text, missing.text)
	}
}

// mutation asks with a session, or a token, that is new: this may end it. Guesses don't add up.
func (s *scene) mutation(c call) answer {
	must(s.t, s.db.Exec("DELETE FROM sign_in_attempts").Error)
	c.by.value = c.by.renew()
	return s.do1(c)
}

// stored is a mark of all that is stored, but who is signed in.
func (s *scene) stored() string {
	all := contents(s.t, s.owner)
	for _, table := range []string{"sessions", "sign_in_attempts", "tokens", "users"} {
		delete(all, table)
	}
	return fmt.Sprint(all)
}

// callers are all who may ask, by all ways. Those who are of the company come last: they change everything.
func (s *scene) callers() []caller {
	all := append(s.partnerCallers(), caller{auth.Anybody, "nothing", 5, "", func() string { return "" }})
	for _, role := range []models.Role{models.RoleReadOnly, models.RoleFinance, models.RoleAdmin} {
		mark := company + strings.ToLower(string(role))
		s.signUp(mark, role, "")
		all = append(all, s.caller(role, "Cookie", 2, func() string { return s.signIn(mark) }),
			s.caller(role, "Authorization", 4, func() string {
				_, token, err := s.auth.CreateToken(s.t.Context(), role, "walk", nil)
				must(s.t, err)
				return "Bearer " + token
			}))
	}
	return all
}

func (s *scene) caller(role models.Role, name string, depth int, renew func() string) caller {
	return caller{role, name, depth, renew(), renew}
}

// partnerCallers are the partner, a program of the partner's, and somebody who looks at the portal as the partner.
func (s *scene) partnerCallers() []caller {
	id := s.ids["partner"].own
	return []caller{
		s.caller(models.RolePartner, "Cookie", longest, func() string { return s.signIn(own) }),
		s.caller(models.RolePartner, "Authorization", 4, func() string {
			s.asPartner(id)
			return "Bearer " + s.tokens[models.RolePartner]
		}),
		s.caller(models.RolePartner, "Authorization", 4, func() string {
			return "Bearer " + s.do(`mutation($id: ID!) { viewPortalAs(partnerId: $id) { token } }`, object{"id": id})["token"].(string)
		}),
	}
}
