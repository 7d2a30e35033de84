package exports_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/shopspring/decimal"

	"partnerledger/exports"
	"partnerledger/ledger"
	"partnerledger/models"
)

// addMany makes partners with entries over three months, in one statement each.
func addMany(t *testing.T, s *exports.Service, partners int) {
	t.Helper()
	for _, statement := range []string{
		`INSERT INTO partners (code, name, status, currency_code, created_at)
		 SELECT 'P' || i, 'Partner ' || md5(CAST(i AS text)), 'ACTIVE', 'GBP', now() FROM generate_series(1, ?) AS i`,
		`INSERT INTO ledger_entries (partner_id, currency_code, date, kind, amount, source, description, recorded_at)
		 SELECT p.id, 'GBP', DATE '2011-10-01' + CAST(p.id * k * 7 % 90 AS integer),
		   CASE WHEN k < 4 THEN 'COMMISSION' ELSE 'ADJUSTMENT' END,
		   CASE WHEN k < 4 THEN 1 ELSE -1 END * (p.id * k * 37 % 100000 + 1) / 100.0, 'test/' || k, 'test', now()
		 FROM partners p, generate_series(1, 4) AS k WHERE p.id <= ?`,
	} {
		if err := s.DB.Exec(statement, partners).Error; err != nil {
			t.Fatal(err)
		}
	}
}

// sums adds up the columns of a file.
func sums(t *testing.T, file string) models.Figures {
	t.Helper()
	var f models.Figures
	for _, row := range readBack(t, file) {
		for column, sum := range map[int]*decimal.Decimal{
			7: &f.BeginningBalance, 8: &f.CommissionsEarned, 9: &f.Clawbacks,
			11: &f.Adjustments, 12: &f.Payments, 13: &f.EndingBalance,
		} {
			*sum = sum.Add(decimal.RequireFromString(row[column]))
		}
	}
	f.InCurrency("GBP")
	return f
}

// figures writes them down, to compare.
func figures(f models.Figures) string { return fmt.Sprintf("%+v", f) }

// Page sizes are met exactly, missed by one, and not reached.
func TestTheColumnsSumUpToTheReport(t *testing.T) {
	s := newService(t)
	addMany(t, s, 2001)
	for _, partners := range []int{3, 999, 1000, 1001, 2000, 2001} {
		criteria := ledger.Criteria{PartnerIDs: make([]int64, partners)}
		for i := range partners {
			criteria.PartnerIDs[i] = int64(i + 1)
		}
		export := create(t, s, criteria)
		text := file(t, s, export)
		report, err := s.Ledger.Report(t.Context(), ledger.Query{
			Criteria: criteria, Order: ledger.Order{Field: "PARTNER_NAME", Direction: "ASC"}, Page: models.Page{First: 1},
			Totals: true, Count: true,
		})
		if err != nil {
			t.Fatal(err)
		}
		if report.Totals.EndingBalance.IsZero() || report.Totals.BeginningBalance.IsZero() || report.Totals.Adjustments.IsZero() {
			t.Fatalf("the sample shows nothing: %+v", report.Totals)
		}
		if got, want := figures(sums(t, text)), figures(report.Totals); got != want {
			t.Errorf("%d partners: the columns sum up to\n%s, the report to\n%s", partners, got, want)
		}
		if got, want := figures(export.Figures), figures(report.Totals); got != want {
			t.Errorf("%d partners: the export's totals are\n%s, the report's\n%s", partners, got, want)
		}
		if rows := len(readBack(t, text)); rows != partners || export.RowCount != partners || report.Count != partners {
			t.Errorf("%d partners: %d rows in the file, %d by the export, %d by the report",
				partners, rows, export.RowCount, report.Count)
		}
	}
}

func TestTheRowsAreThoseOfTheReportInItsOrder(t *testing.T) {
	s := newService(t)
	addMany(t, s, 450)
	export := create(t, s, ledger.Criteria{})
	report, err := s.Ledger.Report(t.Context(), ledger.Query{
		Order: ledger.Order{Field: "PARTNER_NAME", Direction: "ASC"}, Page: models.Page{First: 500},
	})
	if err != nil {
		t.Fatal(err)
	}
	rows := readBack(t, file(t, s, export))
	if len(rows) != len(report.Nodes) {
		t.Fatalf("%d rows, %d ledgers", len(rows), len(report.Nodes))
	}
	for i, l := range report.Nodes {
		want := []string{l.Partner.Code, l.Partner.Name, "", "ACTIVE", "GBP", "2011-11-01", "2011-11-30"}
		for _, d := range []decimal.Decimal{
			l.BeginningBalance, l.CommissionsEarned, l.Clawbacks, l.Commissions(), l.Adjustments, l.Payments, l.EndingBalance,
		} {
			want = append(want, d.StringFixed(2))
		}
		want = append(want, owedNow(t, s, l.Partner.ID))
		if got := strings.Join(rows[i], ","); got != strings.Join(want, ",") {
			t.Fatalf("row %d is\n%s\nwant\n%s", i+1, got, strings.Join(want, ","))
		}
	}
}

// owedNow sums up all entries of a partner.
func owedNow(t *testing.T, s *exports.Service, partner int64) string {
	t.Helper()
	var entries []models.LedgerEntry
	if err := s.DB.Where("partner_id = ?", partner).Find(&entries).Error; err != nil {
		t.Fatal(err)
	}
	sum := decimal.Zero
	for _, e := range entries {
		sum = sum.Add(e.Amount)
	}
	return sum.StringFixed(2)
}

// Whatever is recorded meanwhile: an export is of one moment, and its file adds up to what it says.
func TestAnExportIsOfOneMoment(t *testing.T) {
	s := newService(t)
	addMany(t, s, 300)
	done := make(chan struct{})
	var writers sync.WaitGroup
	for w := range 2 {
		writers.Go(func() { recordPairs(t, s, w, done) })
	}
	for range 15 {
		export := create(t, s, ledger.Criteria{})
		text := file(t, s, export)
		if got, want := figures(sums(t, text)), figures(export.Figures); got != want {
			t.Errorf("the columns sum up to\n%s, the export says\n%s", got, want)
		}
		if odd := export.EndingBalance.Mod(decimal.NewFromInt(2)); !odd.Equal(before(t, s)) {
			t.Errorf("half of a pair of entries is in the export: %s", export.EndingBalance)
		}
	}
	close(done)
	writers.Wait()
}

// recordPairs adds 1 to two partners at a time, until done.
func recordPairs(t *testing.T, s *exports.Service, writer int, done chan struct{}) {
	for i := 0; ; i++ {
		select {
		case <-done:
			return
		default:
		}
		var pair []models.LedgerEntry
		for _, partner := range rand.Perm(300)[:2] {
			pair = append(pair, models.LedgerEntry{
				PartnerID: int64(partner + 1), CurrencyCode: "GBP", Date: models.NewDate(2011, 11, 15), Kind: models.Commission,
				Amount: decimal.NewFromInt(1), Source: fmt.Sprint("pair:", writer, "/", i), Description: "pair", RecordedAt: now,
			})
		}
		if _, err := ledger.Record(s.DB, pair); err != nil {
			t.Error(err)
			return
		}
	}
}

// before is what was left over of the balance before there were any pairs.
func before(t *testing.T, s *exports.Service) decimal.Decimal {
	t.Helper()
	var entries []models.LedgerEntry
	if err := s.DB.Where("description <> 'pair' AND date <= ?", november.End).Find(&entries).Error; err != nil {
		t.Fatal(err)
	}
	sum := decimal.Zero
	for _, e := range entries {
		sum = sum.Add(e.Amount)
	}
	return sum.Mod(decimal.NewFromInt(2))
}
