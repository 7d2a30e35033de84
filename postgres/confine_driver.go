package postgres

import (
	"cmp"
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"time"

	"partnerledger/failpoints"
	"partnerledger/models"

	"github.com/jackc/pgx/v5/stdlib"
)

// confiner makes connections that confine statements by their context. That is below database/sql, so that nothing goes
// around it: neither GORM nor a pool's own methods, neither a prepared statement nor rows that are read late.
type confiner struct {
	driver.Connector
	*confinement
	observer *observer
}

// Connect makes a connection.
func (c *confiner) Connect(ctx context.Context) (driver.Conn, error) {
	conn, err := c.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	return &confinedConn{Conn: conn.(*stdlib.Conn), confinement: c.confinement}, nil
}

// Driver returns the confiner itself: it is how Confine finds it behind a pool.
func (c *confiner) Driver() driver.Driver { return c }

// Open is never called: pools are made of connectors.
func (c *confiner) Open(string) (driver.Conn, error) {
	return nil, errors.New("a connection is made by its connector")
}

// confinedConn is one connection. database/sql uses it for one thing at a time.
type confinedConn struct {
	*stdlib.Conn
	*confinement
	open *scope // of the transaction that the caller has opened
}

// enter begins the transaction that a statement needs of its own, and tells whether it did.
func (c *confinedConn) enter(ctx context.Context) (own bool, err error) {
	wanted := c.scope(ctx)
	switch {
	case c.open != nil && *c.open != wanted:
		return false, fmt.Errorf("%w: the transaction is another one's", ErrNotConfined)
	case c.open != nil || !wanted.confined:
		return false, nil
	case c.refused != nil:
		return false, c.refused
	}
	_, err = c.Conn.ExecContext(ctx, "BEGIN READ ONLY; "+wanted.settings(), nil)
	if err != nil {
		return false, errors.Join(err, c.rollback())
	}
	return true, nil
}

// settings hold until the transaction ends, which is what PgBouncer in transaction mode needs. Postgres checks the role
// again with every statement.
func (s scope) settings() string {
	return fmt.Sprintf("SET LOCAL ROLE %s; SET LOCAL partnerledger.partner_id = '%d'", partnerRole, s.partnerID)
}

// rollback ends a transaction that has written nothing. Where it fails, the pool throws the connection away.
func (c *confinedConn) rollback() error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_, err := c.Conn.ExecContext(ctx, "ROLLBACK", nil)
	return err
}

// named puts before the arguments of a statement that it is to have no name, where it has to be planned for them.
func named(ctx context.Context, args []driver.NamedValue) []driver.NamedValue {
	if !models.IsPlannedAnew(ctx) {
		return args
	}
	return append([]driver.NamedValue{{Value: unnamed}}, args...)
}

// ExecContext runs a statement.
func (c *confinedConn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	own, err := c.enter(ctx)
	if err != nil {
		return nil, err
	}
	result, err := c.Conn.ExecContext(ctx, query, named(ctx, args))
	if own {
		err = cmp.Or(err, c.rollback())
	}
	return result, err
}

// QueryContext runs a statement. A transaction of its own ends when its rows are closed, which database/sql does before
// anybody else gets the connection.
func (c *confinedConn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	own, err := c.enter(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := c.Conn.QueryContext(ctx, query, named(ctx, args))
	switch {
	case !own:
		return rows, err
	case err != nil:
		return nil, cmp.Or(err, c.rollback())
	}
	return &confinedRows{rows.(*stdlib.Rows), c}, nil
}

// confinedRows are the rows of a statement in a transaction of its own.
type confinedRows struct {
	*stdlib.Rows
	conn *confinedConn
}

// Close ends the transaction, too.
func (r *confinedRows) Close() error { return cmp.Or(r.Rows.Close(), r.conn.rollback()) }

// PrepareContext prepares a statement, which is confined when it is run.
func (c *confinedConn) PrepareContext(ctx context.Context, query string) (driver.Stmt, error) {
	stmt, err := c.Conn.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	return &confinedStmt{stmt.(*stdlib.Stmt), c, query}, nil
}

// confinedStmt is a prepared statement.
type confinedStmt struct {
	*stdlib.Stmt
	conn  *confinedConn
	query string
}

// ExecContext runs it.
func (s *confinedStmt) ExecContext(ctx context.Context, args []driver.NamedValue) (driver.Result, error) {
	return s.conn.ExecContext(ctx, s.query, args)
}

// QueryContext runs it.
func (s *confinedStmt) QueryContext(ctx context.Context, args []driver.NamedValue) (driver.Rows, error) {
	return s.conn.QueryContext(ctx, s.query, args)
}

// BeginTx opens a transaction, read only where it is confined. Only statements of contexts confined alike may run in it.
func (c *confinedConn) BeginTx(ctx context.Context, options driver.TxOptions) (driver.Tx, error) {
	wanted := c.scope(ctx)
	if wanted.confined && c.refused != nil {
		return nil, c.refused
	}
	options.ReadOnly = options.ReadOnly || wanted.confined
	tx, err := c.Conn.BeginTx(ctx, options)
	if err != nil {
		return nil, err
	}
	if wanted.confined {
		if _, err := c.Conn.ExecContext(ctx, wanted.settings(), nil); err != nil {
			return nil, errors.Join(err, tx.Rollback())
		}
	}
	c.open = &wanted
	return failpoints.Tx(&confinedTx{tx, c}, options), nil
}

// confinedTx is a transaction that the caller has opened.
type confinedTx struct {
	driver.Tx
	conn *confinedConn
}

// Commit ends it.
func (tx *confinedTx) Commit() error {
	tx.conn.open = nil
	return tx.Tx.Commit()
}

// Rollback ends it.
func (tx *confinedTx) Rollback() error {
	tx.conn.open = nil
	return tx.Tx.Rollback()
}
