package postgres

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/prometheus/client_golang/prometheus"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
	"gorm.io/gorm"
)

// observer sees every statement of a pool, those of the pool itself too, as pgx sends it. It measures each and makes a
// span of it. Neither has a parameter's value or the text of an error, which quotes values.
type observer struct {
	took   *prometheus.HistogramVec
	failed *prometheus.CounterVec
	tracer trace.Tracer
}

var _ pgx.QueryTracer = (*observer)(nil)

func newObserver() *observer {
	return &observer{
		took: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "database_statement_duration_seconds", Help: "How long statements took, by what they do.",
			Buckets: []float64{.0005, .002, .01, .05, .2, 1, 5, 30},
		}, []string{"statement"}),
		failed: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "database_errors_total", Help: "Statements that failed, by SQLSTATE; none where the database is out of reach.",
		}, []string{"sqlstate"}),
		tracer: otel.Tracer("partnerledger/postgres"),
	}
}

// Metrics returns what is measured of the statements of db.
func Metrics(db *gorm.DB) (prometheus.Collector, error) {
	pool, err := db.DB()
	if err != nil {
		return nil, err
	}
	return pool.Driver().(*confiner).observer, nil
}

// Describe is a prometheus.Collector's.
func (o *observer) Describe(to chan<- *prometheus.Desc) { o.took.Describe(to); o.failed.Describe(to) }

// Collect is a prometheus.Collector's.
func (o *observer) Collect(to chan<- prometheus.Metric) { o.took.Collect(to); o.failed.Collect(to) }

type observed struct {
	verb  string
	begin time.Time
}

type observedKey struct{}

// TraceQueryStart is called before a statement is sent.
func (o *observer) TraceQueryStart(ctx context.Context, _ *pgx.Conn, data pgx.TraceQueryStartData) context.Context {
	verb := verbOf(data.SQL)
	ctx = context.WithValue(ctx, observedKey{}, observed{verb, time.Now()})
	ctx, span := o.tracer.Start(ctx, verb, trace.WithSpanKind(trace.SpanKindClient))
	if span.IsRecording() {
		span.SetAttributes(attribute.String("db.system.name", "postgresql"), attribute.String("db.operation.name", verb))
		if verb != other { // values are parameters there
			span.SetAttributes(attribute.String("db.query.text", data.SQL))
		}
	}
	return ctx
}

// TraceQueryEnd is called when a statement has ended.
func (o *observer) TraceQueryEnd(ctx context.Context, _ *pgx.Conn, data pgx.TraceQueryEndData) {
	span := trace.SpanFromContext(ctx)
	defer span.End()
	if this, known := ctx.Value(observedKey{}).(observed); known {
		o.took.WithLabelValues(this.verb).Observe(time.Since(this.begin).Seconds())
	}
	if data.Err != nil && !errors.Is(data.Err, context.Canceled) {
		code := sqlState(data.Err)
		o.failed.WithLabelValues(code).Inc()
		span.SetAttributes(attribute.String("db.response.status_code", code))
		span.SetStatus(codes.Error, "")
	}
}

// other is every statement that isn't of rows: of transactions, locks and settings.
const other = "OTHER"

// verbOf returns what a statement does, one of a few words.
func verbOf(sql string) string {
	for line := range strings.Lines(sql) {
		word, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch word = strings.ToUpper(word); word {
		case "SELECT", "INSERT", "UPDATE", "DELETE", "WITH":
			return word
		case "--", "":
			continue
		}
		break
	}
	return other
}

// sqlState is what Postgres calls an error.
func sqlState(err error) string {
	if told, ok := errors.AsType[*pgconn.PgError](err); ok {
		return told.Code
	}
	return "none"
}
