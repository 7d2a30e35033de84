package auth

import (
	"context"
	"fmt"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"partnerledger/audit"
	"partnerledger/models"
)

// makerOf returns who is said to have made something.
func makerOf(ctx context.Context) string {
	if viewer := ViewerOf(ctx); viewer != nil {
		return viewer.Name
	}
	return audit.SourceOf(ctx).Actor
}

// lockMaker lets nobody end who asks before the transaction ends, so that whoever does finds the token that is made in
// it. It fails where who asks has ended since the request came.
func (s *Service) lockMaker(ctx context.Context, tx *gorm.DB) error {
	viewer, shared := ViewerOf(ctx), tx.Clauses(clause.Locking{Strength: "SHARE"}).Select("id")
	var stands *gorm.DB
	switch {
	case viewer == nil: // a command
		return nil
	case viewer.UserID != nil:
		stands = s.standing(ctx, shared).Where("id = ?", *viewer.UserID).Find(&[]models.User{})
	default:
		stands = s.lasting(shared).Where("id = ?", *viewer.TokenID).Find(&[]models.Token{})
	}
	if stands.Error == nil && stands.RowsAffected == 0 {
		return fmt.Errorf("%w any more: %s was let in, and that has ended", ErrUnauthenticated, viewer.Name)
	}
	return stands.Error
}

// standing selects whom the session of a request lets in.
func (s *Service) standing(ctx context.Context, tx *gorm.DB) *gorm.DB {
	sessions := s.parts().sessions
	return tx.Where("id = ? AND session_epoch = ? AND deactivated_at IS NULL",
		sessions.GetInt64(ctx, sessionUser), sessions.GetInt64(ctx, sessionEpoch))
}

// lasting selects the tokens that still are good.
func (s *Service) lasting(tx *gorm.DB) *gorm.DB {
	return tx.Where("revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)", s.now())
}
