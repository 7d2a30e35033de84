package models

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"net"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
)

// Outage is a fault of what the server stands on, which passes: what was asked for may be asked for again, as it is.
type Outage string

const (
	Unavailable Outage = "UNAVAILABLE" // the database is out of reach, is starting or stopping, or has no room left
	TimedOut    Outage = "TIMEOUT"     // it took longer than it may
)

// OutageOf returns what kind of outage an error is, nothing if it is none.
func OutageOf(err error) Outage {
	told, fromPostgres := errors.AsType[*pgconn.PgError](err)
	_, connecting := errors.AsType[*pgconn.ConnectError](err)
	_, network := errors.AsType[net.Error](err)
	gone := func(target error) bool { return errors.Is(err, target) }
	switch {
	case errors.Is(err, context.DeadlineExceeded), pgconn.Timeout(err):
		return TimedOut
	case fromPostgres:
		return outageOfState(told.Code)
	case connecting, network, err != nil && pgconn.SafeToRetry(err), slices.ContainsFunc(
		[]error{io.EOF, io.ErrUnexpectedEOF, net.ErrClosed, driver.ErrBadConn, sql.ErrConnDone}, gone):
		return Unavailable
	}
	return ""
}

// outageOfState knows PostgreSQL's codes of errors.
func outageOfState(code string) Outage {
	switch code {
	case "57014", // query_canceled
		"55P03",          // lock_not_available
		"25P03", "25P04": // idle_in_transaction_session_timeout, transaction_timeout
		return TimedOut
	case "53100", // disk_full
		"25006", // read_only_sql_transaction: a standby, after a failover
		"40P01": // deadlock_detected
		return Unavailable
	}
	// Connections, resources, and operators who stop the server.
	if strings.HasPrefix(code, "08") || strings.HasPrefix(code, "53") || strings.HasPrefix(code, "57P") {
		return Unavailable
	}
	return ""
}

// Message says it to people.
func (o Outage) Message() string {
	again := " What was to be recorded may be sent again as it was, a batch of payments with its batch id: nothing is recorded twice."
	if o == TimedOut {
		return "This took longer than it may, and was given up." + again
	}
	return "The database can't be used at present." + again
}
