package resolvers

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// enums refuses variables that are not exactly values of their enums: gqlparser takes "cash" for CASH, and hands it on.
type enums struct{ schema *ast.Schema }

var _ graphql.OperationContextMutator = enums{}

func (enums) ExtensionName() string                   { return "enums" }
func (enums) Validate(graphql.ExecutableSchema) error { return nil }
func (e enums) MutateOperationContext(_ context.Context, operation *graphql.OperationContext) *gqlerror.Error {
	for _, variable := range operation.Operation.VariableDefinitions {
		if !e.exact(variable.Type, operation.Variables[variable.Variable]) {
			err := gqlerror.ErrorPosf(variable.Position, "$%s has a value that is not one of its enum", variable.Variable)
			errcode.Set(err, errcode.ValidationFailed)
			return err
		}
	}
	return nil
}

// exact tells whether a value of a type has exact values of enums only. That it is of the type was seen to before.
func (e enums) exact(of *ast.Type, value any) bool {
	if value == nil {
		return true
	}
	definition := e.schema.Types[of.Name()]
	switch v := value.(type) {
	case []any:
		for _, element := range v {
			if !e.exact(of, element) {
				return false
			}
		}
	case map[string]any:
		for _, field := range definition.Fields {
			if !e.exact(field.Type, v[field.Name]) {
				return false
			}
		}
	case string:
		return definition.Kind != ast.Enum || definition.EnumValues.ForName(v) != nil
	default:
		return definition.Kind != ast.Enum
	}
	return true
}
