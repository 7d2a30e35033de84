package main

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"sync/atomic"
	"time"

	"gorm.io/gorm"

	"partnerledger/audit"
	"partnerledger/auth"
	"partnerledger/backup"
	"partnerledger/checks"
	"partnerledger/commissions"
	"partnerledger/exports"
	"partnerledger/imports"
	"partnerledger/ledger"
	"partnerledger/models"
	"partnerledger/partners"
	"partnerledger/payments"
	"partnerledger/postgres"
)

// app is the services on their database.
type app struct {
	*models.Business
	db             *gorm.DB
	embedded       *postgres.Embedded // nil with DATABASE_URL
	ownerURL       string
	backups        *backup.Schedule   // nil without BACKUP_DIR
	backupsEnd     chan struct{}      // closed when no more are taken; nil without BACKUP_DIR
	replicas       *postgres.Replicas // nil without DATABASE_REPLICA_URLS
	auth           *auth.Service
	partners       *partners.Service
	ledger         *ledger.Service
	payments       *payments.Service
	commissions    *commissions.Service
	exports        *exports.Service
	imports        *imports.Service
	checks         *checks.Service
	rateLimit      int           // requests a minute; 0 is any number
	requestTimeout time.Duration // of an operation; 0 is any
	ending         atomic.Bool
	outdated       atomic.Bool // the database is of another version
	audit          *audit.Service
}

// startup is how the embedded Postgres is got: run by us, or shared with who runs it.
type startup func(context.Context, postgres.EmbeddedConfig) (*postgres.Embedded, error)

// open connects to the database, brings its tables up to date, and makes the services.
func (c config) open(ctx context.Context, start startup) (*app, error) {
	return c.openAfter(ctx, start, func(string) error { return nil })
}

// openAfter does so after something was done as the owner of the tables.
func (c config) openAfter(ctx context.Context, start startup, first func(ownerURL string) error) (_ *app, err error) {
	business, err := c.business()
	if err != nil {
		return nil, err
	}
	a := &app{Business: business}
	defer func() {
		if err != nil {
			a.close(ctx)
		}
	}()
	url, err := a.locate(ctx, c, start)
	if err != nil {
		return nil, err
	}
	if err := first(a.ownerURL); err != nil {
		return nil, err
	}
	if err := postgres.Migrate(ctx, a.ownerURL, slog.Default()); err != nil {
		return nil, err
	}
	if a.db, err = postgres.Open(ctx, url, slog.Default()); err != nil {
		return nil, err
	}
	a.services()
	return a, nil
}

// locate returns where the database is for the server, and has the embedded one run.
func (a *app) locate(ctx context.Context, c config, start startup) (url string, err error) {
	a.ownerURL = c.DatabaseURL
	if c.DatabaseURL != "" {
		return c.DatabaseURL, nil
	}
	a.embedded, err = start(ctx, postgres.EmbeddedConfig{DataDir: c.DataDir, Bin: c.PostgresBin, Log: slog.Default()})
	if err != nil {
		return "", err
	}
	a.ownerURL = a.embedded.OwnerURL()
	return a.embedded.URL(), nil
}

func (a *app) services() {
	closed := postgres.Confine(a.db, auth.PartnerOf)
	if closed != nil {
		slog.Warn("this database can't keep partners apart, so none is let in: see DATABASE_URL in the README", "error", closed)
	}
	a.auth = &auth.Service{Business: a.Business, DB: a.db, PortalClosed: closed != nil}
	a.audit = &audit.Service{Business: a.Business, DB: a.db}
	a.partners = &partners.Service{Business: a.Business, DB: a.db}
	a.ledger = &ledger.Service{Business: a.Business, DB: a.db}
	a.payments = &payments.Service{Business: a.Business, DB: a.db, Ledger: a.ledger}
	a.commissions = &commissions.Service{Business: a.Business, DB: a.db}
	a.exports = &exports.Service{Business: a.Business, DB: a.db, Ledger: a.ledger}
	a.checks = &checks.Service{
		Business: a.Business, DB: a.db,
		Checks: slices.Concat(ledger.Checks(), payments.Checks(), commissions.Checks(), exports.Checks()),
	}
	a.imports = &imports.Service{
		Business: a.Business, Partners: a.partners, Commissions: a.commissions, History: a.ledger.History, Alone: a.ledger.Alone,
	}
}

// toEnd is how long Postgres has to end in order.
const toEnd = 20 * time.Second

// close leaves the database in order. Other commands may finish with it before, until ctx ends: a signal has come.
func (a *app) close(ctx context.Context) {
	var failures []error
	if a.db != nil {
		pool, err := a.db.DB()
		failures = append(failures, err)
		if err == nil {
			failures = append(failures, pool.Close())
		}
	}
	if a.embedded != nil {
		failures = append(failures, a.embedded.WaitForOthers(ctx))
		end, cancel := context.WithTimeout(context.WithoutCancel(ctx), toEnd)
		defer cancel()
		failures = append(failures, a.embedded.Stop(end))
	}
	if err := errors.Join(failures...); err != nil {
		slog.Error("stop", "error", err)
	}
}
