// Command partnerledger finds out what referral partners are owed and records that they were paid. See README.md.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"net"
	"net/http"
	"os"
	"os/signal"
	"slices"
	"syscall"
	"time"

	"github.com/alecthomas/kong"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"partnerledger/audit"
	"partnerledger/auth"
	"partnerledger/exports"
	"partnerledger/failpoints"
	"partnerledger/frontend"
	"partnerledger/ledger"
	"partnerledger/postgres"
	"partnerledger/resolvers"
	"partnerledger/telemetry"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // whoever says it twice means at once
	slog.SetDefault(slog.New(telemetry.LogHandler(slog.NewTextHandler(os.Stderr, nil))))
	tuneMemory()
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
	backupConfig
	replicaConfig
	ending
	Listen              string        `env:"LISTEN" default:"127.0.0.1:8080" placeholder:"ADDRESS" help:"Address and port to serve at (${default}). Others than this machine's own need TLS."`
	TLSCert             string        `env:"TLS_CERT" placeholder:"FILE" help:"The certificate, with those between it and the root, as PEM. It is read anew when it changes."`
	TLSKey              string        `env:"TLS_KEY" placeholder:"FILE" help:"The key of the certificate, as PEM."`
	BehindProxy         bool          `env:"BEHIND_PROXY" help:"A proxy stands in front, does TLS, and adds the client's address to X-Forwarded-For as the last."`
	AllowedOrigins      []string      `env:"ALLOWED_ORIGINS" placeholder:"ORIGIN,…" help:"Origins of pages of the dashboard that are served elsewhere and may use the API: https://ledger.example.com."`
	RateLimit           int           `env:"RATE_LIMIT" default:"1200" placeholder:"N" help:"How many requests a minute a token, a person or, of those who have not signed in, an address may send (${default}); 0 is any number."`
	AdminEmail          string        `env:"ADMIN_EMAIL" placeholder:"ADDRESS" help:"The e-mail address of the first administrator, who is made where there is nobody (admin@localhost)."`
	AdminPassword       string        `env:"ADMIN_PASSWORD" placeholder:"PASSWORD" help:"The first administrator's password. Left out: one is made, and printed once."`
	DebugListen         string        `env:"DEBUG_LISTEN" placeholder:"ADDRESS" help:"Address and port of this machine alone to serve Go's profiles at, without a token: 127.0.0.1:6060. Left out: they are not served."`
	RequestTimeout      time.Duration `env:"REQUEST_TIMEOUT" default:"15m" placeholder:"DURATION" help:"How long an operation of the API may take, waiting for others included (${default}); 0 is any time."`
	CheckEvery          time.Duration `env:"CHECK_EVERY" default:"24h" placeholder:"DURATION" help:"How often the server checks every stored figure by itself, slowly, beside all else (${default}); 0 is never."`
	StopOnInconsistency bool          `env:"STOP_ON_INCONSISTENCY" help:"Record nothing more once such a check finds a difference, until a later one, or the command check, finds none."`
	OTLPEndpoint        string        `name:"otel-exporter-otlp-endpoint" env:"OTEL_EXPORTER_OTLP_ENDPOINT" placeholder:"URL" help:"Where traces are sent, by OTLP over HTTP: http://127.0.0.1:4318. OpenTelemetry's other variables hold, too. Left out: nowhere."`
	SampleData          string        `env:"SAMPLE_DATA" placeholder:"DIR" help:"A folder with partners.csv, orders.csv and refunds.csv to load into an empty database."`
}

// Run serves until it is told to stop.
func (s serveCommand) Run(ctx context.Context, c *cli) error {
	own, err := s.signIn()
	if err != nil {
		return err
	}
	stopTraces, err := telemetry.Start(ctx, s.OTLPEndpoint)
	if err != nil {
		return fmt.Errorf("OTEL_EXPORTER_OTLP_ENDPOINT: %w", err)
	}
	defer sendLast(stopTraces)
	endProfiles, err := s.profile()
	if err != nil {
		return err
	}
	defer endProfiles()
	a, err := c.open(ctx, postgres.StartEmbedded)
	if err != nil {
		return err
	}
	defer a.close(ctx)
	a.auth.OIDC = own
	if err := s.configure(a); err != nil {
		return err
	}
	handler, err := a.handler(s.AllowedOrigins)
	if err != nil {
		return err
	}
	if err := a.loadSample(ctx, s.SampleData); err != nil {
		return err
	}
	listener, err := s.listen()
	if err != nil {
		return err
	}
	defer listener.Close()
	if err := s.welcome(ctx, a, s.address(listener)); err != nil {
		return err
	}
	a.workBeside(ctx)
	return a.serve(ctx, listener, newServer(failpoints.Handler(handler)), s.ending)
}

// configure makes the services do as they are told.
func (s serveCommand) configure(a *app) (err error) {
	a.auth.Secure, a.auth.TrustProxy, a.rateLimit = s.secure(), s.BehindProxy, s.RateLimit
	a.requestTimeout = s.RequestTimeout
	a.checks.Every, a.checks.Stop = s.CheckEvery, s.StopOnInconsistency
	if err := a.checkPermissions(); err != nil {
		return err
	}
	if a.backups, err = s.schedule(a); err != nil {
		return err
	}
	return s.addReplicas(a)
}

// workBeside does what nobody asks for, until ctx ends.
func (a *app) workBeside(ctx context.Context) {
	go a.closeMonths(ctx)
	go a.clean(ctx)
	go a.watch(ctx)
	go a.checks.Run(ctx)
	if a.backups != nil {
		a.backupsEnd = make(chan struct{})
		go func() {
			defer close(a.backupsEnd)
			a.backups.Run(ctx)
		}()
	}
	if a.replicas != nil {
		go a.replicas.Watch(ctx)
	}
}

// serve answers requests until ctx ends or the embedded Postgres can't be kept running.
func (a *app) serve(ctx context.Context, listener net.Listener, server *http.Server, end ending) error {
	requests, giveUp := context.WithCancel(context.Background())
	defer giveUp()
	server.BaseContext = func(net.Listener) context.Context { return requests }
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
	a.ending.Store(true) // /readyz says so
	slog.Info("ending", "delay", end.ShutdownDelay, "timeout", end.ShutdownTimeout)
	time.Sleep(end.ShutdownDelay)
	if errors.Is(a.finish(server, end.ShutdownTimeout), context.DeadlineExceeded) {
		slog.Warn("some requests, or a backup, have not ended in time; they are given up, and what they did is rolled back")
		giveUp()
		_ = a.finish(server, 5*time.Second) // while their statements are cancelled
	}
	return server.Close()
}

// finish takes no more requests, and waits for those that are under way, and for a backup to clear away what it has written.
func (a *app) finish(server *http.Server, limit time.Duration) error {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil || a.backupsEnd == nil {
		return err
	}
	select {
	case <-a.backupsEnd:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// ending is how the server ends when it is told to.
type ending struct {
	ShutdownDelay   time.Duration `env:"SHUTDOWN_DELAY" default:"0s" placeholder:"DURATION" help:"How long the server goes on as before once it is told to end, but says at /readyz that it isn't ready, for load balancers to turn away (${default})."`
	ShutdownTimeout time.Duration `env:"SHUTDOWN_TIMEOUT" default:"30s" placeholder:"DURATION" help:"How long requests that are under way then have to end (${default})."`
}

func (a *app) databaseGone() <-chan struct{} {
	if a.embedded == nil {
		return nil
	}
	return a.embedded.Exited()
}

// routes is every address that the server has.
func (a *app) routes() http.Handler {
	metrics := a.newMetrics()
	measure := measured(metrics)
	mux := http.NewServeMux()
	handle := func(route string, handler http.Handler) {
		mux.Handle(route, observed(measure, route, handler))
	}
	identified := a.rateLimits()
	limited := func(next http.Handler) http.Handler { return a.upToDate(identified(next)) }
	handle("/graphql", timed(a.requestTimeout, limited(a.api(metrics))))
	for route, handler := range a.guarded() {
		handle(route, limited(auth.Require(route, handler)))
	}
	mux.Handle("/", measure("/", frontend.Handler()))
	mux.Handle("/metrics", promhttp.HandlerFor(metrics, promhttp.HandlerOpts{}))
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "alive") })
	mux.Handle(readyRoute, a.auth.Middleware(http.HandlerFunc(a.ready)))
	return mux
}

func (a *app) api(metrics prometheus.Registerer) http.Handler {
	return resolvers.Handler(resolvers.Services{
		Auth: a.auth, Partners: a.partners, Ledger: a.ledger, Payments: a.payments, Exports: a.exports, Commissions: a.commissions,
		Audit: a.audit, Metrics: metrics,
	})
}

// guarded are the routes that stand in the table of who may what, beside the fields of the API.
func (a *app) guarded() map[string]http.Handler {
	return map[string]http.Handler{
		exports.Route:          a.exports.Handler(),
		"POST /imports/{kind}": asCSV(a.auth.Changing(a.imports.Handler())),
		exports.EntriesRoute:   a.exports.EntriesHandler(),
		audit.Route:            a.audit.Handler(),
		auth.OIDCRoute:         http.HandlerFunc(a.auth.StartOIDC),
		auth.OIDCCallbackRoute: http.HandlerFunc(a.auth.FinishOIDC),
	}
}

// checkPermissions fails where something that the server has is not in the table of who may what.
func (a *app) checkPermissions() error {
	return auth.CheckPermissions(append(slices.AppendSeq(resolvers.Fields(), maps.Keys(a.guarded())), readyRoute))
}

// closeMonths closes the months that are over, now and whenever another one is.
func (a *app) closeMonths(ctx context.Context) {
	for {
		wait := 10 * time.Minute
		_, err := a.ledger.CloseMonthsBeside(ctx)
		switch {
		case errors.Is(err, ledger.ErrBusy):
			wait = time.Minute
		case err != nil && ctx.Err() == nil:
			slog.Error("close months", "error", err) // reports are slower until it works, never wrong
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(wait):
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
