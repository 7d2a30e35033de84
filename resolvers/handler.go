package resolvers

import (
	"context"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"partnerledger/audit"
	"partnerledger/auth"
	"partnerledger/graph"
)

// Handler serves the API over HTTP, to a viewer whom auth has put into the request's context.
func Handler(services Services) http.Handler {
	r := &Resolver{services}
	server := handler.New(graph.NewExecutableSchema(graph.Config{Resolvers: r}))
	server.AddTransport(post{})
	server.Use(guard{})
	server.Use(extension.Introspection{})
	server.AroundOperations(permit)
	server.AroundRootFields(named)
	server.SetParserTokenLimit(maxTokens)
	server.SetQueryCache(lru.New[*ast.QueryDocument](1000))
	server.SetValidationRulesFn(validation)
	server.SetErrorPresenter(present)
	server.SetRecoverFunc(recovered)
	return r.withLoaders(server)
}

// validation is every rule but one that takes exponential time itself; the guard has bounded the depth.
func validation() *rules.Rules {
	all := rules.NewDefaultRules()
	all.RemoveRule(rules.MaxIntrospectionDepth.Name)
	return all
}

// permit lets an operation pass that the viewer may do: a mutation writes, everything else reads.
func permit(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	action := auth.Read
	if graphql.GetOperationContext(ctx).Operation.Operation == ast.Mutation {
		action = auth.Write
	}
	operation := graphql.GetOperationContext(ctx)
	for _, field := range graphql.CollectFields(operation, operation.Operation.SelectionSet, nil) {
		if err := auth.CheckField(ctx, field.Name, action); err != nil {
			return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{present(ctx, err)}})
		}
	}
	return next(ctx)
}

// named lets events know the field of the API that they come from.
func named(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	source := audit.SourceOf(ctx)
	source.Operation = graphql.GetRootFieldContext(ctx).Field.Name
	return next(audit.With(ctx, source))
}
