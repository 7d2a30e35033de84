package audit

import (
	"context"

	"partnerledger/models"
)

// Source is where an operation comes from: who asked for it, and by which way.
type Source struct {
	Actor     string       // the person's e-mail address, the token's name, or the command
	Role      *models.Role // nil where nobody has signed in, and for commands
	Through   string       // the session or the token, by a mark that tells it from others, or the command
	Address   *string      // on the network; nil for commands
	Operation string       // the field of the API, the route or the command
}

type sourceKey struct{}

// With returns a context whose events come from source.
func With(ctx context.Context, source Source) context.Context {
	return context.WithValue(ctx, sourceKey{}, source)
}

// SourceOf returns where the events of a context come from; the server itself where nothing else was said.
func SourceOf(ctx context.Context) Source {
	source, said := ctx.Value(sourceKey{}).(Source)
	if !said {
		return Source{Actor: "the server", Through: "the server"}
	}
	return source
}
