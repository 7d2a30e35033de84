// Command partnerledger finds out what referral partners are owed and records that they were paid. See README.md.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/alecthomas/kong"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"github.com/rs/cors"

	"partnerledger/audit"
	"partnerledger/auth"
	"partnerledger/frontend"
	"partnerledger/postgres"
	"partnerledger/resolvers"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, nil)))
	var program cli
	command := kong.Parse(&program,
		kong.Name("partnerledger"),
		kong.Description("Finds out what referral partners are owed, and records that they were paid."),
		kong.UsageOnError(), kong.ConfigureHelp(kong.HelpOptions{NoExpandSubcommands: false, WrapUpperBound: 110}),
		kong.Vars{"data_dir": defaultDataDir()},
	)
	command.BindTo(audit.With(ctx, sourceOf(command)), (*context.Context)(nil))
	command.FatalIfErrorf(command.Run(&program))
}

type serveCommand struct {
	oidcConfig
	Listen         string   `env:"LISTEN" default:"127.0.0.1:8080" placeholder:"ADDRESS" help:"Address and port to serve at (${default})."`
	AllowedOrigins []string `env:"ALLOWED_ORIGINS" placeholder:"ORIGIN,…" help:"Origins of pages of the dashboard that are served elsewhere and may use the API: https://ledger.example.com."`
	AdminEmail     string   `env:"ADMIN_EMAIL" placeholder:"ADDRESS" help:"The e-mail address of the first administrator, who is made where there is nobody (admin@localhost)."`
	AdminPassword  string   `env:"ADMIN_PASSWORD" placeholder:"PASSWORD" help:"The first administrator's password. Left out: one is made, and printed once."`
	SampleData     string   `env:"SAMPLE_DATA" placeholder:"DIR" help:"A folder with partners.csv, orders.csv and refunds.csv to load into an empty database."`
}

// Run serves until it is told to stop.
func (s serveCommand) Run(ctx context.Context, c *cli) error {
	own, err := s.signIn()
	if err != nil {
		return err
	}
	a, err := c.open(ctx, postgres.StartEmbedded)
	if err != nil {
		return err
	}
	defer a.close()
	a.auth.OIDC = own
	if err := a.loadSample(ctx, s.SampleData); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", s.Listen)
	if err != nil {
		return fmt.Errorf("LISTEN: %w", err)
	}
	defer listener.Close()
	if err := s.welcome(ctx, a, "http://"+listener.Addr().String()); err != nil {
		return err
	}
	go a.closeMonths(ctx)
	go a.clean(ctx)
	return a.serve(ctx, listener, crossOrigin(s.AllowedOrigins, a.routes()))
}

// serve answers requests until ctx ends or the embedded Postgres can't be kept running.
func (a *app) serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       time.Minute,
		WriteTimeout:      10 * time.Minute, // a large export over a slow line
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(slog.Default().Handler(), slog.LevelWarn),
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-a.databaseGone():
		_ = server.Close()
		return fmt.Errorf("the embedded Postgres has ended: %w", a.embedded.Err())
	case <-ctx.Done():
	}
	// What is being recorded may finish.
	finish, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	if err := server.Shutdown(finish); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (a *app) databaseGone() <-chan struct{} {
	if a.embedded == nil {
		return nil
	}
	return a.embedded.Exited()
}

// routes is every address that the server has.
func (a *app) routes() http.Handler {
	metrics := prometheus.NewRegistry()
	pool, _ := a.db.DB() // gorm.Open was given a pool
	metrics.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		collectors.NewDBStatsCollector(pool, "partnerledger"))
	took := prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name: "http_request_duration_seconds", Help: "How long requests took, by route and status.",
		Buckets: []float64{.005, .02, .1, .5, 2, 10, 60},
	}, []string{"route", "code", "method"})
	metrics.MustRegister(took)

	mux := http.NewServeMux()
	handle := func(pattern, route string, handler http.Handler) {
		mux.Handle(pattern, promhttp.InstrumentHandlerDuration(took.MustCurryWith(prometheus.Labels{"route": route}), handler))
	}
	handle("/graphql", "/graphql", a.auth.Middleware(resolvers.Handler(resolvers.Services{
		Auth: a.auth, Partners: a.partners, Ledger: a.ledger, Payments: a.payments, Exports: a.exports, Commissions: a.commissions,
		Audit: a.audit,
	})))
	handle("/exports/{id}", "/exports", a.auth.Middleware(auth.Require(auth.Read, a.exports.Handler())))
	handle("POST /imports/{kind}", "/imports", a.auth.Middleware(auth.Require(auth.Write, a.imports.Handler())))
	handle(audit.Route, "/audit-log.csv", a.auth.Middleware(auth.Require(auth.Write, a.audit.Handler())))
	handle(auth.OIDCRoute, "/auth/oidc", a.auth.Middleware(http.HandlerFunc(a.auth.StartOIDC)))
	handle(auth.OIDCCallbackRoute, "/auth/oidc/callback", a.auth.Middleware(http.HandlerFunc(a.auth.FinishOIDC)))
	handle("/", "/", frontend.Handler())
	mux.Handle("/metrics", promhttp.HandlerFor(metrics, promhttp.HandlerOpts{}))
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "alive") })
	mux.HandleFunc("/readyz", a.ready)
	return mux
}

// crossOrigin lets pages of some origins use the API from a browser, and no other page: without any, browsers keep to
// pages of our own. (rs/cors knows the corners of the protocol.)
func crossOrigin(origins []string, next http.Handler) http.Handler {
	if len(origins) == 0 {
		return next
	}
	return cors.New(cors.Options{
		AllowedOrigins: origins,
		AllowedMethods: []string{http.MethodGet, http.MethodPost},
		AllowedHeaders: []string{"Authorization", "Content-Type"},
		ExposedHeaders: []string{"Content-Disposition"},
		MaxAge:         600,
	}).Handler(next)
}

// ready tells whether the database answers.
func (a *app) ready(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 5*time.Second)
	defer cancel()
	if err := a.db.WithContext(ctx).Exec("SELECT 1").Error; err != nil {
		http.Error(w, "the database doesn't answer", http.StatusServiceUnavailable)
		return
	}
	fmt.Fprintln(w, "ready")
}

// closeMonths closes the months that are over, now and whenever another one is.
func (a *app) closeMonths(ctx context.Context) {
	for {
		if _, err := a.ledger.CloseMonths(ctx); err != nil && ctx.Err() == nil {
			slog.Error("close months", "error", err) // reports are slower until it works, never wrong
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(10 * time.Minute):
		}
	}
}

// clean deletes sessions and the like that have ended, now and then.
func (a *app) clean(ctx context.Context) {
	for {
		if err := a.auth.Clean(ctx); err != nil && ctx.Err() == nil {
			slog.Error("clean", "error", err) // they take room until it works, and let nobody in
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(10 * time.Minute):
		}
	}
}

// welcome says where everything is, and how to sign in. A password that was made goes to the screen only, into no log.
func (s serveCommand) welcome(ctx context.Context, a *app, address string) error {
	first, err := a.auth.First(ctx, s.AdminEmail, s.AdminPassword)
	if err != nil {
		return err
	}
	fmt.Printf("Partner Ledger is at %s\nThe playground is at %s/playground\n", address, address)
	switch {
	case first == nil:
		fmt.Print("Sign in with your e-mail address and password.\n")
	case first.Password == "":
		fmt.Printf("Sign in as %s with the password that was set.\n", first.Email)
	default:
		fmt.Printf("Sign in as %s with this password. It is shown only now:\n\n    %s\n\n", first.Email, first.Password)
	}
	return nil
}
