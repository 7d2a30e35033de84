package models_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"partnerledger/models"
)

// TestRounding: half away from zero, to the minor units of the currency, zeros included.
func TestRounding(t *testing.T) {
	for _, c := range []struct{ amount, currency, want string }{
		{"0.005", "USD", "0.01"},
		{"-0.005", "USD", "-0.01"},
		{"0.0049", "USD", "0.00"},
		{"10.5", "USD", "10.50"},
		{"0.5", "JPY", "1"},
		{"-1.5", "JPY", "-2"},
		{"1.0005", "KWD", "1.001"},
		{"2", "KWD", "2.000"},
	} {
		if got := models.DecimalString(models.InCurrency(decimal.RequireFromString(c.amount), c.currency)); got != c.want {
			t.Errorf("%s in %s is %s, want %s", c.amount, c.currency, got, c.want)
		}
	}
}

// TestAmountsHaveTheirCurrencysDigits: what has more is refused, not rounded.
func TestAmountsHaveTheirCurrencysDigits(t *testing.T) {
	for amount, good := range map[string]bool{"1.50": true, "1.500": true, "1.501": false, "-0.001": false} {
		if err := models.CheckAmount(decimal.RequireFromString(amount), "USD", "amount"); (err == nil) != good {
			t.Errorf("%s USD: %v", amount, err)
		}
	}
}

// TestDecimals: what is written is what is read; floats, exponents and more digits than money has are refused.
func TestCurrenciesAreThoseOfISO4217(t *testing.T) {
	for code, want := range map[string]bool{"USD": true, "JPY": true, "XYZ": false, "usd": false, "": false} {
		if got := models.IsCurrency(code); got != want {
			t.Errorf("%q is a currency: %v", code, got)
		}
	}
}

func TestDecimals(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := decimal.New(rapid.Int64().Draw(rt, "digits"), -rapid.Int32Range(0, 10).Draw(rt, "exponent"))
		if d.Abs().GreaterThanOrEqual(decimal.New(1, 18)) {
			return
		}
		var written bytes.Buffer
		models.MarshalDecimal(d).MarshalGQL(&written)
		read, err := models.UnmarshalDecimal(strings.Trim(written.String(), `"`))
		if err != nil || !read.Equal(d) || read.Exponent() != d.Exponent() {
			rt.Fatalf("%s is written %s and read %s, %v", d, written.String(), read, err)
		}
	})
	for _, wrong := range []any{
		1.5, 1, int64(1), true, nil, "", "1e5", "1,000", " 1", "1 ", "0x1", "NaN", "Infinity", ".5", "5.", "--1", "１",
		"1234567890123456789", "1.12345678901",
	} {
		if d, err := models.UnmarshalDecimal(wrong); err == nil {
			t.Errorf("%v is read as %s", wrong, d)
		}
	}
}

// TestAnInstantBecomesADay where the business is.
func TestAnInstantBecomesADay(t *testing.T) {
	newYork, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	for instant, want := range map[string]string{
		"2015-07-01T03:59:59Z": "2015-06-30", "2015-07-01T04:00:00Z": "2015-07-01", "2015-12-01T04:59:59Z": "2015-11-30",
	} {
		at, err := models.ParseInstant(instant)
		if got := models.DateOf(at, newYork).String(); err != nil || got != want {
			t.Errorf("%s is %s in New York, want %s, %v", instant, got, want, err)
		}
	}
}

// TestDates: what can't be a day is refused; months have their own lengths.
func TestDates(t *testing.T) {
	for _, wrong := range []string{"", "2015-02-29", "2015-6-1", "2015-06-01T00:00:00Z", "1899-12-31", "10000-01-01", "0000-00-00", "01/06/2015"} {
		if d, err := models.ParseDate(wrong); err == nil {
			t.Errorf("%q is read as %s", wrong, d)
		}
	}
	leap, err := models.ParseDate("2016-02-29")
	if err != nil || leap.AddDays(1).String() != "2016-03-01" || leap.FirstOfNextMonth().String() != "2016-03-01" {
		t.Errorf("29 February 2016 is followed by %s, %v", leap.AddDays(1), err)
	}
	if p := models.LastMonth(models.NewDate(2016, 3, 31)); p.Start.String() != "2016-02-01" || p.End != leap {
		t.Errorf("the month before March 2016 is %v", p)
	}
	if p := models.LastMonth(models.NewDate(2016, 1, 1)); p.Start.String() != "2015-12-01" || p.End.String() != "2015-12-31" {
		t.Errorf("the month before January 2016 is %v", p)
	}
}

// TestTextsAreChecked: what would break files, terminals or Postgres is refused.
func TestTextsAreChecked(t *testing.T) {
	for _, wrong := range []string{"a\x00b", "\xff", "a\nb", "\u001b[31m", strings.Repeat("a", models.MaxText+1)} {
		if models.CheckText(wrong, "name") == nil {
			t.Errorf("%.20q passes", wrong)
		}
	}
	for _, wrong := range []string{"", " a", "a "} {
		if models.CheckName(wrong, "name") == nil {
			t.Errorf("%q passes as a name", wrong)
		}
	}
	longest := models.Position{Key: strings.Repeat("<", models.MaxText)}.Cursor()
	for _, wrong := range []any{"a\x00b", "\xff", "a\uFFFD", longest + longest, 5, json.Number("5"), true, nil, []any{"a"}, map[string]any{}} {
		if s, err := models.UnmarshalString(wrong); err == nil {
			t.Errorf("%.20v is read as the text %.20q", wrong, s)
		}
	}
	if s, err := models.UnmarshalString(longest); s != longest || err != nil {
		t.Errorf("the longest cursor: %v", err)
	}
}

// TestIDs: what can't be one of ours is an id that no row has.
func TestIDs(t *testing.T) {
	for id, want := range map[any]int64{
		"7": 7, "0": 0, "-1": 0, "x": 0, "1 OR 1=1": 0, "99999999999999999999": 0, int64(7): 7, int64(-1): 0,
		json.Number("7"): 7, json.Number("7.5"): 0, json.Number("1e999999999"): 0, true: 0, nil: 0,
	} {
		if got, err := models.UnmarshalID(id); got != want || err != nil {
			t.Errorf("%v is id %d, want %d, %v", id, got, want, err)
		}
	}
}

// TestCursors: a position comes back as it was, and only in its own list.
func TestCursors(t *testing.T) {
	at := models.Position{List: "ledgers/PARTNER_NAME/ASC", Key: "Ægir \"&\" <Söhne>", ID: 7}
	cursor := at.Cursor()
	found, err := models.Page{First: 1, After: &cursor}.Check(at.List, models.TextKey)
	if err != nil || *found != at {
		t.Errorf("%v comes back as %v, %v", at, found, err)
	}
	for name, wrong := range map[string]models.Page{
		"another list": {First: 1, After: ptr(models.Position{List: "other"}.Cursor())},
		"rubbish":      {First: 1, After: ptr("%%%")},
		"a wrong key":  {First: 1, After: ptr(models.Position{List: at.List, Key: "a\x00"}.Cursor())},
		"no rows":      {First: 0},
		"too many":     {First: models.MaxPage + 1},
	} {
		if _, err := wrong.Check(at.List, models.TextKey); err == nil {
			t.Errorf("%s passes", name)
		}
	}
}

// TestCut: a page has what was asked for, and knows what there is around it.
func TestCut(t *testing.T) {
	position := func(n int) models.Position { return models.Position{ID: int64(n)} }
	s := models.Cut([]int{1, 2, 3}, models.Page{First: 2}, position)
	if !slices.Equal(s.Nodes, []int{1, 2}) || !s.HasNextPage || s.HasPreviousPage || len(s.Cursors) != 2 {
		t.Errorf("%+v", s)
	}
	s = models.Cut([]int{3}, models.Page{First: 2, After: ptr("x")}, position)
	if s.HasNextPage || !s.HasPreviousPage {
		t.Errorf("%+v", s)
	}
}

// TestUserErrors: the mistakes of an error are told, however they are wrapped; a fault among them is none.
func TestUserErrors(t *testing.T) {
	one, two := models.Invalid([]string{"a"}, "one"), models.NotFound(nil, "two")
	found, all := models.UserErrors(errors.Join(one, fmt.Errorf("wrapped: %w", two)))
	if len(found) != 2 || !all || found[1].Code != models.CodeNotFound {
		t.Errorf("%v, %v", found, all)
	}
	if _, all := models.UserErrors(errors.Join(one, errors.New("disk full"))); all {
		t.Error("a fault passes as a mistake")
	}
	if found, all := models.UserErrors(nil); len(found) != 0 || !all {
		t.Error("nothing is a mistake")
	}
}

func ptr[T any](v T) *T { return &v }
