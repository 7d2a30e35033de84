package resolvers

import (
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"partnerledger/auth"
	"partnerledger/models"
)

// TestInterfacesCountForAllTheirTypes: a field of an interface is refused where any type that it may be of has it refused.
func TestInterfacesCountForAllTheirTypes(t *testing.T) {
	for types, refused := range map[string]bool{
		`type ReferralPartner implements Node { id: ID! }`:                                       false,
		`type ReferralPartner implements Node { id: ID! } type User implements Node { id: ID! }`: true,
	} {
		schema, err := gqlparser.LoadSchema(&ast.Source{Input: `type Query { viewer: Node } interface Node { id: ID! } ` + types})
		if err != nil {
			t.Fatal(err)
		}
		document, errs := gqlparser.LoadQueryWithRules(schema, `{ viewer { __typename id } }`, validation())
		if errs != nil {
			t.Fatal(errs)
		}
		ctx := auth.With(t.Context(), &models.Viewer{Role: models.RolePartner})
		got := permit{schema}.MutateOperationContext(ctx, &graphql.OperationContext{Operation: document.Operations[0]})
		if (got != nil) != refused {
			t.Errorf("%s: %v", types, got)
		}
	}
}
