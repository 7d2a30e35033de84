package resolvers

import (
	"context"
	"net/http"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"partnerledger/audit"
	"partnerledger/graph"
)

// Handler serves the API over HTTP, to a viewer whom auth has put into the request's context.
func Handler(services Services) http.Handler {
	r := &Resolver{services}
	withoutDefer()
	executable := graph.NewExecutableSchema(graph.Config{Resolvers: r})
	server := handler.New(executable)
	server.AddTransport(post{})
	documents := newQueryCache()
	server.Use(guard{passed: documents})
	server.Use(permit{executable.Schema()})
	server.Use(enums{executable.Schema()})
	server.Use(costs{executable.Schema()})
	server.Use(onePassword{})
	server.Use(extension.Introspection{}) // for whom permit lets ask
	server.SetParserTokenLimit(maxTokens)
	server.SetQueryCache(documents)
	server.SetValidationRulesFn(validation)
	server.SetDisableSuggestion(true)
	server.SetErrorPresenter(present)
	server.SetRecoverFunc(recovered)
	server.AroundResponses(fewErrors)
	server.AroundOperations(r.late)
	server.AroundRootFields(observed(services.Metrics))
	server.AroundRootFields(audited)
	server.AroundRootFields(r.withLoadersOfField)
	return withFaults(r.withLoaders(server))
}

// withoutDefer takes away a directive that gqlgen brings along: what it defers comes back as null, without an error.
var withoutDefer = sync.OnceFunc(func() { delete(graph.NewExecutableSchema(graph.Config{}).Schema().Directives, "defer") })

// validation is every rule but one that takes exponential time itself (the guard has bounded the depth), and none guesses
// what somebody may have meant: that tells names, and takes long. The server itself sees to the two others that would.
func validation() *rules.Rules {
	all := rules.NewDefaultRules()
	all.RemoveRule(rules.MaxIntrospectionDepth.Name)
	all.ReplaceRule(rules.KnownArgumentNamesRule.Name, rules.KnownArgumentNamesRuleWithoutSuggestions.RuleFunc)
	all.ReplaceRule(rules.KnownTypeNamesRule.Name, rules.KnownTypeNamesRuleWithoutSuggestions.RuleFunc)
	all.ReplaceRule(rules.ValuesOfCorrectTypeRule.Name, rules.ValuesOfCorrectTypeRuleWithoutSuggestions.RuleFunc)
	return all
}

// late lets those who only read do so from replicas, where that is right.
func (r *Resolver) late(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	if graphql.GetOperationContext(ctx).Operation.Operation == ast.Query {
		return next(r.services.Auth.Reads(ctx))
	}
	r.services.Auth.Changes(ctx)
	return next(ctx)
}

// audited lets what is recorded tell by which field of the API it was done.
func audited(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	source := audit.SourceOf(ctx)
	source.Operation = graphql.GetRootFieldContext(ctx).Field.Name
	return next(audit.With(ctx, source))
}
