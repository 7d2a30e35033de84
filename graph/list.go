package graph

import (
	"context"
	"reflect"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"partnerledger/ledger"
)

// marshalList makes the elements of a list: in turn, where none of their fields has to ask anybody, else all at once, so
// that what they ask for comes in batches. `make generate` puts it where gqlgen starts a goroutine for every element, which
// costs more than most elements do.
func marshalList[T any](ctx context.Context, sel ast.SelectionSet, elements []T, marshal func(context.Context, int) graphql.Marshaler) graphql.Array {
	asking := appendAsking(nil, sel)
	for _, element := range elements {
		if !ready(element, asking) {
			return graphql.MarshalSliceConcurrently(ctx, len(elements), 0, false, marshal)
		}
	}
	return marshalInTurn(ctx, len(elements), marshal)
}

func marshalInTurn(ctx context.Context, length int, marshal func(context.Context, int) graphql.Marshaler) (made graphql.Array) {
	element := ctx
	defer func() {
		if fault := recover(); fault != nil {
			graphql.AddError(element, graphql.Recover(element, fault))
			made = nil
		}
	}()
	made = make(graphql.Array, length)
	for i := range made {
		element = graphql.WithFieldContext(ctx, &graphql.FieldContext{Index: &i})
		made[i] = marshal(element, i)
	}
	return made
}

// resolved are the fields that have a resolver, as "type.field" in lower case.
var resolved = func() map[string]bool {
	names := make(map[string]bool)
	root := reflect.TypeFor[ResolverRoot]()
	for i := range root.NumMethod() {
		of := root.Method(i)
		for fields, j := of.Type.Out(0), 0; j < fields.NumMethod(); j++ {
			names[strings.ToLower(of.Name+"."+fields.Method(j).Name)] = true
		}
	}
	return names
}()

// appendAsking adds the fields that a selection has, at any depth, and that have a resolver.
func appendAsking(found []*ast.Field, sel ast.SelectionSet) []*ast.Field {
	for _, selection := range sel {
		switch selection := selection.(type) {
		case *ast.Field:
			if resolved[strings.ToLower(selection.ObjectDefinition.Name+"."+selection.Name)] {
				found = append(found, selection)
			}
			found = appendAsking(found, selection.SelectionSet)
		case *ast.InlineFragment:
			found = appendAsking(found, selection.SelectionSet)
		case *ast.FragmentSpread:
			found = appendAsking(found, selection.Definition.SelectionSet)
		}
	}
	return found
}

// ready tells whether an element has all that some fields need. Only entries of ledgers may have: they come with their
// balances, and most are of no batch.
func ready(element any, asking []*ast.Field) bool {
	if len(asking) == 0 {
		return true
	}
	var entry *ledger.Entry
	switch element := element.(type) {
	case *ledger.Entry:
		entry = element
	case *LedgerEntryEdge:
		entry = element.Node
	}
	for _, field := range asking {
		switch {
		case entry == nil || field.ObjectDefinition.Name != "LedgerEntry":
			return false
		case field.Name == "balance" && entry.Balance == nil, field.Name == "batch" && entry.PaymentID != nil:
			return false
		}
	}
	return true
}
