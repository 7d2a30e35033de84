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

// PartnerOf returns the one partner whose rows whoever asks may see, and whether it is so: for partners. The others are
// not confined.
func PartnerOf(ctx context.Context) (partnerID int64, confined bool) {
	viewer := ViewerOf(ctx)
	switch {
	case viewer == nil:
		return 0, false
	case viewer.PartnerID != nil:
		return *viewer.PartnerID, true
	}
	return 0, viewer.Role == models.RolePartner // nobody's
}

// checkPortal is a UserError where a role can't be let in.
func (s *Service) checkPortal(role models.Role) error {
	if role == models.RolePartner && s.PortalClosed {
		return models.Invalid(nil, "partners can't be let in: this server's database has no role that keeps them apart; its log says more")
	}
	return nil
}
