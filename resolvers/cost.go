package resolvers

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"partnerledger/models"
)

const (
	// maxAnswer is the most fields that an answer may have: 500 rows with all there is about each, or 20 ledgers with
	// 500 entries each, as they are printed; not 500 of 500.
	maxAnswer = 150_000
	// maxStatements is the most fields that take arguments or stand at the root: each is a statement or more.
	maxStatements = 30
	// rowsOfList is what a list counts for whose length no argument says: the lines of an order, the rules of a program.
	rowsOfList = 10
)

// costs refuses an operation, before it runs, whose answer might be too large. A connection counts what it selects of
// each row as often as it has rows at most. It looks at every fragment once for each number of rows around it.
type costs struct{ schema *ast.Schema }

var _ graphql.OperationContextMutator = costs{}

func (costs) ExtensionName() string                   { return "costs" }
func (costs) Validate(graphql.ExecutableSchema) error { return nil }
func (c costs) MutateOperationContext(_ context.Context, operation *graphql.OperationContext) *gqlerror.Error {
	w := costWalk{c.schema, operation.Variables, make(map[spread]cost)}
	switch whole := w.selections(operation.Operation.SelectionSet, 0); {
	case whole.fields > maxAnswer:
		return tooLarge("the answer might have more than %d fields: ask for fewer rows, or for less of each", maxAnswer)
	case whole.statements > maxStatements:
		return tooLarge("the operation has more than %d fields that stand at its root or take arguments", maxStatements)
	}
	return nil
}

// cost is what a selection adds to an answer, and how many statements it takes: those of rows come in batches, so that
// the number of rows doesn't count.
type cost struct{ fields, statements int }

// enough is more than any limit, and far from overflowing where it is multiplied.
const enough = 1 << 30

func (c cost) plus(other cost, times int) cost {
	return cost{min(enough, c.fields+times*other.fields), min(enough, c.statements+other.statements)}
}

type costWalk struct {
	schema    *ast.Schema
	variables map[string]any
	known     map[spread]cost
}

// spread is a fragment in a connection of so many rows.
type spread struct {
	fragment string
	rows     int
}

// selections is the cost of what is selected of something whose lists have so many rows; 0 if nobody said.
func (w costWalk) selections(set ast.SelectionSet, rows int) (total cost) {
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.Field:
			if !w.leftOut(selection.Directives) {
				total = total.plus(w.field(selection, rows), 1)
			}
		case *ast.InlineFragment:
			if !w.leftOut(selection.Directives) {
				total = total.plus(w.selections(selection.SelectionSet, rows), 1)
			}
		case *ast.FragmentSpread:
			if !w.leftOut(selection.Directives) {
				total = total.plus(w.fragment(selection.Definition, rows), 1)
			}
		}
	}
	return total
}

func (w costWalk) fragment(definition *ast.FragmentDefinition, rows int) cost {
	key := spread{definition.Name, rows}
	found, seen := w.known[key]
	if !seen {
		found = w.selections(definition.SelectionSet, rows)
		w.known[key] = found
	}
	return found
}

// field is the cost of a field of something whose lists have so many rows.
func (w costWalk) field(field *ast.Field, rows int) cost {
	own := cost{fields: 1}
	if root := field.ObjectDefinition; len(field.Definition.Arguments) > 0 || root == w.schema.Query || root == w.schema.Mutation {
		own.statements = 1
	}
	if field.Definition.Type.Elem == nil { // a connection says how many rows the lists in it have
		return own.plus(w.selections(field.SelectionSet, w.count(field, "first")), 1)
	}
	rows = max(rows, w.count(field, "last"))
	if rows == 0 {
		rows = rowsOfList
	}
	return own.plus(w.selections(field.SelectionSet, 0), rows)
}

// count returns how many rows an argument asks for, 0 where the field has no such argument. No page has more than
// MaxPage rows, whatever is asked for.
func (w costWalk) count(field *ast.Field, argument string) int {
	definition := field.Definition.Arguments.ForName(argument)
	if definition == nil {
		return 0
	}
	for _, given := range []*ast.Value{valueOf(field.Arguments.ForName(argument)), definition.DefaultValue} {
		if v, err := given.Value(w.variables); v != nil && err == nil {
			n, err := graphql.UnmarshalInt(v)
			if err != nil || n > models.MaxPage {
				return models.MaxPage
			}
			return max(n, 1)
		}
	}
	return models.MaxPage
}

func valueOf(argument *ast.Argument) *ast.Value {
	if argument == nil {
		return nil
	}
	return argument.Value
}

// leftOut tells what directives keep out of the answer.
func (w costWalk) leftOut(directives ast.DirectiveList) bool {
	for _, directive := range directives {
		condition, err := valueOf(directive.Arguments.ForName("if")).Value(w.variables)
		if err == nil && (directive.Name == "skip" && condition == true || directive.Name == "include" && condition == false) {
			return true
		}
	}
	return false
}
