package resolvers

import (
	"context"
	"errors"
	"log/slog"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"partnerledger/auth"
	"partnerledger/models"
	"partnerledger/telemetry"
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

// present makes the top-level error that goes out. A mistake in a query is told as it is; a fault is logged, once however
// many rows of an answer have it, and masked: what the database says is nobody's business outside.
func present(ctx context.Context, err error) *gqlerror.Error {
	var ours *gqlerror.Error
	if errors.As(err, &ours) && ours.Err == nil { // of parsing, validating, or our limits
		ours.Message = clipped(ours.Message)
		return ours
	}
	shown := graphql.DefaultErrorPresenter(ctx, err)
	found, all := models.UserErrors(err)
	switch {
	case errors.Is(err, auth.ErrUnauthenticated): // whoever was let in has ended meanwhile
		shown.Extensions = map[string]any{"code": codeUnauthenticated}
	case all && len(found) > 0:
		shown.Message = found[0].Message
		shown.Extensions = map[string]any{"code": string(found[0].Code), "field": found[0].Field}
	default:
		mask(ctx, shown, err)
	}
	return shown
}

// clipped keeps a message from repeating what was sent at any length.
func clipped(message string) string {
	const most = 300
	if len(message) <= most {
		return message
	}
	return strings.ToValidUTF8(message[:most], "") + "…"
}

// maxErrors is how many errors an answer has at most; whoever mends these will see the others.
const maxErrors = 5

func fewErrors(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	response := next(ctx)
	if response != nil && len(response.Errors) > maxErrors {
		response.Errors = response.Errors[:maxErrors]
	}
	return response
}

// mask shows no more of a fault than by which id the log knows it; of an outage, what to do.
func mask(ctx context.Context, shown *gqlerror.Error, err error) {
	id, code, message := telemetry.RequestID(ctx), "INTERNAL", "internal error; the log has more about request "
	if outage := models.OutageOf(errors.Join(err, ctx.Err())); outage != "" {
		code, message = string(outage), outage.Message()+" The log has more about request "
	}
	gone := errors.Is(ctx.Err(), context.Canceled) // the client
	if !gone && faultsOf(ctx).isNew(cause(err)) {
		slog.ErrorContext(ctx, "fault", "code", code, "path", shown.Path.String(), "error", err)
	}
	shown.Message = message + id
	shown.Extensions = map[string]any{"code": code, "requestId": id}
}

// cause is what a fault reads without the path that gqlgen puts before it: the same for all rows.
func cause(err error) string {
	var placed *gqlerror.Error
	if errors.As(err, &placed) && placed.Err != nil {
		err = placed.Err
	}
	return err.Error()
}
