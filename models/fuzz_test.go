package models_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/shopspring/decimal"

	"partnerledger/models"
)

// What a scalar reads it writes so that it reads the same again; what it doesn't read is a mistake, told shortly.

func written(m graphql.Marshaler) string {
	var b bytes.Buffer
	m.MarshalGQL(&b)
	return strings.Trim(b.String(), `"`)
}

// mistaken tells whether err is one of whoever sent the value; anything else fails.
func mistaken(t *testing.T, err error) bool {
	t.Helper()
	if err == nil {
		return false
	}
	if found, all := models.UserErrors(err); !all || len(found) != 1 || len(found[0].Message) > 400 || !utf8.ValidString(found[0].Message) {
		t.Fatalf("%v is no mistake", err)
	}
	return true
}

func FuzzID(f *testing.F) {
	for _, seed := range []string{"7", "-1", "9223372036854775807", "9223372036854775808", "1e5", "0x1", "", "１"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		id, err := models.UnmarshalID(text)
		if err != nil || id < 0 {
			t.Fatal(id, err)
		}
		if again, err := models.UnmarshalID(written(models.MarshalID(id))); again != id || err != nil {
			t.Fatal(id, again, err)
		}
		if number, err := models.UnmarshalID(json.Number(text)); err != nil || number != id {
			t.Fatal(number, id, err)
		}
	})
}

func FuzzString(f *testing.F) {
	for _, seed := range []string{"Ægir", "a\x00", "\xff", "\uFFFD", "\u2028", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := models.UnmarshalString(text)
		if mistaken(t, err) {
			return
		}
		if s != text || len(s) > 20_000 || !utf8.ValidString(s) || strings.Contains(s, "\x00") {
			t.Fatalf("%q is read as %q", text, s)
		}
		var b bytes.Buffer
		models.MarshalString(s).MarshalGQL(&b)
		var again string
		if err := json.Unmarshal(b.Bytes(), &again); err != nil || again != s {
			t.Fatalf("%q is written %s", s, b.Bytes())
		}
		_ = models.CheckName(s, "name")
	})
}

func FuzzDecimal(f *testing.F) {
	for _, seed := range []string{"1234.50", "-0.00", "+1", "1e999999999", "999999999999999999.9999999999", "0.00000000001", "NaN", "1_0", ".5", "１"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := models.UnmarshalDecimal(text)
		if mistaken(t, err) {
			return
		}
		out := written(models.MarshalDecimal(d))
		again, err := models.UnmarshalDecimal(out)
		if err != nil || !again.Equal(d) || again.Exponent() != d.Exponent() || len(out) > 31 {
			t.Fatalf("%q is read as %s, written as %s and read as %s, %v", text, d, out, again, err)
		}
		if d.Abs().GreaterThanOrEqual(decimal.New(1, 18)) || d.Exponent() < -10 || d.Exponent() > 0 {
			t.Fatalf("%q is read as %s", text, d)
		}
	})
}

func FuzzDate(f *testing.F) {
	for _, seed := range []string{"2015-06-24", "2016-02-29", "2015-02-29", "1899-12-31", "9999-12-31", "10000-01-01", "2015-6-1", "0000-00-00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var d models.Date
		if mistaken(t, d.UnmarshalGQL(text)) {
			return
		}
		if out := written(d); out != text || d.IsZero() || text < "1900" || len(text) != 10 {
			t.Fatalf("%q is read and written as %s", text, out)
		}
	})
}

func FuzzDateTime(f *testing.F) {
	for _, seed := range []string{
		"2015-06-24T09:41:00Z", "2015-06-24T09:41:00.1234567+05:30", "9999-12-31T23:59:59-23:59", "1900-01-01T00:00:00+23:59",
		"2015-06-24T24:00:00Z", "2015-06-24t09:41:00z", "2015-06-24 09:41:00Z",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at, err := models.UnmarshalDateTime(text)
		if mistaken(t, err) {
			return
		}
		again, err := models.UnmarshalDateTime(written(models.MarshalDateTime(at)))
		if err != nil || !again.Equal(at) || at.Location() != time.UTC || at.Nanosecond()%1000 != 0 {
			t.Fatalf("%q is read as %s, then as %s, %v", text, at, again, err)
		}
	})
}

func FuzzCursor(f *testing.F) {
	for _, at := range []models.Position{
		{},
		{List: "ledgers/PARTNER_NAME/ASC", Key: "Ægir \"&\" <Söhne>", ID: 7},
		{List: "ledgers/PARTNER_NAME/ASC", Key: "a\x00"},
		{List: "ledgers/PARTNER_NAME/ASC", Key: "-12.50", ID: -1},
		{List: "ledgers/PARTNER_NAME/ASC", Key: "2015-06-24"},
	} {
		f.Add(at.Cursor())
	}
	f.Add("bnVsbA")
	f.Add("===")
	const list = "ledgers/PARTNER_NAME/ASC"
	f.Fuzz(func(t *testing.T, cursor string) {
		for name, valid := range map[string]func(string) error{
			"nothing": models.NoKey, "text": models.TextKey, "decimal": models.DecimalKey, "date": models.DateKey,
		} {
			at, err := models.Page{First: 1, After: &cursor}.Check(list, valid)
			if mistaken(t, err) {
				continue
			}
			if at.List != list || valid(at.Key) != nil || len(at.Key) > models.MaxText || !utf8.ValidString(at.Key) || strings.Contains(at.Key, "\x00") {
				t.Fatalf("%s: %q is read as %+v", name, cursor, at)
			}
			again, err := models.Page{First: 1, After: new(at.Cursor())}.Check(list, valid)
			if err != nil || *again != *at {
				t.Fatalf("%s: %+v comes back as %+v, %v", name, at, again, err)
			}
		}
	})
}
