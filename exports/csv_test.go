package exports_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"partnerledger/exports"
	"partnerledger/models"
)

var november = models.Period{Start: models.NewDate(2011, 11, 1), End: models.NewDate(2011, 11, 30)}

func ExampleCSV() {
	var text strings.Builder
	file := exports.NewCSV(&text, &models.LedgerExport{
		PeriodStart: november.Start, PeriodEnd: november.End, CurrencyCode: "GBP",
	})
	email := "ada@example.com"
	err := file.Write(&models.LedgerExportRow{
		Code: "P1", Name: "Ada", Email: &email, Status: models.PartnerActive,
		Figures: models.Figures{
			BeginningBalance:  decimal.RequireFromString("100"),
			CommissionsEarned: decimal.RequireFromString("40"),
			Clawbacks:         decimal.RequireFromString("-12.5"),
			Payments:          decimal.RequireFromString("100"),
			EndingBalance:     decimal.RequireFromString("27.5"),
		},
		OwedNow: decimal.RequireFromString("-2.5"),
	})
	fmt.Println(err, file.Flush())
	fmt.Print(strings.NewReplacer("\ufeff", "", "\r", "").Replace(text.String())) // which a comment can't show
	// Output:
	// <nil> <nil>
	// code,name,email,status,currency,period_start,period_end,beginning_balance,commissions_earned,clawbacks,commissions,adjustments,payments,ending_balance,owed_now
	// P1,Ada,ada@example.com,ACTIVE,GBP,2011-11-01,2011-11-30,100.00,40.00,-12.50,27.50,0.00,100.00,27.50,-2.50
}

// written returns the file of one row with these texts.
func written(t interface{ Fatal(...any) }, code, name, email string) string {
	var buffer bytes.Buffer
	file := exports.NewCSV(&buffer, &models.LedgerExport{
		PeriodStart: november.Start, PeriodEnd: november.End, CurrencyCode: "USD",
	})
	row := models.LedgerExportRow{Code: code, Name: name, Email: &email, Status: models.PartnerActive}
	row.Clawbacks = decimal.RequireFromString("-12.5")
	if err := file.Write(&row); err != nil {
		t.Fatal(err)
	}
	if err := file.Flush(); err != nil {
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

func TestTextCells(t *testing.T) {
	for name, want := range map[string]string{
		"Ada Lovelace":         "Ada Lovelace",
		"Ünal & Söhne, GmbH":   "Ünal & Söhne, GmbH",
		`The "Best" Ltd`:       `The "Best" Ltd`,
		"Müller-Lüdenscheidt":  "Müller-Lüdenscheidt",
		"a = b + c @ d":        "a = b + c @ d",
		"Ada; Grace":           "Ada; Grace",
		"'quoted'":             "'quoted'",
		`=HYPERLINK("x","y")`:  `'=HYPERLINK("x","y")`,
		"+49 30 1234":          "'+49 30 1234",
		"-12.50":               "'-12.50",
		"@SUM(A1)":             "'@SUM(A1)",
		"\tAda":                "'\tAda",
		"\rAda":                "' Ada",
		"\nAda":                "' Ada",
		"  =1+1":               "'  =1+1",
		"\ufeff=1+1":           "'\ufeff=1+1",
		"\u200b\u00a0\u3000=1": "'\u200b\u00a0\u3000=1",
		"\x00\x1f=1":           "'\x00\x1f=1",
		`"=1+1"`:               `'"=1+1"`,
		"＝1":                   "'＝1",
		"＋1":                   "'＋1",
		"－1":                   "'－1",
		"＠a":                   "'＠a",
		"Ada;=1+1":             "Ada;'=1+1",
		"Ada;;\" -1":           "Ada;;'\" -1",
		"Ada\t@a":              "Ada\t'@a",
		"Ada\r\n=1+1":          "Ada '=1+1",
		"\t\t=1":               "'\t\t'=1",
		"=1;=2;=3":             "'=1;'=2;'=3",
		"Ada\r\nLovelace":      "Ada Lovelace",
		"Ada\rKing\nLovelace":  "Ada King Lovelace",
	} {
		row := readBack(t, written(t, name, name, name))[0]
		for column, cell := range row[:3] {
			if cell != want {
				t.Errorf("%q in column %d is written as %q, want %q", name, column, cell, want)
			}
		}
	}
}

// texts are what partners may be called, with a liking for what could go wrong.
var texts = rapid.OneOf(
	rapid.StringOf(rapid.SampledFrom([]rune("ab1 =+-@＝＋－＠;,|\t\r\n\"'\ufeff\u200b\u00a0\x00"))),
	rapid.String(),
)

func TestWhatIsWrittenReadsBack(t *testing.T) {
	unbroken := strings.NewReplacer("\r\n", " ", "\r", " ", "\n", " ", "'", "")
	rapid.Check(t, func(t *rapid.T) {
		texts := []string{texts.Draw(t, "code"), texts.Draw(t, "name"), texts.Draw(t, "email")}
		file := written(t, texts[0], texts[1], texts[2])
		if lines := strings.Split(file, "\r\n"); len(lines) != 3 || lines[2] != "" || strings.Count(file, "\n") != 2 {
			t.Fatalf("not a header and one row, each a line: %q", file)
		}
		row := readBack(t, file)[0]
		for i, text := range texts {
			if got := strings.ReplaceAll(row[i], "'", ""); got != unbroken.Replace(text) {
				t.Fatalf("%q reads back as %q", text, row[i])
			}
		}
		if got := strings.Join(row[3:], " "); got != "ACTIVE USD 2011-11-01 2011-11-30 0.00 0.00 -12.50 -12.50 0.00 0.00 0.00 0.00" {
			t.Fatalf("the other cells are %s", got)
		}
	})
}

// beginsFormula tells what a spreadsheet may take for a formula, by other means than the code under test.
func beginsFormula(cell string) bool {
	bare := strings.TrimLeft(cell, " \"\ufeff\u200b\u00a0\x00")
	return strings.ContainsAny(first(cell), "\t\r\n") || strings.ContainsAny(first(bare), "=+-@＝＋－＠")
}

func first(text string) string {
	for _, r := range text {
		return string(r)
	}
	return ""
}

func TestNoTextBeginsAFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := texts.Draw(t, "text")
		row := readBack(t, written(t, text, text, text))[0]
		for _, cell := range row[:3] {
			if beginsFormula(cell) {
				t.Fatalf("%q is written as %q", text, cell)
			}
			for _, part := range strings.FieldsFunc(cell, func(r rune) bool { return r == ';' || r == '\t' }) {
				if beginsFormula(part) {
					t.Fatalf("%q is written as %q, of which %q begins a cell where semicolons or tabs separate", text, cell, part)
				}
			}
		}
	})
}

func TestAmountsHaveTheDigitsOfTheirCurrency(t *testing.T) {
	for currency, want := range map[string]string{"JPY": "-1500", "USD": "-1500.00", "KWD": "-1500.000"} {
		var buffer bytes.Buffer
		file := exports.NewCSV(&buffer, &models.LedgerExport{CurrencyCode: currency})
		row := models.LedgerExportRow{OwedNow: decimal.RequireFromString("-1500")}
		if err := file.Write(&row); err != nil {
			t.Fatal(err)
		}
		if err := file.Flush(); err != nil {
			t.Fatal(err)
		}
		cells := readBack(t, buffer.String())[0]
		if got := cells[len(cells)-1]; got != want {
			t.Errorf("%s: owed now is %s, want %s", currency, got, want)
		}
	}
}

func TestAFaultOfTheWriterIsTold(t *testing.T) {
	full, err := os.Open(os.DevNull) // for reading only
	if err != nil {
		t.Fatal(err)
	}
	defer full.Close()
	if err := exports.NewCSV(full, &models.LedgerExport{}).Flush(); err == nil {
		t.Error("nothing could be written, and nothing was said")
	}
}
