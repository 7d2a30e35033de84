package auth

import (
	"context"
	"errors"
	"time"

	"partnerledger/models"
)

// keepEnded is how long a partner's token that has ended stays in the list of tokens.
const keepEnded = 24 * time.Hour

// Clean deletes what has ended by itself: it lets nobody in any more, and only takes room.
func (s *Service) Clean(ctx context.Context) error {
	db, now := s.db(ctx), s.now()
	return errors.Join(
		db.Where("idle_until <= ?", now).Delete(&models.Session{}).Error,
		db.Where("ends_at <= ?", now).Delete(&models.SignInAttempts{}).Error,
		db.Where("ends_at <= ?", now).Delete(&models.SignInFlow{}).Error,
		db.Where("expires_at <= ?", now).Delete(&models.Invitation{}).Error,
		db.Where("role = ? AND expires_at <= ?", models.RolePartner, now.Add(-keepEnded)).Delete(&models.Token{}).Error,
	)
}
