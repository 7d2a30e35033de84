package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"partnerledger/auth"
	"partnerledger/checks"
	"partnerledger/ledger"
	"partnerledger/models"
	"partnerledger/payments"
	"partnerledger/postgres"
	"partnerledger/telemetry"
)

// newMetrics is what /metrics shows, without what the routes add to it.
func (a *app) newMetrics() *prometheus.Registry {
	metrics := prometheus.NewRegistry()
	pool, _ := a.db.DB() // gorm.Open was given a pool, of postgres.Open
	statements, _ := postgres.Metrics(a.db)
	metrics.MustRegister(
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		collectors.NewDBStatsCollector(pool, "partnerledger"), statements, ledger.Metrics(), payments.Metrics(), a.checks,
	)
	if a.backups != nil {
		metrics.MustRegister(newestBackup(a.backups))
	}
	if a.replicas != nil {
		metrics.MustRegister(goodReplicas(a.replicas))
	}
	return metrics
}

// measured returns what measures a route's requests.
func measured(metrics prometheus.Registerer) func(route string, next http.Handler) http.Handler {
	took := prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name: "http_request_duration_seconds", Help: "How long requests took, by route and status.",
		Buckets: []float64{.005, .02, .1, .5, 2, 10, 60},
	}, []string{"route", "code", "method"})
	metrics.MustRegister(took)
	return func(route string, next http.Handler) http.Handler {
		return promhttp.InstrumentHandlerDuration(took.MustCurryWith(prometheus.Labels{"route": route}), next)
	}
}

// observed logs, traces and measures the requests of a route.
func observed(measure func(string, http.Handler) http.Handler, route string, next http.Handler) http.Handler {
	return telemetry.Traced(route, telemetry.Logged(route, measure(route, next)))
}

// readyRoute tells whether the server can work: everybody that, and why, who may.
const readyRoute = "GET /readyz"

// health is what /readyz tells those who may see it. Nothing of it is secret.
type health struct {
	Status      string      `json:"status"`
	Database    string      `json:"database"` // its version
	Schema      int64       `json:"schema"`
	Took        string      `json:"took"`
	Connections connections `json:"connections"`
	Check       checked     `json:"check"`
}

// checked is how the last check of every stored figure has ended, by whichever server.
type checked struct {
	Running     bool       `json:"running"`
	Finished    *time.Time `json:"finished"`
	Differences int        `json:"differences"`
	Found       []string   `json:"found"` // the first of them
	Stopped     *time.Time `json:"recordingStopped"`
}

type connections struct {
	Open   int    `json:"open"`
	InUse  int    `json:"inUse"`
	Most   int    `json:"most"`
	Waited string `json:"waited"` // for one, all in all
}

// ready tells whether the server can work, with details to those who may see them. It stands behind auth's Middleware.
func (a *app) ready(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(auth.With(r.Context(), nil), 5*time.Second) // the server asks, whoever asked it
	defer cancel()
	found, status := a.health(ctx), http.StatusOK
	if found.Status != isReady {
		status = http.StatusServiceUnavailable
	}
	w.Header().Set("Cache-Control", "no-store")
	if auth.Check(r.Context(), readyRoute) != nil {
		w.WriteHeader(status)
		fmt.Fprintln(w, found.Status)
		return
	}
	if check, err := a.checked(ctx); err == nil {
		found.Check = check
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(found) // an error is a client that has gone
}

const isReady = "ready"

// health finds out how the server is doing.
func (a *app) health(ctx context.Context) health {
	found, err := a.database(ctx)
	switch {
	case a.ending.Load():
		found.Status = "this server is ending"
	case err != nil:
		found.Status = "the database doesn't answer"
	case a.outdated.Load():
		found.Status = outdated
	default:
		found.Status = isReady
	}
	return found
}

// database asks the database how it is, and notes whether it is still of this server's version.
func (a *app) database(ctx context.Context) (found health, err error) {
	begin := time.Now()
	pool, err := a.db.DB()
	if err != nil {
		return found, err
	}
	stats := pool.Stats()
	found.Connections = connections{stats.OpenConnections, stats.InUse, stats.MaxOpenConnections, stats.WaitDuration.String()}
	err = pool.QueryRowContext(ctx, `SELECT current_setting('server_version'),
		(SELECT max(version_id) FROM goose_db_version WHERE is_applied)`).Scan(&found.Database, &found.Schema)
	found.Took = time.Since(begin).String()
	if err == nil {
		a.outdated.Store(found.Schema != postgres.SchemaVersion())
	}
	return found, err
}

const outdated = "the database is of another version of Partner Ledger; run that one"

// watch looks every few seconds whether another version has taken the database over.
func (a *app) watch(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(5 * time.Second):
		}
		question, cancel := context.WithTimeout(ctx, 5*time.Second)
		_, _ = a.database(question) // requests, and /readyz, tell that it doesn't answer
		cancel()
	}
}

// upToDate refuses requests once another version has taken the database over: what is right may have changed.
func (a *app) upToDate(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if a.outdated.Load() {
			auth.Refuse(w, http.StatusServiceUnavailable, string(models.Unavailable), "This server can't go on: "+outdated+".")
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (a *app) checked(ctx context.Context) (c checked, err error) {
	state, err := a.checks.State(ctx)
	c.Running, c.Found = state.Running != nil, []string{}
	if last := state.Last; last != nil {
		c.Finished, c.Differences, c.Found = last.FinishedAt, last.Differences, checks.First(last, 5)
	}
	if state.Stopped != nil {
		c.Stopped = &state.Stopped.StoppedAt
	}
	return c, err
}

// sendLast sends the traces that are still here.
func sendLast(stop func(context.Context) error) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := stop(ctx); err != nil {
		slog.Warn("the last traces could not be sent", "error", err)
	}
}
