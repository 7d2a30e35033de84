package resolvers

import (
	"context"
	"math"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
)

const (
	// maxTokens bounds parsing. The dashboard's longest operation has 239, GraphiQL's introspection 260.
	maxTokens = 1_000
	// maxFields bounds how many fields a document has once its fragments are spread out: the rules of validation look
	// at every one of them, and fragments that spread fragments would make them exponentially many.
	maxFields = 400
	// maxDepth bounds how deep selections nest, fragments spread out. GraphiQL's introspection has just this.
	maxDepth = 15
	// maxAlias bounds the bytes of an alias, which an answer repeats in every row.
	maxAlias = 100
)

// guard refuses documents that would take long to validate, before they are validated. It takes time linear in the
// document, since it looks at every fragment once.
type guard struct{ passed *queryCache }

var _ graphql.OperationParameterMutator = guard{}

func (guard) ExtensionName() string                   { return "guard" }
func (guard) Validate(graphql.ExecutableSchema) error { return nil }
func (g guard) MutateOperationParameters(ctx context.Context, params *graphql.RawParams) *gqlerror.Error {
	if _, passed := g.passed.Get(ctx, params.Query); passed {
		return nil
	}
	document, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: params.Query}, maxTokens)
	if err != nil {
		return nil // the executor parses it again, and says what is wrong
	}
	m := measure{document: document, known: make(map[string]size)}
	var operations, fragments size // validation looks at fragments by themselves, too
	for _, operation := range document.Operations {
		operations = operations.beside(m.selections(operation.SelectionSet))
	}
	for _, fragment := range document.Fragments {
		fragments = fragments.beside(m.fragment(fragment.Name))
	}
	whole := operations.beside(fragments)
	whole.fields = max(operations.fields, fragments.fields)
	switch {
	case whole.circle:
		err := gqlerror.Errorf("a fragment spreads itself")
		errcode.Set(err, errcode.ValidationFailed)
		return err
	case whole.fields > maxFields || whole.depth > maxDepth:
		return tooLarge("the operation selects more than %d fields or nests them more than %d deep", maxFields, maxDepth)
	case whole.alias > maxAlias:
		return tooLarge("an alias is longer than %d bytes", maxAlias)
	}
	return nil
}

func tooLarge(format string, args ...any) *gqlerror.Error {
	err := gqlerror.Errorf(format, args...)
	err.Extensions = map[string]any{"code": "TOO_LARGE"}
	return err
}

// size is how many fields a selection has, how deep it nests, and its longest alias, fragments spread out.
type size struct {
	fields, depth, alias int
	circle               bool // of fragments: there is no end to it
}

func (s size) beside(other size) size {
	return size{
		saturated(s.fields, other.fields), max(s.depth, other.depth), max(s.alias, other.alias),
		s.circle || other.circle,
	}
}

// inField is the size of a field that selects s.
func (s size) inField(alias string) size {
	return size{saturated(s.fields, 1), s.depth + 1, max(s.alias, len(alias)), s.circle}
}

func saturated(a, b int) int {
	if a > math.MaxInt-b {
		return math.MaxInt
	}
	return a + b
}

type measure struct {
	document *ast.QueryDocument
	known    map[string]size
}

func (m measure) selections(set ast.SelectionSet) (s size) {
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.Field:
			s = s.beside(m.selections(selection.SelectionSet).inField(selection.Alias))
		case *ast.InlineFragment:
			s = s.beside(m.selections(selection.SelectionSet))
		case *ast.FragmentSpread:
			s = s.beside(m.fragment(selection.Name))
		}
	}
	return s
}

func (m measure) fragment(name string) size {
	if s, seen := m.known[name]; seen {
		return s
	}
	m.known[name] = size{circle: true} // until it is known: who meets it before is within it
	definition := m.document.Fragments.ForName(name)
	if definition == nil {
		m.known[name] = size{} // validation tells
		return size{}
	}
	m.known[name] = m.selections(definition.SelectionSet)
	return m.known[name]
}
