package resolvers

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"

	"partnerledger/auth"
	"partnerledger/models"
)

// FuzzChecks: whatever passes the guard is small, and the checks of a valid operation find by one look at every fragment
// what spreading them all out finds.
func FuzzChecks(f *testing.F) {
	for _, seed := range []struct{ query, variables string }{
		{`{ viewer { role partner { ledger { entries(first: 5) { nodes { amount batch { batchId } } } } } } }`, `{}`},
		{`query ($n: Int = 5, $s: Boolean!) { referralPartners(first: $n) { ...c @skip(if: $s) edges { node { ...p } } } } fragment c on ReferralPartnerConnection { nodes { ...p } } fragment p on ReferralPartner { id a: parent { program { rules { level } } } }`, `{"n": 7, "s": false}`},
		{`mutation ($m: PaymentType!) { createReferralPartnerPayment(partnerId: 1, amount: "1", type: $m, requestId: "x") { userErrors { message } } }`, `{"m": "cash"}`},
		{`{ ...a } fragment a on Query { ... on Query { business { name } } ...b } fragment b on Query { __schema { types { name } } }`, `{}`},
		{`mutation { signIn(email: "a", password: "b") { viewer { role partner { id } } } b: acceptInvitation(token: "", password: "") { userErrors { field } } }`, `{}`},
		{`{ ...a } fragment a on Query { ...a }`, `{"v": [[[{}]]]}`},
		{`query ($c: LedgerCriteria) { referralPartnerLedgers(criteria: $c, first: 500) { nodes { entries { totalCount } } } ledgerMonths(last: 120) { totals { payments } } }`, `{"c": {"status": "ACTIVE", "partnerIds": [1, "2"]}}`},
		{`{ a: __typename @include(if: true) __type(name: "X") { fields(includeDeprecated: true) { type { ofType { name } } } } }`, ``},
	} {
		f.Add(seed.query, seed.variables)
	}
	f.Fuzz(func(t *testing.T, query, given string) {
		if (guard{newQueryCache()}).MutateOperationParameters(t.Context(), &graphql.RawParams{Query: query}) != nil {
			return
		}
		document, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, maxTokens)
		if err != nil || len(document.Operations) == 0 {
			return
		}
		if errs := validator.ValidateWithRules(schema, document, validation()); len(errs) > 0 {
			return
		}
		var variables map[string]any
		decoder := json.NewDecoder(strings.NewReader(given))
		decoder.UseNumber()
		_ = decoder.Decode(&variables) // without any, some operations are none
		for _, operation := range document.Operations {
			values, err := validator.VariableValues(schema, operation, variables)
			if err != nil {
				continue
			}
			checked(t, &graphql.OperationContext{Doc: document, Operation: operation, Variables: values})
		}
	})
}

func checked(t *testing.T, operation *graphql.OperationContext) {
	everything := spreadOut{operation.Variables, map[string]bool{}}
	fields := everything.fields(operation.Operation.SelectionSet, 0)
	got := costWalk{schema, operation.Variables, map[spread]cost{}}.selections(operation.Operation.SelectionSet, 0)
	if got.fields != min(fields, enough) {
		t.Fatalf("it costs %v, spread out %d", got, fields)
	}
	for _, role := range append([]models.Role{auth.Anybody}, models.Roles...) {
		ctx := t.Context()
		if role != auth.Anybody {
			ctx = auth.With(ctx, &models.Viewer{Role: role})
		}
		all := true
		for name := range everything.names {
			all = all && auth.Allows(role, name)
		}
		if err := (permit{schema}).MutateOperationContext(ctx, operation); (err == nil) != all {
			t.Fatalf("%s: %v, but of %v it may all: %v", role, err, everything.names, all)
		}
	}
	_ = enums{schema}.MutateOperationContext(t.Context(), operation)
	_ = onePassword{}.MutateOperationContext(t.Context(), operation)
}

// spreadOut looks at what is selected as it stands there, every fragment wherever it is spread.
type spreadOut struct {
	variables map[string]any
	names     map[string]bool
}

func (s spreadOut) fields(set ast.SelectionSet, rows int) (count int) {
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.InlineFragment:
			count += s.unless(selection.Directives, s.fields(selection.SelectionSet, rows))
		case *ast.FragmentSpread:
			count += s.unless(selection.Directives, s.fields(selection.Definition.SelectionSet, rows))
		case *ast.Field:
			if selection.Name != typename && !strings.HasPrefix(selection.ObjectDefinition.Name, "__") {
				s.names[selection.ObjectDefinition.Name+"."+selection.Name] = true
			}
			times, inner := s.rows(selection, rows)
			count += s.unless(selection.Directives, 1+times*s.fields(selection.SelectionSet, inner))
		}
	}
	return min(count, enough)
}

func (s spreadOut) rows(field *ast.Field, around int) (times, inner int) {
	asked := func(name string) int {
		n, known := field.ArgumentMap(s.variables)[name]
		if !known {
			return 0
		}
		v, err := graphql.UnmarshalInt(n)
		if err != nil || n == nil {
			return models.MaxPage
		}
		return min(max(v, 1), models.MaxPage)
	}
	if field.Definition.Type.Elem == nil {
		return 1, asked("first")
	}
	if times = max(asked("last"), around); times == 0 {
		times = rowsOfList
	}
	return times, 0
}

func (s spreadOut) unless(directives ast.DirectiveList, count int) int {
	for _, d := range directives {
		if condition := d.ArgumentMap(s.variables)["if"]; condition == (d.Name == "skip") {
			return 0
		}
	}
	return count
}
