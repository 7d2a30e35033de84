package exports_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/exports"
	"partnerledger/ledger"
	"partnerledger/models"
	"partnerledger/postgres/pgtest"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// now is an instant of December in London, so that the default period is November.
var now = time.Date(2011, 12, 5, 9, 30, 0, 123456789, time.UTC)

func newService(t *testing.T) *exports.Service {
	t.Helper()
	business := &models.Business{Zone: time.UTC, Currency: "GBP", Now: func() time.Time { return now }}
	db := pgtest.New(t)
	return &exports.Service{Business: business, DB: db, Ledger: &ledger.Service{Business: business, DB: db}}
}

// addPartner makes a partner; its code is its name.
func addPartner(t *testing.T, db *gorm.DB, name, currency string) int64 {
	t.Helper()
	email := "x+" + fmt.Sprint(len(name)) + "@example.com"
	p := models.Partner{
		Code: name, Name: name, Email: &email, Status: models.PartnerActive, CurrencyCode: currency, CreatedAt: now,
	}
	if err := db.Create(&p).Error; err != nil {
		t.Fatal(err)
	}
	return p.ID
}

var sources int // makes every entry's source another one

// earn records a commission, or an adjustment where the amount is negative.
func earn(t *testing.T, db *gorm.DB, partner int64, date models.Date, currency, amount string) {
	t.Helper()
	sources++
	entry := models.LedgerEntry{
		PartnerID: partner, CurrencyCode: currency, Date: date, Kind: models.Commission,
		Amount: decimal.RequireFromString(amount), Source: fmt.Sprint("test:", sources), Description: "test", RecordedAt: now,
	}
	if entry.Amount.IsNegative() {
		entry.Kind = models.Adjustment
	}
	if _, err := ledger.Record(db, []models.LedgerEntry{entry}); err != nil {
		t.Fatal(err)
	}
}

// create exports what the criteria select.
func create(t *testing.T, s *exports.Service, criteria ledger.Criteria) *models.LedgerExport {
	t.Helper()
	export, err := s.Create(t.Context(), criteria, models.FormatCSV, "Ada")
	if err != nil {
		t.Fatal(err)
	}
	return export
}

// file returns the file of an export.
func file(t *testing.T, s *exports.Service, export *models.LedgerExport) string {
	t.Helper()
	var buffer bytes.Buffer
	if err := s.WriteCSV(t.Context(), &buffer, export); err != nil {
		t.Fatal(err)
	}
	return buffer.String()
}

// readBack returns the rows of a file without its header.
func readBack(t interface{ Fatal(...any) }, file string) [][]string {
	text, marked := strings.CutPrefix(file, "\ufeff")
	if !marked {
		t.Fatal("no byte order mark")
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

func pointer[T any](value T) *T { return &value }
