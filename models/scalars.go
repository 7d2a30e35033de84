package models

import (
	"encoding/json"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/shopspring/decimal"
)

// MarshalID writes the scalar ID.
func MarshalID(id int64) graphql.Marshaler { return quotedScalar(strconv.FormatInt(id, 10)) }

// UnmarshalID reads the scalar ID, a string or a whole number. What can't be one of our ids becomes 0, which no row has:
// an id that was made up and one that is gone are answered alike.
func UnmarshalID(v any) (int64, error) {
	var id int64
	var err error
	switch v := v.(type) {
	case string:
		id, err = strconv.ParseInt(v, 10, 64)
	case json.Number:
		id, err = v.Int64()
	case int64:
		id = v
	}
	if err != nil || id < 0 {
		return 0, nil
	}
	return id, nil
}

// MarshalDecimal writes the scalar Decimal as a string with all the digits that the decimal carries.
func MarshalDecimal(d decimal.Decimal) graphql.Marshaler { return quotedScalar(DecimalString(d)) }

// UnmarshalDecimal reads the scalar Decimal. A number of JSON or GraphQL is refused: it may have been a float.
func UnmarshalDecimal(v any) (decimal.Decimal, error) {
	s, ok := v.(string)
	if !ok {
		return decimal.Decimal{}, Invalid(nil, "a decimal is a string like \"1234.50\", never a number")
	}
	return ParseDecimal(s)
}

// MarshalDateTime writes the scalar DateTime, RFC 3339 in UTC.
func MarshalDateTime(t time.Time) graphql.Marshaler {
	return quotedScalar(t.UTC().Format(time.RFC3339Nano))
}

// UnmarshalDateTime reads the scalar DateTime.
func UnmarshalDateTime(v any) (time.Time, error) {
	s, ok := v.(string)
	if !ok {
		return time.Time{}, Invalid(nil, "an instant is a string like \"2015-06-24T09:41:00Z\"")
	}
	return ParseInstant(s)
}

// ParseInstant reads an RFC 3339 instant of the years, in UTC, that a Date may have.
func ParseInstant(s string) (time.Time, error) {
	t, err := time.Parse(time.RFC3339, s)
	t = t.UTC()
	if err != nil || len(s) > len("2015-06-24T09:41:00.000000000+00:00") || t.Year() < firstYear || t.Year() > lastYear {
		return time.Time{}, Invalid(nil, "%s is not an instant like 2015-06-24T09:41:00Z", quoted(s))
	}
	// Postgres keeps microseconds: cut here, so that what is compared later is what was kept.
	return t.Truncate(time.Microsecond), nil
}

// MarshalString writes the scalar String.
func MarshalString(s string) graphql.Marshaler { return graphql.MarshalString(s) }

// maxString is the most bytes of anything that is sent as a text. The longest of ours is a cursor whose key is a text of
// MaxText bytes, each of them escaped.
const maxString = 20_000

// UnmarshalString reads the scalar String, and whatever else is a text. What is too long for anything, NUL and broken
// UTF-8 (which JSON brings as U+FFFD) stop here, before any statement could choke on them.
func UnmarshalString(v any) (string, error) {
	s, ok := v.(string)
	switch {
	case !ok:
		return "", Invalid(nil, "a text is a string like \"this\"")
	case len(s) > maxString:
		return "", Invalid(nil, "a text is longer than %d bytes", maxString)
	case !utf8.ValidString(s) || strings.ContainsAny(s, "\x00\uFFFD"):
		return "", Invalid(nil, "a text must be UTF-8 without NUL")
	}
	return s, nil
}

func quotedScalar(s string) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) { _, _ = io.WriteString(w, `"`+s+`"`) })
}
