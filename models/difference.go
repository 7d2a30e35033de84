package models

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"gorm.io/gorm"
)

// Difference is a stored figure that isn't what the entries say.
type Difference struct {
	What     string
	Expected string // recomputed
	Found    string // stored
}

func (d Difference) String() string {
	return fmt.Sprintf("%s: expected %s, found %s", d.What, d.Expected, d.Found)
}

// Check is a statement that recomputes stored figures and selects what, expected and found where they differ. It compares
// what belongs to one key, such as a partner's id, so that it can be run for some keys and then for others: the statement
// has the column of the key in braces, {e.partner_id}, wherever it can be narrowed down to those.
type Check struct {
	Table, Key string // where the keys are
	Statement  string
}

// Keys are those above After and up to Until, as texts. An empty one is no bound.
type Keys struct{ After, Until string }

var keyColumn = regexp.MustCompile(`\{([a-z_.]+)\}`)

// Find returns the differences of some keys.
func (c Check) Find(db *gorm.DB, of Keys) ([]Difference, error) {
	var bounds []string
	args := map[string]any{}
	if of.After != "" {
		bounds, args["after"] = append(bounds, "$1 > @after"), of.After
	}
	if of.Until != "" {
		bounds, args["until"] = append(bounds, "$1 <= @until"), of.Until
	}
	condition := strings.Join(append(bounds, "TRUE"), " AND ")
	var found []Difference
	err := raw(db, keyColumn.ReplaceAllString(c.Statement, condition), args).Scan(&found).Error
	return found, err
}

// Next returns the n keys that come after one. The last ones have no bound above.
func (c Check) Next(db *gorm.DB, after string, n int) (Keys, error) {
	next, where, args := Keys{After: after}, "TRUE", map[string]any{"n": n}
	if after != "" {
		where, args["after"] = c.Key+" > @after", after
	}
	var until []string
	err := db.Raw(fmt.Sprintf("SELECT CAST(%[1]s AS text) FROM %[2]s WHERE %[3]s ORDER BY %[2]s.%[1]s OFFSET @n - 1 LIMIT 1",
		c.Key, c.Table, where), args).Scan(&until).Error
	if len(until) > 0 {
		next.Until = until[0]
	}
	return next, err
}

// FindDifferences runs checks over all keys.
func FindDifferences(ctx context.Context, db *gorm.DB, checks []Check) (all []Difference, err error) {
	for _, check := range checks {
		found, err := check.Find(db.WithContext(ctx), Keys{})
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// raw is db.Raw with names for parameters, of which there may be none.
func raw(db *gorm.DB, statement string, args map[string]any) *gorm.DB {
	if len(args) == 0 {
		return db.Raw(statement)
	}
	return db.Raw(statement, args)
}
