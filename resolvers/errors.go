package resolvers

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"partnerledger/auth"
	"partnerledger/models"
)

// mistakes splits an error: what people can mend goes into userErrors, anything else is a fault. Never nil.
func mistakes(err error) ([]*models.UserError, error) {
	found, all := models.UserErrors(err)
	if !all {
		return nil, err
	}
	if found == nil {
		found = []*models.UserError{}
	}
	return found, nil
}

// present makes the top-level error that goes out. A mistake in a query is told as it is; a fault is logged, once, and
// masked: what the database says is nobody's business outside.
func present(ctx context.Context, err error) *gqlerror.Error {
	var ours *gqlerror.Error
	if errors.As(err, &ours) && ours.Err == nil { // of parsing, validating, or our limits
		return ours
	}
	shown := graphql.DefaultErrorPresenter(ctx, err)
	found, all := models.UserErrors(err)
	switch {
	case all && len(found) > 0:
		shown.Message = found[0].Message
		shown.Extensions = map[string]any{"code": string(found[0].Code), "field": found[0].Field}
	case errors.Is(err, auth.ErrUnauthenticated):
		shown.Extensions = map[string]any{"code": "UNAUTHENTICATED"}
	case errors.Is(err, auth.ErrForbidden):
		shown.Extensions = map[string]any{"code": "FORBIDDEN"}
	default:
		mask(ctx, shown, err)
	}
	return shown
}

func mask(ctx context.Context, shown *gqlerror.Error, err error) {
	id := rand.Text()
	if ctx.Err() == nil {
		slog.ErrorContext(ctx, "internal error", "request", id, "path", shown.Path.String(), "error", err)
	}
	shown.Message = "internal error; the log has more about request " + id
	shown.Extensions = map[string]any{"code": "INTERNAL", "requestId": id}
}

// recovered makes a fault of a panic.
func recovered(_ context.Context, panicked any) error {
	return fmt.Errorf("panic: %v\n%s", panicked, debug.Stack())
}
