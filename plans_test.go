package main

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"partnerledger/exports"
	"partnerledger/ledger"
	"partnerledger/models"
	"partnerledger/payments"
	"partnerledger/postgres"
	"partnerledger/postgres/pgtest"
)

// TestPlansStayGood: on few rows, but by the statistics of 100,000 partners with 20 million entries over five years,
// Postgres plans no big statement to read all entries, to sort a ledger, or to look something up partner by partner.
func TestPlansStayGood(t *testing.T) {
	l := openLarge(t)
	whole := models.Period{Start: models.NewDate(2025, 10, 1), End: models.NewDate(2025, 10, 31)}
	odd := models.Period{Start: models.NewDate(2022, 4, 10), End: models.NewDate(2022, 7, 19)}
	ever := models.Period{Start: models.NewDate(2020, 1, 1), End: models.NewDate(2025, 12, 31)}
	search := "partner 12"
	for _, period := range []models.Period{whole, odd} {
		for _, by := range []ledger.OrderField{"ENDING_BALANCE", "COMMISSIONS", "PARTNER_NAME", "PARTNER_CODE"} {
			for name, criteria := range map[string]ledger.Criteria{
				"all": {}, "search": {Search: &search}, "owed": {NonZeroOnly: true},
			} {
				criteria.Period = &period
				query := ledger.Query{Criteria: criteria, Order: ledger.Order{Field: by, Direction: "DESC"}, Page: models.Page{First: 50}, Totals: true, Count: true}
				l.plans(t, fmt.Sprintf("report %s by %s, %s", period.Start, by, name), aMonth, func() error {
					report, err := l.ledger.Report(t.Context(), query)
					if err == nil && report.HasNextPage {
						query.Page.After, query.Totals, query.Count = &report.Cursors[len(report.Cursors)-1], false, false
						_, err = l.ledger.Report(t.Context(), query)
					}
					return err
				})
			}
		}
	}
	l.plans(t, "ledger page", aPage, func() error {
		_, err := l.ledger.Entries(t.Context(), ledger.EntriesQuery{Period: ever, Page: models.Page{First: 50}, Count: true},
			[]ledger.Account{{PartnerID: 1, CurrencyCode: "USD"}})
		return err
	})
	l.plans(t, "ledger", aPage, func() error {
		_, err := l.ledger.Ledgers(t.Context(), &odd, "USD", []int64{1})
		return err
	})
	l.plans(t, "owed now", aPage, func() error {
		_, err := l.ledger.OwedNow(t.Context(), "USD", []int64{1, 2, 3})
		return err
	})
	request := payments.Request{Method: models.EndingBalance, Type: "CHECK", Criteria: &ledger.Criteria{Period: &odd}}
	l.plans(t, "preview of a batch", aMonth, func() error {
		_, err := l.payments.Preview(t.Context(), request)
		return err
	})
	l.plans(t, "batch", aMonth, func() error {
		_, _, err := l.payments.Create(t.Context(), request, "test")
		return err
	})
	l.plans(t, "export", aMonth, func() error {
		_, err := l.exports.Create(t.Context(), ledger.Criteria{Period: &odd}, models.FormatCSV, "test")
		return err
	})
	l.plans(t, "closing a month", aMonth, func() error {
		l.now = l.now.AddDate(0, 1, 0)
		_, err := l.ledger.CloseMonths(t.Context())
		return err
	})
}

// large is services on a database that seems to be large.
type large struct {
	db       *gorm.DB
	now      time.Time
	ledger   *ledger.Service
	payments *payments.Service
	exports  *exports.Service
	ran      []statement
}

type statement struct {
	sql  string
	args []any
	anew bool // planned for its parameters each time
}

func openLarge(t *testing.T) *large {
	t.Helper()
	server, owner := pgtest.NewURLs(t)
	silent := slog.New(slog.DiscardHandler)
	db, err := postgres.Open(t.Context(), server, silent)
	must(t, err)
	l := &large{db: db, now: time.Date(2025, 12, 15, 12, 0, 0, 0, time.UTC)}
	business := &models.Business{Zone: time.UTC, Currency: "USD", Now: func() time.Time { return l.now }}
	l.ledger = &ledger.Service{Business: business, DB: db}
	l.payments = &payments.Service{Business: business, DB: db, Ledger: l.ledger}
	l.exports = &exports.Service{Business: business, DB: db, Ledger: l.ledger}
	super, err := postgres.Open(t.Context(), asSuperuser(t, owner), silent)
	must(t, err)
	must(t, super.Exec(fewRows).Error)
	_, err = l.ledger.CloseMonths(t.Context())
	must(t, err)
	must(t, super.Exec(manyRows).Error)
	keep := func(tx *gorm.DB) {
		if tx.Error == nil && strings.Contains(tx.Statement.SQL.String(), "ledger_entries") {
			l.ran = append(l.ran, statement{
				tx.Statement.SQL.String(), slices.Clone(tx.Statement.Vars), models.IsPlannedAnew(tx.Statement.Context),
			})
		}
	}
	must(t, db.Callback().Query().After("gorm:query").Register("test:plans", keep))
	must(t, db.Callback().Row().After("gorm:row").Register("test:plans", keep))
	must(t, db.Callback().Raw().After("gorm:raw").Register("test:plans", keep))
	t.Cleanup(func() {
		for _, db := range []*gorm.DB{db, super} {
			if pool, err := db.DB(); err == nil {
				pool.Close()
			}
		}
	})
	return l
}

// asSuperuser is an address of the embedded Postgres for the role that may change what it has counted.
func asSuperuser(t *testing.T, address string) string {
	t.Helper()
	u, err := url.Parse(address)
	must(t, err)
	if password, ok := u.User.Password(); ok {
		u.User = url.UserPassword("postgres", password)
	} else {
		u.User = url.User("postgres")
	}
	return u.String()
}

// fewRows are 1,000 partners with 60,000 entries and 24 batches of payments. Nothing refers to what isn't there, so that
// nothing is looked up.
const fewRows = `BEGIN;
	SET LOCAL session_replication_role = replica;
	INSERT INTO partners (id, code, name, status, currency_code, created_at)
	SELECT n, 'P' || n, 'Partner ' || n, 'ACTIVE', 'USD', '2020-01-01' FROM generate_series(1, 1000) AS n;
	INSERT INTO ledger_entries (partner_id, currency_code, date, kind, amount, source, description, recorded_at)
	SELECT 1 + (n * 7919 % 1000) * (n / 7 * 7907 % 1000) / 1000, 'USD', DATE '2020-12-01' + n * 1840 / 60000, 'COMMISSION', 1 + n % 100,
	  'test:' || n, 'test', '2020-01-01' FROM generate_series(1, 60000) AS n;
	INSERT INTO payment_batches (batch_id, method, type, date, period_start, period_end, currency_code, payment_count, total,
	  skipped_count, request_hash, created_at, created_by)
	SELECT 'B' || n, 'ENDING_BALANCE', 'CHECK', month + 35, month, month + 27, 'USD', 500, 500, 0, '', month, 'test'
	FROM generate_series(1, 24) AS n, LATERAL (SELECT CAST(DATE '2023-01-01' + make_interval(months => n) AS date) AS month) AS m;
	INSERT INTO payments (partner_id, batch_id, currency_code, amount, type, date, beginning_balance, commissions, adjustments,
	  payments, ending_balance, created_at, created_by)
	SELECT n, b.id, 'USD', 1, 'CHECK', b.date, 0, 1, 0, 0, 1, b.created_at, 'test'
	FROM payment_batches b, generate_series(1, 500) AS n;
COMMIT`

// manyRows makes Postgres believe in 100,000 partners, 20 million entries, 6 million opening balances and as many payments.
const manyRows = `
	ALTER TABLE ledger_entries ALTER partner_id SET (n_distinct = 100000);
	ALTER TABLE opening_balances ALTER partner_id SET (n_distinct = 100000);
	ALTER TABLE payments ALTER partner_id SET (n_distinct = 100000);
	ANALYZE;
	UPDATE pg_class c SET reltuples = c.reltuples * CASE t.relname WHEN 'partners' THEN 100 WHEN 'ledger_entries' THEN 333
	  WHEN 'opening_balances' THEN 100 ELSE 500 END
	FROM pg_class t LEFT JOIN pg_index i ON i.indrelid = t.oid
	WHERE t.relname IN ('partners', 'ledger_entries', 'opening_balances', 'payments') AND t.relkind = 'r' AND c.oid IN (t.oid, i.indexrelid)`

// plans does something and looks at the plans of the statements about entries that it ran, which sort so many rows at most.
func (l *large) plans(t *testing.T, name string, sorted float64, do func() error) {
	t.Helper()
	l.ran = nil
	must(t, do())
	ran := l.ran
	if len(ran) == 0 {
		t.Errorf("%s: no statement about entries", name)
	}
	for _, s := range ran {
		l.look(t, name, sorted, s.sql, l.db.Raw("EXPLAIN (FORMAT JSON) "+s.sql, s.args...))
		if !s.anew && len(s.args) > 0 {
			l.prepared(t, name+", whatever its parameters", sorted, s)
		}
	}
}

// prepared looks at the plan that Postgres makes once for all parameters.
func (l *large) prepared(t *testing.T, name string, sorted float64, s statement) {
	t.Helper()
	must(t, l.db.Connection(func(conn *gorm.DB) error {
		must(t, conn.Exec("SET plan_cache_mode = force_generic_plan").Error)
		must(t, conn.Exec("PREPARE looked_at AS "+s.sql).Error)
		l.look(t, name, sorted, s.sql, conn.Raw("EXPLAIN (FORMAT JSON) EXECUTE looked_at ("+
			strings.TrimSuffix(strings.Repeat("NULL,", len(s.args)), ",")+")"))
		must(t, conn.Exec("DEALLOCATE looked_at").Error)
		return conn.Exec("RESET plan_cache_mode").Error
	}))
}

// look looks at the plan that a question explains.
func (l *large) look(t *testing.T, name string, sorted float64, sql string, question *gorm.DB) {
	t.Helper()
	var text string
	must(t, question.Row().Scan(&text))
	var plans []struct{ Plan planNode }
	must(t, json.Unmarshal([]byte(text), &plans))
	for _, fault := range plans[0].Plan.faults(sorted, false) {
		t.Errorf("%s: %s\n%s\n%s", name, fault, sql, text)
	}
}

// planNode is a step of a plan.
type planNode struct {
	NodeType     string     `json:"Node Type"`
	RelationName string     `json:"Relation Name"`
	Relationship string     `json:"Parent Relationship"`
	Rows         float64    `json:"Plan Rows"`
	Plans        []planNode `json:"Plans"`
}

const (
	aMonth       = 500_000 // entries, which a report may sort
	aPage        = 51      // a ledger's page and one more
	manyPartners = 20_000  // as many lookups take longer than reading all there is
)

// faults are what is wrong with a step and those below it. A page that is cut from an order that an index has looks up as
// many as it shows, whatever there would be.
func (n planNode) faults(sorted float64, page bool) (found []string) {
	switch {
	case strings.Contains(n.NodeType, "Seq Scan") && n.RelationName == "ledger_entries":
		found = append(found, "reads all entries")
	case strings.Contains(n.NodeType, "Sort") && n.Rows > sorted:
		found = append(found, fmt.Sprintf("sorts %.0f rows", n.Rows))
	case n.NodeType == "Nested Loop" && !page && n.lookups() > manyPartners:
		found = append(found, fmt.Sprintf("looks something up %.0f times", n.Plans[0].Rows))
	case n.Relationship == "SubPlan" && n.NodeType != "Limit":
		found = append(found, "has a subselect for each row")
	}
	switch n.NodeType {
	case "Limit":
		page = true
	case "Sort", "Aggregate", "Hash", "WindowAgg", "ModifyTable":
		page = false
	}
	for _, below := range n.Plans {
		found = append(found, below.faults(sorted, page)...)
	}
	return found
}

// lookups is how often the second part of a loop is run: once, where it is kept.
func (n planNode) lookups() float64 {
	if kept := n.Plans[1]; kept.NodeType == "Materialize" {
		return n.Plans[0].Rows * kept.Rows / 10 // rows that are compared
	}
	return n.Plans[0].Rows
}
