//go:build !failpoints

package failpoints

import (
	"database/sql/driver"
	"net/http"
	"time"
)

// Now is the time.
func Now() time.Time { return time.Now() }

// Tx returns the transaction as it is.
func Tx(tx driver.Tx, _ driver.TxOptions) driver.Tx { return tx }

// Handler returns the handler as it is.
func Handler(next http.Handler) http.Handler { return next }
