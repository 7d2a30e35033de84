package resolvers

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"partnerledger/graph"
)

var schema = graph.NewExecutableSchema(graph.Config{}).Schema()

// costOf is what the first operation of a document costs.
func costOf(t *testing.T, query string, variables map[string]any) cost {
	t.Helper()
	document, errs := gqlparser.LoadQueryWithRules(schema, query, validation())
	if errs != nil {
		t.Fatalf("%s: %v", query, errs)
	}
	return costWalk{schema, variables, map[spread]cost{}}.selections(document.Operations[0].SelectionSet, 0)
}

// TestCosts: a connection counts first × what it selects of each row, by whatever way it is asked for.
func TestCosts(t *testing.T) {
	for query, want := range map[string]struct{ fields, statements int }{
		`{ business { name today } }`:                                                                                                                {3, 1},
		`{ c: referralPartners(first: 5) { nodes { id name } totalCount } }`:                                                                         {1 + 1 + 5*2 + 1, 1},
		`{ c: referralPartners { nodes { id name } } }`:                                                                                              {1 + 1 + 50*2, 1},
		`query ($n: Int!) { c: referralPartners(first: $n) { edges { node { id } } } }`:                                                              {1 + 1 + 500*2, 1},
		`query ($none: Int = 5) { c: referralPartners(first: $none) { edges { node { id } } } }`:                                                     {1 + 1 + 5*2, 1},
		`{ c: referralPartners(first: 99999) { nodes { id } } }`:                                                                                     {1 + 1 + 500, 1},
		`{ c: referralPartners(first: -5) { nodes { id } } }`:                                                                                        {1 + 1 + 1, 1},
		`{ referralPartners(first: 5) { ...c } } fragment c on ReferralPartnerConnection { nodes { id } }`:                                           {1 + 1 + 5, 1},
		`{ referralPartners(first: 5) { ... { nodes { ... on ReferralPartner { id } } } } }`:                                                         {1 + 1 + 5, 1},
		`{ a: referralPartners(first: 5) { ...c } b: referralPartners(first: 7) { ...c } } fragment c on ReferralPartnerConnection { nodes { id } }`: {2*2 + 5 + 7, 2},
		`{ referralPartners(first: 5) { nodes { ledger { entries(first: 7) { nodes { id } } } } } }`:                                                 {1 + 1 + 5*(1+1+1+7), 3},
		`{ ledgerMonths(last: 24) { period { start } } }`:                                                                                            {1 + 24*2, 1},
		`{ commissionPrograms { rules { level } } }`:                                                                                                 {1 + 10*(1+10), 1},
		`query ($yes: Boolean = true) { business { name @skip(if: true) today @include(if: false) timeZone @include(if: $yes) } }`:                   {2, 1},
		`{ a: __typename b: __typename }`:                                                                                                            {2, 2},
	} {
		got := costOf(t, query, map[string]any{"n": int64(500), "yes": true})
		if got != (cost{want.fields, want.statements}) {
			t.Errorf("%s costs %v, want %v", query, got, want)
		}
	}
}

// TestTheCostIsFoundOnceAFragment: fragments that spread fragments are no work, whatever they cost.
func TestTheCostIsFoundOnceAFragment(t *testing.T) {
	var bomb strings.Builder
	bomb.WriteString("{ referralPartners { nodes { ...f0 } } } ")
	for i := range 40 {
		fmt.Fprintf(&bomb, "fragment f%d on ReferralPartner { a: parent { ...f%d } b: parent { ...f%d } } ", i, i+1, i+1)
	}
	bomb.WriteString("fragment f40 on ReferralPartner { id }")
	if got := costOf(t, bomb.String(), nil); got.fields < enough {
		t.Errorf("it costs %v", got)
	}
}

func refusedBy(query string) string {
	if err := (guard{newQueryCache()}).MutateOperationParameters(context.Background(), &graphql.RawParams{Query: query}); err != nil {
		return err.Message
	}
	return ""
}

// TestTheDashboardFitsTheLimits with every page as large as may be, and what it prints.
func TestTheDashboardFitsTheLimits(t *testing.T) {
	generated, err := os.ReadFile("../frontend/src/gql/graphql.ts")
	if err != nil {
		t.Fatal(err)
	}
	documents := regexp.MustCompile("new TypedDocumentString\\(`([^`]*)`").FindAllStringSubmatch(string(generated), -1)
	operations := 0
	for _, found := range documents {
		query := found[1]
		if !strings.Contains(query, "query ") && !strings.Contains(query, "mutation ") {
			continue // a fragment alone
		}
		operations++
		variables := map[string]any{"first": int64(500), "withEntries": false}
		for range 2 {
			got := costOf(t, query, variables)
			if refused := refusedBy(query); refused != "" || got.fields > maxAnswer || got.statements > maxStatements {
				t.Errorf("%s: %s, it costs %v", query, refused, got)
			}
			variables = map[string]any{"first": int64(20), "withEntries": true} // as printed
		}
	}
	if operations < 20 {
		t.Errorf("%d operations in %d documents", operations, len(documents))
	}
}

// TestTheGuard: what it lets pass is valid or not, but small.
func TestTheGuard(t *testing.T) {
	nested := func(n int) string { return strings.Repeat("{ a ", n) + strings.Repeat("}", n) }
	for query, refused := range map[string]string{
		nested(maxDepth):                               "",
		nested(maxDepth + 1):                           "deep",
		"{" + strings.Repeat(" a", maxFields) + " }":   "",
		"{" + strings.Repeat(" a", maxFields+1) + " }": "fields",
		"{ ...a ...a } fragment a on Query {" + strings.Repeat(" a", maxFields/2+1) + " }":                  "fields",
		"{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }":                                "spreads itself",
		"{ a } fragment a on Query { b { ... { ...a } } }":                                                  "spreads itself",
		"{ ...a ...b } fragment a on Query { ...c } fragment b on Query { ...c } fragment c on Query { a }": "",
		"{ ...nowhere }": "",
		"{ " + strings.Repeat("a", maxAlias) + ": b }":   "",
		"{ " + strings.Repeat("a", maxAlias+1) + ": b }": "alias",
		"{": "",
	} {
		if got := refusedBy(query); (got == "") != (refused == "") || !strings.Contains(got, refused) {
			t.Errorf("%.60s: %q, want %q", query, got, refused)
		}
	}
}

// TestTheQueryCacheIsBoundedInBytes: what was used last stays, what is too long never comes.
func TestTheQueryCacheIsBoundedInBytes(t *testing.T) {
	c, ctx := newQueryCache(), t.Context()
	query := func(i int) string { return fmt.Sprintf("%01000d", i) }
	for i := range 1000 {
		c.Add(ctx, query(i), &ast.QueryDocument{})
		c.Add(ctx, query(i), &ast.QueryDocument{})
		c.Get(ctx, query(0))
	}
	if want := maxCached / 1000; c.bytes > maxCached || c.lru.Len() != want || c.bytes != want*1000 {
		t.Errorf("%d documents of %d bytes", c.lru.Len(), c.bytes)
	}
	for i, want := range map[int]bool{0: true, 1: false, 998: true, 999: true} {
		if _, kept := c.Get(ctx, query(i)); kept != want {
			t.Errorf("document %d is kept: %v", i, kept)
		}
	}
	c.Add(ctx, strings.Repeat("x", maxCachedOne+1), &ast.QueryDocument{})
	if _, kept := c.Get(ctx, strings.Repeat("x", maxCachedOne+1)); kept {
		t.Error("a document is kept that is too long")
	}
}
