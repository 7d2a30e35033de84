//go:build failpoints

package failpoints

import (
	"database/sql/driver"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// The points are exactly before a transaction that may write commits, right after that, and when the answer to a request
// that has committed is about to be sent.
const (
	BeforeCommit = "before-commit"
	AfterCommit  = "after-commit"
	BeforeAnswer = "before-answer"
)

var folder = os.Getenv("FAILPOINTS")

func reach(point string) {
	if os.Remove(filepath.Join(folder, point)) == nil {
		self, _ := os.FindProcess(os.Getpid())
		_ = self.Kill()
		select {}
	}
}

// Now is the time by a clock that is off.
func Now() time.Time {
	text, _ := os.ReadFile(filepath.Join(folder, "clock"))
	off, _ := time.ParseDuration(strings.TrimSpace(string(text)))
	return time.Now().Add(off)
}

// Tx returns a transaction that passes the points of its commit.
func Tx(tx driver.Tx, options driver.TxOptions) driver.Tx {
	if options.ReadOnly {
		return tx
	}
	return watched{tx}
}

type watched struct{ driver.Tx }

func (tx watched) Commit() error {
	reach(BeforeCommit)
	err := tx.Tx.Commit()
	if err == nil {
		reach(AfterCommit)
	}
	return err
}

// Handler returns a handler that passes the point before its answers.
func Handler(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.RawQuery == "records" { // as clients say that mean to
			w = answer{w}
		}
		next.ServeHTTP(w, r)
	})
}

type answer struct{ http.ResponseWriter }

func (a answer) WriteHeader(status int) {
	reach(BeforeAnswer)
	a.ResponseWriter.WriteHeader(status)
}
