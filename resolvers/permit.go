package resolvers

import (
	"context"
	"errors"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"partnerledger/auth"
	"partnerledger/graph"
)

const (
	codeUnauthenticated = "UNAUTHENTICATED"
	codeForbidden       = "FORBIDDEN"
)

// typename is in every type, and tells nothing.
const typename = "__typename"

// Fields returns the name of every field of the API, as the table of who may what has them.
func Fields() []string {
	var names []string
	for _, definition := range graph.NewExecutableSchema(graph.Config{}).Schema().Types {
		if definition.Kind != ast.Object || introspects(definition) {
			continue
		}
		for _, field := range definition.Fields {
			if field.Name != typename {
				names = append(names, definition.Name+"."+field.Name)
			}
		}
	}
	return names
}

// introspects tells the types that describe the API: who may ask for them may see all of them.
func introspects(definition *ast.Definition) bool { return strings.HasPrefix(definition.Name, "__") }

// permit refuses an operation whole that selects a field which its viewer may not see, before anything of it runs. It
// looks at every field that the operation names, whatever a directive says about it, and at every fragment once: what
// type a field is of doesn't depend on where its fragment is spread.
type permit struct{ schema *ast.Schema }

var _ graphql.OperationContextMutator = permit{}

func (permit) ExtensionName() string                   { return "permit" }
func (permit) Validate(graphql.ExecutableSchema) error { return nil }
func (p permit) MutateOperationContext(ctx context.Context, operation *graphql.OperationContext) *gqlerror.Error {
	w := permitWalk{ctx: ctx, schema: p.schema, seen: make(map[string]bool)}
	return w.selections(operation.Operation.SelectionSet)
}

type permitWalk struct {
	ctx    context.Context
	schema *ast.Schema
	seen   map[string]bool // fragments, by name
}

func (w permitWalk) selections(set ast.SelectionSet) *gqlerror.Error {
	for _, selection := range set {
		if err := w.selection(selection); err != nil {
			return err
		}
	}
	return nil
}

func (w permitWalk) selection(selection ast.Selection) *gqlerror.Error {
	switch selection := selection.(type) {
	case *ast.Field:
		if err := w.field(selection); err != nil {
			return err
		}
		return w.selections(selection.SelectionSet)
	case *ast.InlineFragment:
		return w.selections(selection.SelectionSet)
	case *ast.FragmentSpread:
		if w.seen[selection.Name] {
			return nil
		}
		w.seen[selection.Name] = true
		return w.selections(selection.Definition.SelectionSet)
	}
	return nil
}

// field checks one field; one of an interface counts for every type that it may be of.
func (w permitWalk) field(field *ast.Field) *gqlerror.Error {
	if field.Name == typename || introspects(field.ObjectDefinition) {
		return nil
	}
	for _, owner := range w.schema.GetPossibleTypes(field.ObjectDefinition) {
		if err := auth.Check(w.ctx, owner.Name+"."+field.Name); err != nil {
			return refusal(err, field.Position)
		}
	}
	return nil
}

// refusal is how GraphQL tells that somebody may not.
func refusal(err error, at *ast.Position) *gqlerror.Error {
	code := codeForbidden
	if errors.Is(err, auth.ErrUnauthenticated) {
		code = codeUnauthenticated
	}
	shown := gqlerror.ErrorPosf(at, "%s", err.Error())
	shown.Extensions = map[string]any{"code": code}
	return shown
}
