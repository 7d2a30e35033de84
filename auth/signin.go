package auth

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"partnerledger/audit"
	"partnerledger/models"
)

// errWrong is one answer for whatever is wrong, so that nobody learns who has an account.
var errWrong = models.Problem(models.CodeInvalid, nil, "the e-mail address or the password is wrong")

// SignIn begins a session for who has this e-mail address and password. Whatever is wrong is one UserError, after the
// same work.
func (s *Service) SignIn(ctx context.Context, email, password string) (*models.Viewer, error) {
	user, err := s.confirm(ctx, email, password)
	if err != nil {
		return nil, err
	}
	err = s.db(ctx).Transaction(func(tx *gorm.DB) error {
		if err := s.signIn(ctx, tx, user); err != nil {
			return err
		}
		return succeeded(tx, visitOf(ctx).address, user.Email)
	})
	if err != nil {
		return nil, err
	}
	s.setCookie(ctx)
	return viewerOfUser(user), nil
}

// signIn begins a session of a user whose password, invitation or own sign-in was good. It fails where that has changed meanwhile.
func (s *Service) signIn(ctx context.Context, tx *gorm.DB, user *models.User) error {
	if err := s.checkPortal(user.Role); err != nil {
		return err
	}
	still := tx.Model(user).Where("session_epoch = ? AND deactivated_at IS NULL", user.SessionEpoch).
		UpdateColumn("last_sign_in_at", s.now())
	if still.Error != nil {
		return still.Error
	}
	if still.RowsAffected == 0 {
		return errWrong
	}
	if err := s.begin(ctx, tx, user); err != nil {
		return err
	}
	return s.record(ctx, tx, user, audit.Event{Action: models.ActionSignedIn, Subject: user.Email})
}

// SignOut ends the session of the request, or the token that was made for looking at the portal.
func (s *Service) SignOut(ctx context.Context) error {
	viewer := ViewerOf(ctx)
	if viewer.TokenID != nil {
		return s.signOutToken(ctx, viewer)
	}
	err := s.db(ctx).Transaction(func(tx *gorm.DB) error {
		err := audit.Record(tx, s.now(), audit.Event{Action: models.ActionSignedOut, Subject: *viewer.Email})
		if err != nil {
			return err
		}
		return s.parts().sessions.Destroy(withTransaction(ctx, tx))
	})
	if err == nil {
		s.setCookie(ctx)
	}
	return err
}

func (s *Service) signOutToken(ctx context.Context, viewer *models.Viewer) error {
	if viewer.ViewedBy == nil {
		return models.Invalid(nil, "a token has no session to end; an administrator can revoke it")
	}
	return s.db(ctx).Transaction(func(tx *gorm.DB) error {
		if err := s.endTokens(tx, "id = ?", *viewer.TokenID); err != nil {
			return err
		}
		return audit.Record(tx, s.now(), audit.Event{
			Action: models.ActionSignedOut, Subject: viewer.Name, PartnerID: viewer.PartnerID,
		})
	})
}

// ChangePassword sets another password of who asks. Every session but this one ends.
func (s *Service) ChangePassword(ctx context.Context, current, password string) error {
	viewer := ViewerOf(ctx)
	if viewer.UserID == nil {
		return models.Invalid(nil, "a token has no password")
	}
	if err := s.checkPassword(password, *viewer.Email, "newPassword"); err != nil {
		return err
	}
	user, err := s.confirm(ctx, *viewer.Email, current)
	if found, all := models.UserErrors(err); all && len(found) == 1 && found[0] == errWrong {
		return models.Invalid([]string{"currentPassword"}, "the current password is wrong")
	}
	if err != nil {
		return err
	}
	hash, err := s.parts().hashing.hash(ctx, password)
	if err != nil {
		return err
	}
	err = s.db(ctx).Transaction(func(tx *gorm.DB) error {
		if err := s.setPassword(tx, user, hash); err != nil {
			return err
		}
		if err := s.begin(ctx, tx, user); err != nil {
			return err
		}
		if err := audit.Record(tx, s.now(), audit.Event{Action: models.ActionPasswordSet, Subject: user.Email}); err != nil {
			return err
		}
		return succeeded(tx, visitOf(ctx).address, user.Email)
	})
	if err == nil {
		s.setCookie(ctx)
	}
	return err
}

// confirm returns the user of an e-mail address whose password is this one. Guesses are counted as those of signing in.
func (s *Service) confirm(ctx context.Context, email, password string) (*models.User, error) {
	if err := s.attempt(ctx, email); err != nil {
		return nil, err
	}
	user, err := s.userByEmail(ctx, email)
	if err != nil {
		return nil, err
	}
	good, err := s.parts().hashing.matches(ctx, password, user.PasswordHash)
	if err != nil {
		return nil, err
	}
	if !good || user.DeactivatedAt != nil {
		return nil, errors.Join(errWrong, s.recordRefusal(s.db(ctx), email, "wrong e-mail address or password"))
	}
	return user, nil
}

// setPassword gives a user another password and ends all sessions. It fails where there is another one by now.
func (s *Service) setPassword(tx *gorm.DB, user *models.User, hash string) error {
	set := tx.Model(user).Where("session_epoch = ? AND deactivated_at IS NULL", user.SessionEpoch).
		UpdateColumns(map[string]any{"password_hash": hash, "session_epoch": user.SessionEpoch + 1})
	if set.Error != nil {
		return set.Error
	}
	if set.RowsAffected == 0 {
		return models.Problem(models.CodeConflict, nil, "the account has changed meanwhile; sign in again")
	}
	return s.endTokens(tx, "user_id = ?", user.ID)
}

// record keeps what somebody did by whom nobody was signed in when the request came: by now it is this user.
func (s *Service) record(ctx context.Context, tx *gorm.DB, user *models.User, e audit.Event) error {
	source := audit.SourceOf(ctx)
	source.Actor, source.Role, source.Through = user.Email, &user.Role, s.sessionMark(ctx)
	return audit.Record(tx.WithContext(audit.With(tx.Statement.Context, source)), s.now(), e)
}
