package resolvers

import (
	"context"
	"math"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
)

const (
	// maxTokens bounds parsing.
	maxTokens = 20_000
	// maxFields bounds how many fields a document has once its fragments are spread out: the rules of validation look
	// at every one of them, and fragments that spread fragments would make them exponentially many.
	maxFields = 5_000
	// maxDepth bounds how deep selections nest, fragments spread out.
	maxDepth = 20
)

// guard refuses documents that would take long to validate, before they are validated. It takes time linear in the
// document, since it looks at every fragment once.
type guard struct{}

var _ graphql.OperationParameterMutator = guard{}

func (guard) ExtensionName() string                   { return "guard" }
func (guard) Validate(graphql.ExecutableSchema) error { return nil }
func (guard) MutateOperationParameters(_ context.Context, params *graphql.RawParams) *gqlerror.Error {
	document, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: params.Query}, maxTokens)
	if err != nil {
		return nil // the executor parses it again, and says what is wrong
	}
	m := measure{document: document, known: make(map[string]size)}
	whole := size{}
	for _, operation := range document.Operations {
		whole = whole.beside(m.selections(operation.SelectionSet))
	}
	for _, fragment := range document.Fragments {
		whole = whole.beside(m.fragment(fragment.Name))
	}
	if whole.fields > maxFields || whole.depth > maxDepth {
		return tooLarge("the operation selects more than %d fields or nests them more than %d deep", maxFields, maxDepth)
	}
	return nil
}

func tooLarge(format string, args ...any) *gqlerror.Error {
	err := gqlerror.Errorf(format, args...)
	err.Extensions = map[string]any{"code": "TOO_LARGE"}
	return err
}

// size is how many fields a selection has, and how deep it nests, fragments spread out.
type size struct{ fields, depth int }

func (s size) beside(other size) size {
	return size{saturated(s.fields, other.fields), max(s.depth, other.depth)}
}

// inField is the size of a field that selects s.
func (s size) inField() size { return size{saturated(s.fields, 1), s.depth + 1} }

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
			s = s.beside(m.selections(selection.SelectionSet).inField())
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
	m.known[name] = size{} // a cycle is an error of validation, not ours
	definition := m.document.Fragments.ForName(name)
	if definition == nil {
		return size{}
	}
	m.known[name] = m.selections(definition.SelectionSet)
	return m.known[name]
}
