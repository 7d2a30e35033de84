package exports_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"partnerledger/exports"
	"partnerledger/ledger"
	"partnerledger/models"
)

var november = models.Period{Start: models.NewDate(2011, 11, 1), End: models.NewDate(2011, 11, 30)}

// sample is a business with all kinds of figures, and names that are no good in a spreadsheet.
func sample(t *testing.T) *exports.Service {
	t.Helper()
	s := newService(t)
	zoe, angstrom := addPartner(t, s.DB, "Zoë; =1+1", "GBP"), addPartner(t, s.DB, "Ångström, \"Anders\"", "GBP")
	bernard, formula := addPartner(t, s.DB, "bernard", "GBP"), addPartner(t, s.DB, "=HYPERLINK(1)", "GBP")
	dollars := addPartner(t, s.DB, "Dollars", "USD")
	if err := s.DB.Exec("UPDATE partners SET status = 'INACTIVE', email = NULL WHERE id = ?", bernard).Error; err != nil {
		t.Fatal(err)
	}
	payment := models.Payment{
		PartnerID: angstrom, RequestID: pointer("one"), CurrencyCode: "GBP", Amount: decimal.RequireFromString("30.1"),
		Type: "CHECK", Date: models.NewDate(2011, 11, 7), CreatedAt: now, CreatedBy: "Ada",
	}
	if err := s.DB.Create(&payment).Error; err != nil {
		t.Fatal(err)
	}
	commissionOf := pointer("order:1/1")
	for _, e := range []models.LedgerEntry{
		entry(angstrom, "2011-10-31", models.Commission, "order:1/1", "100.10"),
		entry(angstrom, "2011-11-01", models.Commission, "order:2/1", "40"),
		{
			Kind: models.Clawback, PartnerID: angstrom, Date: november.End, Source: "refund:1/1", CommissionSource: commissionOf,
			Amount: decimal.RequireFromString("-12.5"),
		},
		{
			Kind: models.PaymentMade, PartnerID: angstrom, Date: payment.Date, Source: "payment:1", PaymentID: &payment.ID,
			Amount: payment.Amount.Neg(),
		},
		entry(angstrom, "2011-12-01", models.Commission, "order:3/1", "7"),
		entry(zoe, "2011-11-02", models.Adjustment, "adjustment:1", "-0.05"),
		entry(formula, "2011-09-02", models.Commission, "order:4/1", "1234567890123.99"),
		entry(dollars, "2011-11-02", models.Commission, "order:5/1", "0.01"),
	} {
		e.CurrencyCode, e.Description, e.RecordedAt = "GBP", "test", now
		if _, err := ledger.Record(s.DB, []models.LedgerEntry{e}); err != nil {
			t.Fatal(err)
		}
	}
	earn(t, s.DB, dollars, models.NewDate(2011, 11, 2), "USD", "5")
	return s
}

func entry(partner int64, date string, kind models.EntryKind, source, amount string) models.LedgerEntry {
	day, err := models.ParseDate(date)
	if err != nil {
		panic(err)
	}
	return models.LedgerEntry{
		PartnerID: partner, Date: day, Kind: kind, Source: source, Amount: decimal.RequireFromString(amount),
	}
}

func TestTheFileIsAsItWasEver(t *testing.T) {
	s := sample(t)
	want, err := os.ReadFile("testdata/referral-partner-ledgers.csv")
	if err != nil {
		t.Fatal(err)
	}
	export := create(t, s, ledger.Criteria{})
	if got := file(t, s, export); got != string(want) {
		t.Errorf("the file is\n%s\nwant\n%s", got, want)
	}
	if got := fmt.Sprintf("%x", sha256.Sum256(want)); export.SHA256 != got {
		t.Errorf("SHA-256 is %s, that of the file %s", export.SHA256, got)
	}
	if want := "referral-partner-ledgers_2011-11-01_2011-11-30_GBP_made-20111205-093000.csv"; export.FileName != want {
		t.Errorf("the file is called %s, want %s", export.FileName, want)
	}
}

func TestAnExportIsFoundAsItWasMade(t *testing.T) {
	s := sample(t)
	made := create(t, s, ledger.Criteria{})
	found, err := s.Find(t.Context(), made.ID)
	if err != nil || found == nil {
		t.Fatal(found, err)
	}
	if got, want := fmt.Sprintf("%+v", *found), fmt.Sprintf("%+v", *made); got != want {
		t.Errorf("found\n%s\nmade\n%s", got, want)
	}
	if !found.CreatedAt.Equal(now.Truncate(time.Microsecond)) || found.CreatedBy != "Ada" || found.RowCount != 5 {
		t.Errorf("made at %s by %s, %d rows", found.CreatedAt, found.CreatedBy, found.RowCount)
	}
	if none, err := s.Find(t.Context(), made.ID+1); none != nil || err != nil {
		t.Errorf("an export that isn't there is %v, %v", none, err)
	}
}

func TestTheFileKeepsWhatWas(t *testing.T) {
	s := sample(t)
	export := create(t, s, ledger.Criteria{})
	before := file(t, s, export)
	var partner models.Partner
	if err := s.DB.Where("name = ?", "bernard").Take(&partner).Error; err != nil {
		t.Fatal(err)
	}
	earn(t, s.DB, partner.ID, models.NewDate(2011, 11, 15), "GBP", "99")
	addPartner(t, s.DB, "Another", "GBP")
	renamed := map[string]any{"name": "Aaron", "code": "new", "status": "ACTIVE"}
	if err := s.DB.Model(&partner).Updates(renamed).Error; err != nil {
		t.Fatal(err)
	}
	if got := file(t, s, export); got != before {
		t.Errorf("the file was\n%s\nand is now\n%s", before, got)
	}
	next := create(t, s, ledger.Criteria{})
	if got := file(t, s, next); !strings.Contains(got, "new,Aaron,,ACTIVE,GBP,2011-11-01,2011-11-30,0.00,99.00") {
		t.Errorf("the next export doesn't show what has changed:\n%s", got)
	}
}

func TestNothingChangesTheRows(t *testing.T) {
	s := sample(t)
	export := create(t, s, ledger.Criteria{})
	for _, statement := range []string{
		"UPDATE ledger_export_rows SET ending_balance = 0", "DELETE FROM ledger_export_rows",
		"UPDATE ledger_exports SET criteria = ''", "DELETE FROM ledger_exports",
	} {
		if err := s.DB.Exec(statement).Error; err == nil || !strings.Contains(err.Error(), "permission denied") {
			t.Errorf("%s: %v", statement, err)
		}
	}
	file(t, s, export)
}

func TestTheExportKeepsWhatWasAskedFor(t *testing.T) {
	s := sample(t)
	const lastMonth = `{"period":{"start":"2011-11-01","end":"2011-11-30"},`
	for want, criteria := range map[string]ledger.Criteria{
		lastMonth + `"currencyCode":"GBP"}`:                  {},
		lastMonth + `"currencyCode":"GBP","partnerIds":[]}`:  {PartnerIDs: []int64{}},
		lastMonth + `"currencyCode":"USD","partnerIds":[7]}`: {PartnerIDs: []int64{7}, CurrencyCode: pointer("USD")},
		`{"period":{"start":"2011-10-01","end":"2011-10-02"},"currencyCode":"GBP","search":"a","programId":1,` +
			`"parentId":2,"status":"ACTIVE","minimumEndingBalance":"-12.5","nonZeroOnly":true}`: {
			Period: &models.Period{Start: models.NewDate(2011, 10, 1), End: models.NewDate(2011, 10, 2)},
			Search: pointer("a"), ProgramID: pointer(int64(1)), ParentID: pointer(int64(2)),
			Status: pointer(models.PartnerActive), MinimumEndingBalance: pointer(decimal.RequireFromString("-12.5")),
			NonZeroOnly: true,
		},
	} {
		if got := create(t, s, criteria).Criteria; got != want {
			t.Errorf("kept %s, want %s", got, want)
		}
	}
}

func TestAnEmptyReportIsAFileToo(t *testing.T) {
	s := newService(t)
	export := create(t, s, ledger.Criteria{})
	if sum := models.DecimalString(export.EndingBalance); export.RowCount != 0 || sum != "0.00" {
		t.Errorf("%d rows, %s", export.RowCount, sum)
	}
	if got := file(t, s, export); strings.Count(got, "\r\n") != 1 || len(readBack(t, got)) != 0 {
		t.Errorf("not a header alone: %q", got)
	}
}

func TestMistakesAreToldAndLeaveNothing(t *testing.T) {
	s := sample(t)
	for field, try := range map[string]func() error{
		"format":                func() error { _, err := s.Create(t.Context(), ledger.Criteria{}, "PDF", "Ada"); return err },
		"criteria.currencyCode": func() error { return createError(t, s, ledger.Criteria{CurrencyCode: pointer("XQX")}) },
		"criteria.period.end": func() error {
			return createError(t, s, ledger.Criteria{Period: &models.Period{Start: november.End, End: november.Start}})
		},
	} {
		err := try()
		found, all := models.UserErrors(err)
		if len(found) != 1 || !all || strings.Join(found[0].Field, ".") != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	if list, err := s.List(t.Context(), models.Page{First: 1}, true); err != nil || list.Count != 0 || len(list.Nodes) != 0 {
		t.Errorf("%+v, %v", list, err)
	}
}

func createError(t *testing.T, s *exports.Service, criteria ledger.Criteria) error {
	export, err := s.Create(t.Context(), criteria, models.FormatCSV, "Ada")
	if export != nil {
		t.Errorf("an export was made of %+v", criteria)
	}
	return err
}

func TestAmountsHaveTheDigitsOfTheirCurrency(t *testing.T) {
	s := newService(t)
	for currency, want := range map[string]string{"JPY": "-1500", "USD": "-1500.00", "KWD": "-1500.000"} {
		earn(t, s.DB, addPartner(t, s.DB, currency, currency), november.Start, currency, "-1500")
		export := create(t, s, ledger.Criteria{CurrencyCode: &currency})
		if row := file(t, s, export); !strings.HasSuffix(row, ","+want+"\r\n") {
			t.Errorf("%s: the file is %s, want what is owed now to be %s", currency, row, want)
		}
	}
}
