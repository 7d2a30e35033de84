package models

import (
	"encoding/base64"
	"encoding/json"
)

// MaxPage is the most rows that one page may have.
const MaxPage = 500

// Page asks for the next First rows behind a position; from the start if After is nil.
type Page struct {
	First int
	After *string
}

// Position is where a row stands in a list: the key that the list is ordered by, then the row's id. It holds while
// rows arrive, unlike a number of rows.
type Position struct {
	List string `json:"l"` // which list and order; a position of another one is refused
	Key  string `json:"k,omitempty"`
	ID   int64  `json:"i"`
}

// Cursor returns the position as an opaque text.
func (p Position) Cursor() string {
	text, _ := json.Marshal(p) // two strings and a number can't fail
	return base64.RawURLEncoding.EncodeToString(text)
}

// Check returns the position behind which the page begins, nil for the start, or what is wrong with the page. The key
// must pass valid, since it goes into a statement as it is.
func (p Page) Check(list string, valid func(key string) error) (*Position, error) {
	if p.First < 1 || p.First > MaxPage {
		return nil, Invalid([]string{"first"}, "first must be between 1 and %d", MaxPage)
	}
	if p.After == nil {
		return nil, nil
	}
	var at Position
	text, err := base64.RawURLEncoding.DecodeString(*p.After)
	if err == nil {
		err = json.Unmarshal(text, &at)
	}
	if err != nil || at.List != list || valid(at.Key) != nil {
		return nil, Invalid([]string{"after"}, "after is not a cursor of this list in this order")
	}
	return &at, nil
}

// Slice is a page of rows as found.
type Slice[T any] struct {
	Nodes           []T
	Cursors         []string // one a node
	HasNextPage     bool
	HasPreviousPage bool
}

// Cut makes the page of rows that were asked for with a limit of one more, which tells whether there are more.
func Cut[T any](rows []T, page Page, position func(T) Position) Slice[T] {
	s := Slice[T]{HasPreviousPage: page.After != nil, HasNextPage: len(rows) > page.First}
	if s.HasNextPage {
		rows = rows[:page.First]
	}
	s.Nodes = rows
	s.Cursors = make([]string, len(rows))
	for i, row := range rows {
		s.Cursors[i] = position(row).Cursor()
	}
	return s
}

// The kinds of keys that lists are ordered by.

// NoKey is for lists that are ordered by id alone.
func NoKey(key string) error {
	if key != "" {
		return Invalid(nil, "no key was expected")
	}
	return nil
}

// TextKey is for lists that are ordered by a text.
func TextKey(key string) error { return CheckText(key) }

// DecimalKey is for lists that are ordered by an amount.
func DecimalKey(key string) error { _, err := parseSum(key); return err }

// DateKey is for lists that are ordered by a day.
func DateKey(key string) error { _, err := ParseDate(key); return err }

// InstantKey is for lists that are ordered by an instant.
func InstantKey(key string) error { _, err := ParseInstant(key); return err }
