package models

import (
	"database/sql/driver"
	"fmt"
	"io"
	"strconv"
	"time"
)

// Date is a calendar day in the business's time zone. It has no hour, so nothing can shift it. The zero Date is no day.
type Date struct{ day time.Time } // midnight UTC

// The years that a date may have. Outside them is a typing error, and Postgres and JSON need not agree on it.
const firstYear, lastYear = 1900, 9999

// NewDate returns the day; values outside their ranges are normalised as by time.Date.
func NewDate(year int, month time.Month, day int) Date {
	return Date{time.Date(year, month, day, 0, 0, 0, 0, time.UTC)}
}

// DateOf returns the day on which an instant falls in a time zone.
func DateOf(instant time.Time, zone *time.Location) Date {
	return NewDate(instant.In(zone).Date())
}

// ParseDate reads an ISO 8601 day, "2015-06-24", of the years 1900 to 9999.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < firstYear || t.Year() > lastYear {
		return Date{}, Invalid(nil, "%s is not a date like 2015-06-24", quoted(s))
	}
	return Date{t}, nil
}

func (d Date) String() string         { return d.day.Format(time.DateOnly) }
func (d Date) Compact() string        { return d.day.Format("20060102") }
func (d Date) IsZero() bool           { return d.day.IsZero() }
func (d Date) Before(other Date) bool { return d.day.Before(other.day) }
func (d Date) AddDays(n int) Date     { return Date{d.day.AddDate(0, 0, n)} }
func (d Date) FirstOfMonth() Date     { return NewDate(d.day.Year(), d.day.Month(), 1) }
func (d Date) FirstOfNextMonth() Date { return NewDate(d.day.Year(), d.day.Month()+1, 1) }
func (d Date) AddMonths(n int) Date   { return NewDate(d.day.Year(), d.day.Month()+time.Month(n), 1) }
func (d Date) FirstOfLastMonth() Date { return NewDate(d.day.Year(), d.day.Month()-1, 1) }
func (Date) GormDataType() string     { return "date" }

// In returns the instant at which the day begins in a time zone.
func (d Date) In(zone *time.Location) time.Time {
	begins := time.Date(d.day.Year(), d.day.Month(), d.day.Day(), 0, 0, 0, 0, zone)
	if DateOf(begins, zone).Before(d) { // clocks skip this day's first hour
		begins = begins.Add(time.Hour)
	}
	return begins
}

// Value stores the day as Postgres's date.
func (d Date) Value() (driver.Value, error) {
	if d.IsZero() {
		return nil, nil
	}
	return d.String(), nil
}

// Scan reads Postgres's date.
func (d *Date) Scan(value any) error {
	switch v := value.(type) {
	case nil:
		*d = Date{}
	case time.Time:
		*d = NewDate(v.Date())
	case string:
		t, err := time.Parse(time.DateOnly, v)
		if err != nil {
			return err
		}
		*d = Date{t}
	default:
		return fmt.Errorf("a date can't be read from %T", value)
	}
	return nil
}

// MarshalText writes the day in ISO 8601, in JSON too.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (d *Date) UnmarshalText(text []byte) (err error) {
	*d, err = ParseDate(string(text))
	return err
}

// MarshalGQL writes the scalar Date.
func (d Date) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(d.String())) }

// UnmarshalGQL reads the scalar Date.
func (d *Date) UnmarshalGQL(v any) (err error) {
	s, ok := v.(string)
	if !ok {
		return Invalid(nil, "a date is a string like \"2015-06-24\"")
	}
	*d, err = ParseDate(s)
	return err
}
