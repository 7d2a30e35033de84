package telemetry

import (
	"context"
	"log/slog"
	"net/http"

	"github.com/felixge/httpsnoop"
	"go.opentelemetry.io/otel/trace"
)

// LogHandler adds to the lines of a request its id, and that of its trace.
func LogHandler(inner slog.Handler) slog.Handler { return logHandler{inner} }

type logHandler struct{ slog.Handler }

func (h logHandler) Handle(ctx context.Context, line slog.Record) error {
	if id := RequestID(ctx); id != "" {
		line.AddAttrs(slog.String("request", id))
	}
	if span := trace.SpanContextFromContext(ctx); span.IsSampled() {
		line.AddAttrs(slog.String("trace", span.TraceID().String()))
	}
	return h.Handler.Handle(ctx, line)
}

func (h logHandler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return logHandler{h.Handler.WithAttrs(attrs)}
}

func (h logHandler) WithGroup(name string) slog.Handler { return logHandler{h.Handler.WithGroup(name)} }

// Logged logs a line for every request of a route: the route, since an address holds what people type, and the names of
// the operations that it asked for. (httpsnoop wraps a ResponseWriter without hiding what else it can do.)
func Logged(route string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		found := httpsnoop.CaptureMetrics(next, w, r)
		slog.InfoContext(r.Context(), "answered", "route", route, "operations", requestOf(r.Context()).names(),
			"status", found.Code, "bytes", found.Written, "took", found.Duration)
	})
}
