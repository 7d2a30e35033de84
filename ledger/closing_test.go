package ledger_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"

	"partnerledger/ledger"
	"partnerledger/models"
)

// TestBackDatedEntriesWhileMonthsClose: entries dated in months that are being closed at that moment are in the opening
// balances afterwards.
func TestBackDatedEntriesWhileMonthsClose(t *testing.T) {
	b := open(t)
	p := b.Partner(models.Partner{})
	b.Record(b.Entry(p, models.Commission, "2010-06-10", "1"))
	var entries []models.LedgerEntry
	for i := range 120 {
		entries = append(entries, b.Entry(p, models.Commission, fmt.Sprintf("2010-%02d-%02d", 6+i%7, 1+i%28), "1"))
	}
	var group sync.WaitGroup
	for worker := range 4 {
		group.Go(func() {
			for i := worker; i < len(entries); i += 4 {
				if err := b.DB.Transaction(func(tx *gorm.DB) error {
					_, err := ledger.Record(tx, entries[i:i+1])
					return err
				}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for range 2 {
		group.Go(func() {
			if _, err := b.CloseMonths(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	b.AddsUp()
	report := b.report(ledger.Query{Criteria: ledger.Criteria{Period: period("2011-01-01", "2011-01-31")}})
	if !report.Totals.BeginningBalance.Equal(dec("121")) {
		t.Errorf("121 entries of 1 carry %s", report.Totals.BeginningBalance)
	}
}

// TestMonthsThatCloseBesideLetOthersRecord: behind something long the server's own closing gives up soon, and closes when it
// comes again.
func TestMonthsThatCloseBesideLetOthersRecord(t *testing.T) {
	b := open(t)
	p := b.Partner(models.Partner{})
	b.Record(b.Entry(p, models.Commission, "2011-03-10", "5"))
	long := b.DB.Begin()
	defer long.Rollback()
	_, err := ledger.Record(long, []models.LedgerEntry{b.Entry(p, models.Commission, "2011-03-11", "7")})
	must(t, err)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	closing := make(chan error, 1)
	go func() {
		_, err := b.CloseMonthsBeside(ctx)
		closing <- err
	}()
	for waits := false; !waits && len(closing) == 0; time.Sleep(5 * time.Millisecond) {
		must(t, b.DB.Raw(`SELECT count(*) > 0 FROM pg_locks WHERE mode = 'ShareRowExclusiveLock' AND NOT granted
			AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`).Scan(&waits).Error)
	}
	must(t, b.DB.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		_, err := ledger.Record(tx, []models.LedgerEntry{b.Entry(p, models.Commission, "2011-04-10", "1")})
		return err
	}))
	if err := <-closing; !errors.Is(err, ledger.ErrBusy) {
		t.Errorf("behind something long it ends with %v", err)
	}
	must(t, long.Commit().Error)
	if n, err := b.CloseMonthsBeside(ctx); n != 3 || err != nil {
		t.Errorf("it then closes %d months, %v", n, err)
	}
	b.AddsUp()
}

// TestHistoryIsLoadedBehindClosedMonths: reopening, recording and closing again leaves exact opening balances, all or
// nothing.
func TestHistoryIsLoadedBehindClosedMonths(t *testing.T) {
	b := open(t)
	p := b.Partner(models.Partner{})
	b.Record(b.Entry(p, models.Commission, "2011-03-10", "5"))
	b.closeMonths()
	load := func(fail error) error {
		return b.DB.Transaction(func(tx *gorm.DB) error {
			done, err := b.History(tx, day("2009-01-15"))
			if err != nil {
				return err
			}
			if _, err := ledger.Record(tx, []models.LedgerEntry{b.Entry(p, models.Commission, "2009-01-15", "7")}); err != nil {
				return err
			}
			if fail != nil {
				return fail
			}
			return done()
		})
	}
	if err := load(gorm.ErrInvalidData); err == nil {
		t.Fatal("the transaction was to fail")
	}
	b.AddsUp()
	must(t, load(nil))
	b.AddsUp()
	var months int
	must(t, b.DB.Raw("SELECT count(*) FROM closed_months").Scan(&months).Error)
	if months != 29 {
		t.Errorf("%d months closed, want 29: February 2009 to June 2011", months)
	}
}

// TestCheckFindsWhatIsOff: a check that can't fail would be worth nothing.
func TestCheckFindsWhatIsOff(t *testing.T) {
	b := open(t)
	p := b.Partner(models.Partner{})
	b.Record(b.Entry(p, models.Commission, "2011-03-10", "5"))
	b.closeMonths()
	must(t, b.DB.Exec("UPDATE opening_balances SET paid = paid + 1 WHERE month = '2011-05-01'").Error)
	must(t, b.DB.Exec("DELETE FROM opening_balances WHERE month = '2011-06-01'").Error)
	found, err := b.Check(t.Context())
	must(t, err)
	if len(found) != 2 || found[1].Found != "no row" {
		t.Errorf("found %v", found)
	}
}

// TestEntriesAreAppendOnly: the server's role can add entries, and neither change nor delete them.
func TestEntriesAreAppendOnly(t *testing.T) {
	b := open(t)
	p := b.Partner(models.Partner{})
	b.Record(b.Entry(p, models.Commission, "2011-03-10", "5"))
	for _, statement := range []string{
		"UPDATE ledger_entries SET amount = 6", "DELETE FROM ledger_entries", "TRUNCATE ledger_entries",
		"ALTER TABLE ledger_entries DISABLE TRIGGER ALL", "UPDATE payments SET amount = 6", "DELETE FROM payments",
	} {
		if err := b.DB.Exec(statement).Error; err == nil {
			t.Errorf("the server may %s", statement)
		}
	}
}
