package resolvers

import (
	"context"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/vektah/gqlparser/v2/ast"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"

	"partnerledger/telemetry"
)

// observed measures every field that stands at the root of an operation, and makes a span of it. What it is called by is the
// schema's: neither an alias nor the name of an operation, of which clients can think up any number.
func observed(metrics prometheus.Registerer) graphql.RootFieldMiddleware {
	took := prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name: "graphql_operation_duration_seconds", Help: "How long operations took, by the code of their first error, if they had one.",
		Buckets: []float64{.005, .02, .1, .5, 2, 10, 60},
	}, []string{"operation", "code"})
	if metrics != nil {
		metrics.MustRegister(took)
	}
	tracer := otel.Tracer("partnerledger/resolvers")
	return func(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
		field, begin := graphql.GetRootFieldContext(ctx).Field, time.Now()
		name := field.ObjectDefinition.Name + "." + field.Name
		telemetry.Operation(ctx, name)
		ctx, span := tracer.Start(ctx, name)
		defer span.End()
		span.SetAttributes(attribute.String("graphql.operation.name", name))
		answer := next(ctx)
		code := firstCode(ctx, field.Field)
		took.WithLabelValues(name, code).Observe(time.Since(begin).Seconds())
		if code != "" {
			span.SetStatus(codes.Error, "")
			span.SetAttributes(attribute.String("error.type", code))
		}
		return answer
	}
}

// firstCode returns the code of the first error below a field at the root, nothing if there is none.
func firstCode(ctx context.Context, field *ast.Field) string {
	for _, err := range graphql.GetErrors(ctx) {
		if len(err.Path) > 0 && err.Path[0] == ast.PathName(field.Alias) {
			code, _ := err.Extensions["code"].(string)
			return code
		}
	}
	return ""
}
