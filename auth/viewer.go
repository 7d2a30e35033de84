package auth

import (
	"context"

	"partnerledger/models"
)

type viewerKey struct{}

// With returns a context in which viewer is who asks.
func With(ctx context.Context, viewer *models.Viewer) context.Context {
	return context.WithValue(ctx, viewerKey{}, viewer)
}

// ViewerOf returns who asks, nil if nobody is known.
func ViewerOf(ctx context.Context) *models.Viewer {
	viewer, _ := ctx.Value(viewerKey{}).(*models.Viewer)
	return viewer
}
