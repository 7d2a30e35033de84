package postgres

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

// slow is how long a statement may take before it is worth a line in the log.
const slow = time.Second

// statementLogger writes GORM's failed and slow statements to log, with placeholders where their values were: those are
// people's names and the hashes of tokens.
type statementLogger struct{ log *slog.Logger }

func (l statementLogger) LogMode(logger.LogLevel) logger.Interface { return l }

func (l statementLogger) Info(ctx context.Context, format string, values ...any) {
	l.log.InfoContext(ctx, fmt.Sprintf(format, values...))
}

func (l statementLogger) Warn(ctx context.Context, format string, values ...any) {
	l.log.WarnContext(ctx, fmt.Sprintf(format, values...))
}

func (l statementLogger) Error(ctx context.Context, format string, values ...any) {
	l.log.ErrorContext(ctx, fmt.Sprintf(format, values...))
}

// Trace is called after every statement; building its text costs, so it happens only for the ones that are logged.
func (l statementLogger) Trace(ctx context.Context, begin time.Time, statement func() (string, int64), err error) {
	took := time.Since(begin)
	switch {
	case err != nil && !expected(err):
		text, _ := statement()
		l.log.WarnContext(ctx, "statement failed", "sql", text, "took", took, "error", err)
	case took > slow:
		text, rows := statement()
		l.log.WarnContext(ctx, "slow statement", "sql", text, "took", took, "rows", rows)
	}
}

// ParamsFilter keeps the values of parameters out of the log.
func (l statementLogger) ParamsFilter(_ context.Context, sql string, _ ...any) (string, []any) {
	return sql, nil
}

// expected tells errors that are answers: nothing found, there already, and a caller who left.
func expected(err error) bool {
	return errors.Is(err, gorm.ErrRecordNotFound) || errors.Is(err, gorm.ErrDuplicatedKey) ||
		errors.Is(err, context.Canceled)
}
