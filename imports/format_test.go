package imports_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"partnerledger/imports"
)

func TestShapesOfFiles(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"plain", "code,name,parent_code\nP,Pa,\nQ,\"Qu, \"\"q\"\"\",P\n"},
		{"no line break at the end", "code,name,parent_code\nP,Pa,\nQ,\"Qu, \"\"q\"\"\",P"},
		{"CRLF", "code,name,parent_code\r\nP,Pa,\r\nQ,\"Qu, \"\"q\"\"\",P\r\n"},
		{"a BOM", "\uFEFFcode,name,parent_code\nP,Pa,\nQ,\"Qu, \"\"q\"\"\",P\n"},
		{"quotes everywhere, a BOM", "\uFEFF\"code\",\"name\",\"parent_code\"\n\"P\",\"Pa\",\"\"\n\"Q\",\"Qu, \"\"q\"\"\",\"P\"\n"},
		{"another order, other letters, empty lines", " Parent_Code,NAME,code \n\nP,\"Qu, \"\"q\"\"\",Q\n\n,Pa,P\n\n"},
		{"more columns", "code,name,email,status,currency,parent_code,program\nP,Pa,,,,,\nQ,\"Qu, \"\"q\"\"\",,ACTIVE,GBP,P,Standard\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := open(t)
			equal(t, counts(h.load(imports.Partners, c.text)), "rows 2, created 2")
			q, err := h.Partners.Find(t.Context(), nil, ptr("Q"))
			must(t, err)
			equal(t, q.Name, `Qu, "q"`)
			if q.ParentID == nil {
				t.Error("Q has no parent")
			}
		})
	}
}

func TestHeadersAreRefused(t *testing.T) {
	h := open(t)
	known := "the columns, with commas between them, are code, name, and if wanted email, status, currency, parent_code, program"
	for text, want := range map[string]string{
		"":                         "1 : the file is empty: its first row must name the columns",
		"\n\n":                     "1 : the file is empty: its first row must name the columns",
		"\nname\nAnna\n":           "2 code: the column is missing; " + known,
		"code,name,mail\nA,B,C\n":  "1 mail: there is no such column; " + known,
		"code;name\nA;B\n":         "1 code;name: there is no such column; " + known,
		"code,name,Code\nA,B,C\n":  "1 code: two columns have this name",
		"code,name,\nA,B,\n":       "1 : there is no such column; " + known,
		"c\xf6de,name\nA,B\n":      "1 : the file is not UTF-8",
		"co\"de,name\nA,B\n":       `1 : the quotes are not those of CSV, at line 1: bare " in non-quoted-field`,
		strings.Repeat("x", 3<<20): "1 : this is not a CSV file",
	} {
		for _, skip := range []bool{false, true} {
			report, err := h.Import(t.Context(), imports.Partners, strings.NewReader(text), imports.Options{SkipInvalid: skip})
			if !errors.Is(err, imports.ErrRefused) {
				t.Fatalf("%.20q: %v", text, err)
			}
			equal(t, told(report), want)
		}
	}
}

func TestFileOfOtherRows(t *testing.T) {
	h := open(t)
	equal(t, counts(h.load(imports.Orders, "order_id,ordered_at,partner_code,sku,unit_price\n")), "")
	if _, err := h.Import(t.Context(), "payments", strings.NewReader(""), imports.Options{}); err == nil || errors.Is(err, imports.ErrRefused) {
		t.Errorf("a kind that there isn't: %v", err)
	}
}

func TestRowsThatCantBeRead(t *testing.T) {
	h := open(t)
	text := "code,name\n" +
		"A,Anna\n" +
		"B\n" +
		"C,Cleo,more\n" +
		"D,D\xe9\n" +
		"E,\"two\nlines\"\n" +
		"F,Fe\"lix\n" +
		"G,G\x00\n" +
		"H,\"goes on\n\n"
	want := strings.Join([]string{
		"3 : the row has 1 cells, the first row has 2",
		"4 : the row has 3 cells, the first row has 2",
		"5 name: name is not UTF-8",
		"6 : the row goes on to line 7 inside quotes: is one missing?",
		`8 : the quotes are not those of CSV, at line 8: bare " in non-quoted-field`,
		"9 name: name has control characters",
		`10 : the quotes are not those of CSV, at line 11: extraneous or missing " in quoted-field`,
	}, "\n")
	report := h.tried(imports.Partners, text, imports.Options{})
	equal(t, told(report), want)
	equal(t, counts(report), "rows 8, wrong 7")
}

// Where a quote is missing, a row may have swallowed others, whose orders would be recorded without them.
func TestUnsureFileIsNotRecorded(t *testing.T) {
	h := withPartners(t)
	header := "order_id,ordered_at,partner_code,sku,product,unit_price\n"
	good := "1,2011-06-01T00:00:00Z,A,X,thing,10\n"
	for name, bad := range map[string]string{
		"two quotes missing": "2,2011-06-01T00:00:00Z,A,X,\"thing,10\n1,2011-06-01T00:00:00Z,A,Y,thing\",10\n",
		"one quote missing":  "2,2011-06-01T00:00:00Z,A,X,\"thing,10\n1,2011-06-01T00:00:00Z,A,Y,thing,10\n",
		"no end":             "2,2011-06-01T00:00:00Z,A,X,\"" + strings.Repeat("thing\n", 1<<19),
	} {
		t.Run(name, func(t *testing.T) {
			report, err := h.Import(t.Context(), imports.Orders, strings.NewReader(header+good+bad), imports.Options{SkipInvalid: true})
			if !errors.Is(err, imports.ErrRefused) || h.count("orders") != 0 {
				t.Errorf("%v; %d orders", err, h.count("orders"))
			}
			equal(t, counts(report), "rows 2, wrong 1")
			equal(t, told(report)[:2], "3 ")
		})
	}
}

type failing struct{ text io.Reader }

var errFailing = errors.New("the disk is gone")

func (f failing) Read(p []byte) (int, error) {
	n, err := f.text.Read(p)
	if err != nil {
		err = errFailing
	}
	return n, err
}

func TestFileThatCantBeRead(t *testing.T) {
	h := open(t)
	_, err := h.Import(t.Context(), imports.Partners, failing{strings.NewReader("code,name\nA,Anna\n")}, imports.Options{})
	if !errors.Is(err, errFailing) || h.count("partners") != 0 {
		t.Errorf("%v; %d partners", err, h.count("partners"))
	}
}
