// Command bench measures what takes time, on a database of its own. Each figure is a ratio of two ways to do one thing
// within this run, so that runs on different machines can be compared; seconds stand beside it for orientation only.
package main

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"gorm.io/gorm"

	"partnerledger/ledger"
	"partnerledger/models"
	"partnerledger/payments"
	"partnerledger/postgres"
)

func main() {
	partners := flag.Int("partners", 5000, "how many partners")
	years := flag.Int("years", 5, "how many years of entries, one a partner and week")
	flag.Parse()
	if err := run(context.Background(), *partners, *years); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, partners, years int) error {
	dir, err := os.MkdirTemp("", "partnerledger-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := os.Chmod(dir, 0o755); err != nil { // started by root, Postgres runs as somebody else
		return err
	}
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError})))
	database, err := postgres.StartEmbedded(ctx, postgres.EmbeddedConfig{
		DataDir: dir, Bin: os.Getenv("POSTGRES_BIN"), Disposable: true,
		Binaries: filepath.Join(os.TempDir(), "partnerledger-bench-programs"),
	})
	if err != nil {
		return err
	}
	defer database.Stop(ctx)
	if err := postgres.Migrate(ctx, database.OwnerURL(), slog.Default()); err != nil {
		return err
	}
	db, err := postgres.Open(ctx, database.URL(), slog.Default())
	if err != nil {
		return err
	}
	if err := generate(db, partners, years); err != nil {
		return err
	}
	return measure(ctx, db, partners)
}

// today is in the last of the generated months.
var today = time.Date(2025, 12, 15, 12, 0, 0, 0, time.UTC)

// generate makes partners with an entry a week.
func generate(db *gorm.DB, partners, years int) error {
	fmt.Printf("%d partners, %d years, %d entries\n", partners, years, partners*years*52)
	return db.Transaction(func(tx *gorm.DB) error {
		err := tx.Exec(`INSERT INTO partners (code, name, status, currency_code, created_at)
			SELECT 'P' || n, 'Partner ' || md5(CAST(n AS text)), 'ACTIVE', 'USD', ? FROM generate_series(1, ?) AS n`, today, partners).Error
		if err != nil {
			return err
		}
		return tx.Exec(`INSERT INTO ledger_entries (partner_id, currency_code, date, kind, amount, source, description, recorded_at)
			SELECT p.id, 'USD', CAST(@today AS date) - 7 * w, 'COMMISSION', (p.id * 31 + w * 17) % 10000 / 100.0, 'bench:' || w, 'bench', @now
			FROM generate_series(0, @weeks - 1) AS w, partners p`,
			map[string]any{"today": models.DateOf(today, time.UTC), "now": today, "weeks": years * 52}).Error
	})
}

// bench is the services over the generated data.
type bench struct {
	ledger   *ledger.Service
	payments *payments.Service
}

func measure(ctx context.Context, db *gorm.DB, partners int) error {
	business := &models.Business{Zone: time.UTC, Currency: "USD", Now: func() time.Time { return today }}
	b := bench{ledger: &ledger.Service{Business: business, DB: db}}
	b.payments = &payments.Service{Business: business, DB: db, Ledger: b.ledger}
	works := map[string]func() error{
		"first page by name":             func() error { return b.report(ctx, "PARTNER_NAME", false) },
		"first page by balance":          func() error { return b.report(ctx, "ENDING_BALANCE", false) },
		"first page, totals and count":   func() error { return b.report(ctx, "PARTNER_NAME", true) },
		"preview of a batch, all months": func() error { return b.preview(ctx) },
	}
	open, err := times(works)
	if err != nil {
		return err
	}
	begin := time.Now()
	months, err := b.ledger.CloseMonths(ctx)
	if err != nil {
		return err
	}
	fmt.Printf("%d months closed, %.2f s each\n", months, time.Since(begin).Seconds()/float64(months))
	if err := db.Exec("ANALYZE").Error; err != nil {
		return err
	}
	closed, err := times(works)
	if err != nil {
		return err
	}
	fmt.Printf("%-32s %10s %10s %14s\n", "", "open", "closed", "closed / open")
	for _, name := range slices.Sorted(maps.Keys(works)) {
		fmt.Printf("%-32s %8.3f s %8.3f s %14.3f\n", name, open[name].Seconds(), closed[name].Seconds(), closed[name].Seconds()/open[name].Seconds())
	}
	return b.batch(ctx, closed["preview of a batch, all months"], partners)
}

func (b bench) report(ctx context.Context, by ledger.OrderField, whole bool) error {
	_, err := b.ledger.Report(ctx, ledger.Query{
		Order: ledger.Order{Field: by, Direction: "ASC"}, Page: models.Page{First: 50}, Totals: whole, Count: whole,
	})
	return err
}

func (b bench) preview(ctx context.Context) error {
	_, err := b.payments.Preview(ctx, payments.Request{Method: models.EndingBalance})
	return err
}

// batch compares recording a batch with its preview, which finds the same figures and records nothing.
func (b bench) batch(ctx context.Context, preview time.Duration, partners int) error {
	begin := time.Now()
	batch, _, err := b.payments.Create(ctx, payments.Request{Method: models.EndingBalance, Type: "CHECK"}, "bench")
	if err != nil {
		return err
	}
	took := time.Since(begin)
	fmt.Printf("batch of %d payments to %d partners: %.3f s, %.1f times its preview\n",
		batch.PaymentCount, partners, took.Seconds(), took.Seconds()/preview.Seconds())
	return nil
}

// times returns the median of five runs of each.
func times(works map[string]func() error) (map[string]time.Duration, error) {
	medians := make(map[string]time.Duration, len(works))
	for name, work := range works {
		var runs []time.Duration
		for range 5 {
			begin := time.Now()
			if err := work(); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			runs = append(runs, time.Since(begin))
		}
		slices.Sort(runs)
		medians[name] = runs[2]
	}
	return medians, nil
}
