package postgres

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync/atomic"

	"gorm.io/gorm"
)

// partnerRole is the role that a partner's statements run as. It owns nothing, writes nothing, and row-level security
// shows it the rows of one partner: the one in the setting partnerledger.partner_id, see migration 0010.
const partnerRole = "partnerledger_partner"

// ErrNotConfined is why a statement that must be confined to one partner didn't run.
var ErrNotConfined = errors.New("not confined to one partner")

// scope is whose rows a statement may see: everybody's where it isn't confined.
type scope struct {
	partnerID int64
	confined  bool
}

// confinement is how a pool tells by a context whether a statement is confined, and to whom.
type confinement struct {
	rule    atomic.Pointer[func(context.Context) (int64, bool)]
	refused error               // why nothing can be confined
	columns map[string][]string // what the role may see of each table, whole names
}

// Confine lets every statement of db whose context of confines to a partner see that partner's rows and nothing else,
// and write nothing: Postgres itself sees to it, in a transaction of the statement's own or in the one that the caller
// has opened. It is called before db is used. Whoever finds a model whole, without Select, finds the columns that
// partners may see; the others stay zero. All other SQL that asks for more than they may see fails.
//
// The error says why this database can't confine anybody. Then everything fails that has to be confined.
func Confine(db *gorm.DB, of func(context.Context) (partnerID int64, confined bool)) error {
	pool, err := db.DB()
	if err != nil {
		return err
	}
	c := pool.Driver().(*confiner).confinement
	nobody := func(context.Context) (int64, bool) { return 0, true }
	c.rule.Store(&nobody)
	c.refused = nil
	c.columns, c.refused = visible(db)
	c.rule.Store(&of)
	return errors.Join(c.refused, db.Callback().Query().Before("gorm:query").Register("partnerledger:narrow", c.narrow))
}

func (c *confinement) scope(ctx context.Context) scope {
	rule := c.rule.Load()
	if rule == nil {
		return scope{}
	}
	partnerID, confined := (*rule)(ctx)
	if !confined {
		return scope{}
	}
	return scope{partnerID, true}
}

// narrow has a model found by the columns that partners may see.
func (c *confinement) narrow(db *gorm.DB) {
	s := db.Statement
	if !c.scope(s.Context).confined || s.SQL.Len() > 0 || s.Schema == nil || len(s.Selects) > 0 {
		return
	}
	for _, column := range c.columns[s.Table] {
		if slices.Contains(s.Schema.DBNames, column) {
			s.Selects = append(s.Selects, column)
		}
	}
}

// visible asks, confined, which columns may be seen, and refuses a database that would show more rows than one partner's.
func visible(db *gorm.DB) (map[string][]string, error) {
	const question = `SELECT c.relname AS "table", a.attname AS "column", row_security_active(c.oid) AS guarded
		FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
		WHERE c.relnamespace = to_regnamespace(current_schema()) AND c.relkind IN ('r', 'p')
		AND has_column_privilege(c.oid, a.attnum, 'SELECT') ORDER BY a.attnum`
	var rows []struct {
		Table, Column string
		Guarded       bool
	}
	if err := db.Raw(question).Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotConfined, err)
	}
	columns := make(map[string][]string)
	for _, r := range rows {
		if !r.Guarded && r.Table != "closed_months" {
			return nil, fmt.Errorf("%w: the role %s sees every row of %s", ErrNotConfined, partnerRole, r.Table)
		}
		columns[r.Table] = append(columns[r.Table], r.Column)
	}
	if len(columns["partners"]) == 0 {
		return nil, fmt.Errorf("%w: the role %s may not read partners", ErrNotConfined, partnerRole)
	}
	return columns, nil
}
