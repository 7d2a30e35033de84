package main

import (
	"context"
	_ "embed"
	"fmt"
	"log/slog"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"partnerledger/ledger"
	"partnerledger/models"
	"partnerledger/postgres"
)

//go:embed generate.sql
var generateSQL string

// generate fills an empty, migrated database. Both addresses are of the same one.
func (s spec) generate(ctx context.Context, ownerURL, serverURL string, tell func(string)) error {
	conn, err := pgx.Connect(ctx, ownerURL)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	settings := "SET timezone = 'UTC'; SET work_mem = '512MB'; SET maintenance_work_mem = '1GB'; SET synchronous_commit = off"
	if _, err := conn.Exec(ctx, settings); err != nil {
		return err
	}
	restore, err := dropIndexes(ctx, conn, "ledger_entries", "payments")
	if err != nil {
		return err
	}
	steps := append(s.statements(), restore...)
	if err := execAll(ctx, conn, steps, tell); err != nil {
		return err
	}
	tell("ANALYZE") // closing a month wants to know how few of the entries are its own
	if _, err := conn.Exec(ctx, "ANALYZE"); err != nil {
		return err
	}
	tell("closing the months")
	closer, err := s.closer(ctx, serverURL)
	if err != nil {
		return err
	}
	defer closer.stop()
	if err := closer.closeMonths(ctx); err != nil {
		return err
	}
	tell("VACUUM (FREEZE, ANALYZE)") // as autovacuum would have done over the years
	_, err = conn.Exec(ctx, "VACUUM (FREEZE, ANALYZE)")
	return err
}

// statements are those of generate.sql, with the numbers and days of the spec as constants: Postgres could not tell what
// type a parameter is that is used as two. Payments, and clawbacks, come on top of the entries that are made one by one.
func (s spec) statements() []string {
	days := int(s.lastDay.Sub(s.firstDay()).Hours()/24) + 1
	values := strings.NewReplacer(
		"@partners", strconv.Itoa(s.partners), "@entries", strconv.Itoa(s.entries-min(20*s.partners, s.entries/5)), "@seed", strconv.FormatInt(s.seed, 10),
		"@first", quoted(s.firstDay()), "@last", quoted(s.lastDay), "@days", strconv.Itoa(days))
	return strings.Split(values.Replace(generateSQL), ";\n\n")
}

func quoted(day time.Time) string { return day.Format("'2006-01-02'") }

func execAll(ctx context.Context, conn *pgx.Conn, statements []string, tell func(string)) error {
	for _, statement := range statements {
		tell(firstWords(statement))
		if _, err := conn.Exec(ctx, statement); err != nil {
			return fmt.Errorf("%w in: %s", err, statement)
		}
	}
	return nil
}

// firstWords are what a statement begins with: its comment, or itself.
func firstWords(statement string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(statement), "\n")
	line = strings.TrimPrefix(line, "-- ")
	if len(line) > 70 {
		line = line[:70] + "…"
	}
	return line
}

// closer closes the months that are over on the last day, by the product's own code.
type closer struct{ ledger.Service }

func (s spec) closer(ctx context.Context, url string) (*closer, error) {
	db, err := postgres.Open(ctx, url, slog.New(slog.DiscardHandler))
	business := &models.Business{Zone: time.UTC, Currency: "USD", Now: func() time.Time { return s.lastDay }}
	return &closer{ledger.Service{Business: business, DB: db}}, err
}

func (c *closer) closeMonths(ctx context.Context) error {
	_, err := c.CloseMonths(ctx)
	return err
}

func (c *closer) stop() {
	if pool, err := c.DB.DB(); err == nil {
		pool.Close()
	}
}
