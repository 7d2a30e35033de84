package resolvers

import (
	"net/http"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"partnerledger/graph"
)

// Handler serves the API over HTTP, to a viewer whom auth has put into the request's context.
func Handler(services Services) http.Handler {
	r := &Resolver{services}
	executable := graph.NewExecutableSchema(graph.Config{Resolvers: r})
	server := handler.New(executable)
	server.AddTransport(post{})
	server.Use(guard{})
	server.Use(permit{executable.Schema()})
	server.Use(extension.Introspection{}) // for whom permit lets ask
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
