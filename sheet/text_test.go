package sheet_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"partnerledger/sheet"
)

func ExampleWriter() {
	var text strings.Builder
	file := sheet.NewWriter(&text, "code", "name", "owed_now")
	err := file.Write(sheet.Text("P1"), sheet.Text("=Ada, \"A\""), "-2.50")
	fmt.Println(err, file.Flush())
	fmt.Print(strings.NewReplacer("\ufeff", "", "\r", "").Replace(text.String())) // which a comment can't show
	// Output:
	// <nil> <nil>
	// code,name,owed_now
	// P1,"'=Ada, ""A""",-2.50
}

// written returns the file of one row with these texts.
func written(t interface{ Fatal(...any) }, texts ...string) string {
	var buffer bytes.Buffer
	file := sheet.NewWriter(&buffer, "code", "name", "email", "clawbacks")
	cells := make([]string, len(texts), len(texts)+1)
	for i, text := range texts {
		cells[i] = sheet.Text(text)
	}
	if err := file.Write(append(cells, "-12.50")...); err != nil {
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

// TestRowsAreTheSameHoweverTheyAreWritten: cell by cell, or with their numbers joined.
func TestRowsAreTheSameHoweverTheyAreWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var buffer bytes.Buffer
		file := sheet.NewWriter(&buffer, "code", "name", "email", "clawbacks")
		var want string
		for range rapid.IntRange(1, 4).Draw(t, "rows") {
			row := rapid.SliceOfN(texts, 3, 3).Draw(t, "texts")
			if err := file.WriteJoined("-12.50", row...); err != nil {
				t.Fatal(err)
			}
			if alone := written(t, row...); want == "" {
				want = alone
			} else {
				want += alone[strings.Index(alone, "\n")+1:]
			}
		}
		if err := file.Flush(); err != nil {
			t.Fatal(err)
		}
		if buffer.String() != want {
			t.Fatalf("written is %q, want %q", buffer.String(), want)
		}
	})
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
		if len(row) != 4 || row[3] != "-12.50" {
			t.Fatalf("the row is %q", row)
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

func TestAFaultOfTheWriterIsTold(t *testing.T) {
	full, err := os.Open(os.DevNull) // for reading only
	if err != nil {
		t.Fatal(err)
	}
	defer full.Close()
	if err := sheet.NewWriter(full, "code").Flush(); err == nil {
		t.Error("nothing could be written, and nothing was said")
	}
}
