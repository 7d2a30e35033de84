package telemetry

import (
	"context"
	"net/http"
	"strings"

	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/resource"
	"go.opentelemetry.io/otel/sdk/trace"
)

// Start sends traces to the OTLP receiver at an address, over HTTP, until stop has sent the last of them; to none if the
// address is empty. OpenTelemetry's own variables say the rest: OTEL_EXPORTER_OTLP_HEADERS, OTEL_TRACES_SAMPLER,
// OTEL_SERVICE_NAME.
func Start(ctx context.Context, address string) (stop func(context.Context) error, err error) {
	if address == "" {
		return func(context.Context) error { return nil }, nil
	}
	exporter, err := otlptracehttp.New(ctx, otlptracehttp.WithEndpointURL(strings.TrimSuffix(address, "/")+"/v1/traces"))
	if err != nil {
		return nil, err
	}
	about, err := resource.New(ctx, resource.WithAttributes(attribute.String("service.name", "partnerledger")),
		resource.WithTelemetrySDK(), resource.WithFromEnv())
	if err != nil {
		return nil, err
	}
	provider := trace.NewTracerProvider(trace.WithBatcher(careful{exporter}), trace.WithResource(about))
	otel.SetTracerProvider(provider)
	otel.SetTextMapPropagator(propagation.TraceContext{}) // a caller's trace goes on here
	return provider.Shutdown, nil
}

// Traced makes a span of every request of a route.
func Traced(route string, next http.Handler) http.Handler {
	return otelhttp.NewHandler(next, route, otelhttp.WithSpanNameFormatter(func(string, *http.Request) string { return route }))
}

// exported are the attributes that leave the server. Others may hold addresses of people, or what they typed.
var exported = map[attribute.Key]bool{
	"http.request.method": true, "http.response.status_code": true, "http.route": true,
	"graphql.operation.name": true, "error.type": true,
	"db.system.name": true, "db.operation.name": true, "db.query.text": true, "db.response.status_code": true,
}

// careful exports spans with the attributes that may leave the server only, and without events: those hold the texts of
// errors.
type careful struct{ trace.SpanExporter }

func (c careful) ExportSpans(ctx context.Context, spans []trace.ReadOnlySpan) error {
	kept := make([]trace.ReadOnlySpan, len(spans))
	for i, span := range spans {
		kept[i] = carefulSpan{span}
	}
	return c.SpanExporter.ExportSpans(ctx, kept)
}

type carefulSpan struct{ trace.ReadOnlySpan }

func (s carefulSpan) Events() []trace.Event { return nil }

func (s carefulSpan) Attributes() (kept []attribute.KeyValue) {
	for _, a := range s.ReadOnlySpan.Attributes() {
		if exported[a.Key] {
			kept = append(kept, a)
		}
	}
	return kept
}
