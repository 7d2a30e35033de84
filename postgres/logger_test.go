package postgres

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"
)

func TestStatementLogger(t *testing.T) {
	for name, test := range map[string]struct {
		took time.Duration
		err  error
		want string
	}{
		"fast":      {took: time.Millisecond},
		"slow":      {took: 2 * slow, want: "slow statement"},
		"failed":    {err: errors.New("no such table"), want: "no such table"},
		"not found": {err: gorm.ErrRecordNotFound},
		"cancelled": {err: context.Canceled},
	} {
		t.Run(name, func(t *testing.T) {
			var written bytes.Buffer
			log := statementLogger{slog.New(slog.NewTextHandler(&written, nil))}
			log.Trace(t.Context(), time.Now().Add(-test.took), func() (string, int64) { return "SELECT $1", 1 }, test.err)
			if got := written.String(); !strings.Contains(got, test.want) || (got == "") != (test.want == "") {
				t.Errorf("wrote %q, want %q", got, test.want)
			}
		})
	}
}

func TestValuesStayOutOfTheLog(t *testing.T) {
	if _, values := (statementLogger{}).ParamsFilter(t.Context(), "SELECT $1", "secret"); values != nil {
		t.Errorf("the log gets %v", values)
	}
}
