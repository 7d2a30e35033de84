package models

import "time"

// Business is what the one company itself is: what it is called, where its days begin, what it usually pays in, and
// what time it is.
type Business struct {
	Name     string
	Zone     *time.Location
	Currency string
	Now      func() time.Time // set by tests; nothing calls time.Now deeper down
}

// Today returns the day that it is where the business is.
func (b *Business) Today() Date { return DateOf(b.Now(), b.Zone) }

// CurrencyCode returns what the business usually pays in.
func (b *Business) CurrencyCode() string { return b.Currency }

// TimeZone returns the name of the time zone where the business is.
func (b *Business) TimeZone() string { return b.Zone.String() }

// DateOf returns the business's day of an instant. It is called once, when something is recorded.
func (b *Business) DateOf(instant time.Time) Date { return DateOf(instant, b.Zone) }
