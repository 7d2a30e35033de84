package resolvers

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"
)

// TestTheChecksOfAnyDocument: of documents that are valid, with fragments in fragments, the checks find what spreading
// them all out finds.
func TestTheChecksOfAnyDocument(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		g := generator{T: rt}
		root := rapid.SampledFrom([]*ast.Definition{schema.Query, schema.Query, schema.Mutation}).Draw(rt, "root")
		kind := map[bool]string{true: "mutation", false: "query"}[root == schema.Mutation]
		operation := g.selections(root, 5)
		query := kind + " ($yes: Boolean! = true) { t: __typename @skip(if: $yes) " + operation + " }" + strings.Join(g.fragments, "")
		document, errs := gqlparser.LoadQueryWithRules(schema, query, validation())
		if errs != nil {
			rt.Fatalf("%s: %v", query, errs)
		}
		checked(t, &graphql.OperationContext{
			Doc: document, Operation: document.Operations[0], Variables: map[string]any{"yes": true},
		})
	})
}

// generator makes documents. Every field has an alias of its own, so that none conflict.
type generator struct {
	*rapid.T
	fragments []string
	aliases   int
}

func (g *generator) selections(of *ast.Definition, depth int) string {
	var b strings.Builder
	for range rapid.IntRange(1, 3).Draw(g.T, "selections") {
		inner := depth - 1
		switch what := rapid.IntRange(0, 5).Draw(g.T, "what"); {
		case what == 0 && depth > 0:
			fmt.Fprintf(&b, "... %s { %s } ", g.directive(), g.selections(of, inner))
		case what == 1 && depth > 0:
			fmt.Fprintf(&b, "... on %s { %s } ", of.Name, g.selections(of, inner))
		case what == 2 && depth > 0:
			fmt.Fprintf(&b, "...%s %s ", g.fragment(of, inner), g.directive())
		default:
			b.WriteString(g.field(of, depth))
		}
	}
	return b.String()
}

// fragment makes a fragment of a type, or takes one that is there.
func (g *generator) fragment(of *ast.Definition, depth int) string {
	for i, text := range g.fragments {
		if strings.HasPrefix(text, fmt.Sprintf(" fragment f%d on %s ", i, of.Name)) && rapid.Bool().Draw(g.T, "again") {
			return fmt.Sprintf("f%d", i)
		}
	}
	body := g.selections(of, depth)
	name := fmt.Sprintf("f%d", len(g.fragments))
	g.fragments = append(g.fragments, fmt.Sprintf(" fragment %s on %s { %s }", name, of.Name, body))
	return name
}

func (g *generator) field(of *ast.Definition, depth int) string {
	g.aliases++
	alias := fmt.Sprintf("a%d: ", g.aliases)
	leaves := []*ast.FieldDefinition{{Name: typename, Type: ast.NamedType("String", nil)}}
	var all []*ast.FieldDefinition
	for _, field := range of.Fields {
		if strings.HasPrefix(field.Name, "__") {
			continue
		}
		if schema.Types[field.Type.Name()].IsLeafType() {
			leaves = append(leaves, field)
		}
		all = append(all, field)
	}
	if depth <= 0 {
		all = leaves
	}
	field := rapid.SampledFrom(slices.Concat(all, leaves[:1])).Draw(g.T, "field")
	text := alias + field.Name + g.arguments(field) + g.directive()
	if definition := schema.Types[field.Type.Name()]; !definition.IsLeafType() {
		text += "{ " + g.selections(definition, depth-1) + " }"
	}
	return text + " "
}

func (g *generator) directive() string {
	return rapid.SampledFrom([]string{"", "", "", "@skip(if: true)", "@include(if: $yes)", "@skip(if: $yes)", "@include(if: false)"}).Draw(g.T, "directive")
}

func (g *generator) arguments(field *ast.FieldDefinition) string {
	var given []string
	for _, argument := range field.Arguments {
		required := argument.Type.NonNull && argument.DefaultValue == nil
		pages := argument.Name == "first" || argument.Name == "last"
		if required || (pages && rapid.Bool().Draw(g.T, "given")) {
			given = append(given, argument.Name+": "+g.value(argument.Type))
		}
	}
	if len(given) == 0 {
		return ""
	}
	return "(" + strings.Join(given, ", ") + ")"
}

func (g *generator) value(of *ast.Type) string {
	definition := schema.Types[of.Name()]
	switch {
	case of.Elem != nil:
		return "[]"
	case definition.Kind == ast.Enum:
		return definition.EnumValues[0].Name
	case definition.Kind == ast.InputObject:
		var fields []string
		for _, field := range definition.Fields {
			if field.Type.NonNull && field.DefaultValue == nil {
				fields = append(fields, field.Name+": "+g.value(field.Type))
			}
		}
		return "{" + strings.Join(fields, ", ") + "}"
	case of.NamedType == "Int":
		return fmt.Sprint(rapid.SampledFrom([]int{-1, 0, 1, 7, 500, 501}).Draw(g.T, "rows"))
	case of.NamedType == "Boolean":
		return "true"
	}
	return `"x"`
}
