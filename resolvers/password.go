package resolvers

import (
	"context"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// takePasswords are the mutations that look at a password.
var takePasswords = []string{"signIn", "acceptInvitation", "changePassword"}

// onePassword refuses an operation with more than one of them: many in one request would be guesses, which whoever
// counts requests would count as one.
type onePassword struct{}

var _ graphql.OperationContextMutator = onePassword{}

func (onePassword) ExtensionName() string                   { return "onePassword" }
func (onePassword) Validate(graphql.ExecutableSchema) error { return nil }
func (onePassword) MutateOperationContext(_ context.Context, operation *graphql.OperationContext) *gqlerror.Error {
	if operation.Operation.Operation != ast.Mutation {
		return nil
	}
	found := slices.DeleteFunc(slices.Clone(graphql.CollectFields(operation, operation.Operation.SelectionSet, []string{"Mutation"})),
		func(field graphql.CollectedField) bool { return !slices.Contains(takePasswords, field.Name) })
	if len(found) > 1 {
		return tooLarge("a request has one of %v at most", takePasswords)
	}
	return nil
}
