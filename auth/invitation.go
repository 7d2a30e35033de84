package auth

import (
	"context"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"partnerledger/audit"
	"partnerledger/models"
)

const (
	invitationPrefix   = "pli_"
	invitationLifetime = 7 * 24 * time.Hour
	// invitationPath is where the dashboard takes invitations. What follows a # is sent to no server and kept in no log.
	invitationPath = "/invitation#"
)

// InviteUser records somebody who may sign in once the invitation is accepted, and returns the path of its link, for the
// only time. Mistakes are UserErrors.
func (s *Service) InviteUser(ctx context.Context, in UserInput) (user *models.User, path string, err error) {
	if err := in.check(); err != nil {
		return nil, "", err
	}
	user = &models.User{
		Email: in.Email, Name: in.Name, Role: in.Role, PartnerID: in.PartnerID, SessionEpoch: 1, CreatedAt: s.now(),
	}
	err = s.write(ctx, func(tx *gorm.DB) error {
		if err := in.checkPartner(tx); err != nil {
			return err
		}
		if err := tx.Create(user).Error; err != nil {
			return err
		}
		path, err = s.invite(tx, user)
		return err
	})
	if err != nil {
		return nil, "", taken(err)
	}
	return user, path, nil
}

// RenewInvitation makes a new invitation for somebody who is there. The one before ends. Who the person is to the company's
// own sign-in is forgotten: after another provider, or another account there, the address counts again. The sessions of whoever
// that was end, but the one that asks.
func (s *Service) RenewInvitation(ctx context.Context, id int64) (user *models.User, path string, err error) {
	goesOn := false
	err = s.write(ctx, func(tx *gorm.DB) error {
		if user, err = lockUser(tx, id); err != nil {
			return err
		}
		if user.DeactivatedAt != nil {
			return models.Invalid([]string{"id"}, "%s is deactivated", user.Email)
		}
		epoch := user.SessionEpoch
		if path, err = s.invite(tx, user); err != nil {
			return err
		}
		viewer := ViewerOf(ctx)
		if goesOn = user.SessionEpoch != epoch && viewer != nil && viewer.UserID != nil && *viewer.UserID == id; goesOn {
			return s.begin(ctx, tx, user) // whoever makes it for themselves has not seen it yet
		}
		return nil
	})
	if err != nil {
		return nil, "", err
	}
	if goesOn {
		s.setCookie(ctx)
	}
	return user, path, nil
}

// invite makes an invitation in place of the one before.
func (s *Service) invite(tx *gorm.DB, user *models.User) (path string, err error) {
	token, now := newToken(invitationPrefix), s.now()
	err = tx.Clauses(clause.OnConflict{UpdateAll: true, Columns: []clause.Column{{Name: "user_id"}}}).
		Create(&models.Invitation{UserID: user.ID, Hash: hash(token), CreatedAt: now, ExpiresAt: now.Add(invitationLifetime)}).Error
	if err != nil {
		return "", err
	}
	before, err := s.unlink(tx, user)
	if err != nil {
		return "", err
	}
	return invitationPath + token, audit.Record(tx, now, audit.Event{
		Action: models.ActionUserInvited, Subject: user.Email, PartnerID: user.PartnerID, Before: before, After: factsOf(user),
	})
}

// unlink forgets who a user is to the company's own sign-in, and ends the sessions of whoever that was. It returns what the
// audit log is told of that; nil where nothing was known.
func (s *Service) unlink(tx *gorm.DB, user *models.User) (before any, err error) {
	if user.OIDCSubject == nil {
		return nil, nil
	}
	before = map[string]any{"openIdConnect": *user.OIDCSubject}
	user.OIDCSubject = nil
	if err := tx.Model(user).Select("oidc_subject").UpdateColumns(user).Error; err != nil {
		return nil, err
	}
	return before, s.endSessions(tx, user)
}

// Invited is an invitation and whom it is for.
type Invited struct {
	models.Invitation
	User *models.User
}

// Email returns the address to sign in with.
func (i *Invited) Email() string { return i.User.Email }

// Name returns the person's name.
func (i *Invited) Name() string { return i.User.Name }

// Invitation returns what a link is for, nil if it is not, or no longer, good.
func (s *Service) Invitation(ctx context.Context, token string) (*Invited, error) {
	if !wellFormed(token, invitationPrefix) {
		return nil, nil
	}
	var found []models.Invitation
	err := s.db(ctx).Where("hash = ? AND expires_at > ?", hash(token), s.now()).Find(&found).Error
	if err != nil || len(found) == 0 {
		return nil, err
	}
	user := new(models.User)
	return &Invited{found[0], user}, s.db(ctx).Where("id = ?", found[0].UserID).Take(user).Error
}

// AcceptInvitation sets the password of whom an invitation is for, and begins a session. The invitation ends with it.
func (s *Service) AcceptInvitation(ctx context.Context, token, password string) (*models.Viewer, error) {
	invited, err := s.Invitation(ctx, token)
	if err != nil {
		return nil, err
	}
	if invited == nil {
		return nil, errNotInvited
	}
	user := invited.User
	if err := s.checkPassword(password, user.Email, "password"); err != nil {
		return nil, err
	}
	passwordHash, err := s.parts().hashing.hash(ctx, password)
	if err != nil {
		return nil, err
	}
	err = s.db(ctx).Transaction(func(tx *gorm.DB) error { return s.accept(ctx, tx, invited, passwordHash) })
	if err != nil {
		return nil, err
	}
	s.setCookie(ctx)
	return viewerOfUser(user), nil
}

var errNotInvited = models.Problem(models.CodeInvalid, []string{"token"}, "the invitation is not, or no longer, good; ask for a new one")

func (s *Service) accept(ctx context.Context, tx *gorm.DB, invited *Invited, passwordHash string) error {
	if _, err := lockUser(tx, invited.UserID); err != nil {
		return err
	}
	used := tx.Where("user_id = ? AND hash = ?", invited.UserID, invited.Hash).Delete(&models.Invitation{})
	if used.Error != nil {
		return used.Error
	}
	if used.RowsAffected == 0 { // by somebody else, meanwhile
		return errNotInvited
	}
	if err := s.setPassword(tx, invited.User, passwordHash); err != nil {
		return err
	}
	if err := s.signIn(ctx, tx, invited.User); err != nil {
		return err
	}
	if err := s.record(ctx, tx, invited.User, audit.Event{Action: models.ActionPasswordSet, Subject: invited.User.Email}); err != nil {
		return err
	}
	return succeeded(tx, visitOf(ctx).address, invited.User.Email)
}
