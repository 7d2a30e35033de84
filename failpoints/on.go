//go:build failpoints

package failpoints

import (
	"database/sql/driver"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"
)

var folder = os.Getenv("FAILPOINTS")

// taken tells whether it is now that a point has its effect.
func taken(point string) bool { return os.Remove(filepath.Join(folder, point)) == nil }

func reach(point string) {
	if taken(point) {
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
	reach("before-commit")
	if taken("commit-lost") {
		return errors.Join(io.ErrUnexpectedEOF, tx.Rollback())
	}
	if err := tx.Tx.Commit(); err != nil {
		return err
	}
	reach("after-commit")
	if taken("commit-answer-lost") {
		return io.ErrUnexpectedEOF
	}
	return nil
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

func (a answer) Unwrap() http.ResponseWriter { return a.ResponseWriter }

func (a answer) WriteHeader(status int) {
	reach("before-answer")
	a.ResponseWriter.WriteHeader(status)
}
