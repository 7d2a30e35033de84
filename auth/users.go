package auth

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"strings"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"partnerledger/audit"
	"partnerledger/models"
)

// UserInput is what is recorded of a user.
type UserInput struct {
	Email, Name string
	Role        models.Role
	PartnerID   *int64 // given exactly where the role is PARTNER
}

// UpdateUser replaces what is recorded of a user. Where the role or the partner changes, every session ends. Another
// address is perhaps another person's: whoever got the invitation, or was let in by the company's own sign-in, is let in
// by that no longer. The last active administrator stays one. Mistakes are UserErrors.
func (s *Service) UpdateUser(ctx context.Context, id int64, in UserInput) (*models.User, error) {
	if err := in.check(); err != nil {
		return nil, err
	}
	return s.change(ctx, id, models.ActionUserChanged, func(tx *gorm.DB, user *models.User, was *facts) error {
		if err := in.checkPartner(tx); err != nil {
			return err
		}
		if in.removesAdministrator(user) {
			if err := s.anotherAdministrator(tx, user); err != nil {
				return err
			}
		}
		if in.endsSessions(user) {
			if err := s.endSessions(tx, user); err != nil {
				return err
			}
		}
		if in.moves(user) {
			user.OIDCSubject = nil
			if err := endInvitation(tx, user, was); err != nil {
				return err
			}
		}
		user.Email, user.Name, user.Role, user.PartnerID = in.Email, in.Name, in.Role, in.PartnerID
		return nil
	})
}

// moves tells whether a user gets another address: case makes none.
func (in UserInput) moves(user *models.User) bool { return !strings.EqualFold(in.Email, user.Email) }

func (in UserInput) endsSessions(user *models.User) bool {
	unlinked := in.moves(user) && user.OIDCSubject != nil
	return unlinked || in.Role != user.Role || !same(in.PartnerID, user.PartnerID)
}

// removesAdministrator tells whether there may be one administrator less who can sign in. Nobody knows whether the provider
// has the other address.
func (in UserInput) removesAdministrator(user *models.User) bool {
	unsure := in.moves(user) && user.PasswordHash == nil
	return user.Role == models.RoleAdmin && (unsure || in.Role != models.RoleAdmin)
}

// DeactivateUser lets somebody in no longer: every session ends, and the invitation. The last active administrator
// stays.
func (s *Service) DeactivateUser(ctx context.Context, id int64) (*models.User, error) {
	return s.change(ctx, id, models.ActionUserDeactivated, func(tx *gorm.DB, user *models.User, was *facts) error {
		if user.DeactivatedAt != nil {
			return nil
		}
		if user.Role == models.RoleAdmin {
			if err := s.anotherAdministrator(tx, user); err != nil {
				return err
			}
		}
		now := s.now()
		user.DeactivatedAt = &now
		if err := endInvitation(tx, user, was); err != nil {
			return err
		}
		return s.endSessions(tx, user)
	})
}

// ReactivateUser lets somebody in again, with the password that there was.
func (s *Service) ReactivateUser(ctx context.Context, id int64) (*models.User, error) {
	return s.change(ctx, id, models.ActionUserReactivated, func(_ *gorm.DB, user *models.User, _ *facts) error {
		user.DeactivatedAt = nil
		return nil
	})
}

// change keeps what a function makes of a user, and records it unless that is nothing. The function may add to what the
// audit log is told of before.
func (s *Service) change(ctx context.Context, id int64, action models.AuditAction, f func(*gorm.DB, *models.User, *facts) error) (user *models.User, err error) {
	err = s.write(ctx, func(tx *gorm.DB) error {
		if user, err = lockUser(tx, id); err != nil {
			return err
		}
		before := factsOf(user)
		if err := f(tx, user, &before); err != nil {
			return err
		}
		if factsOf(user) == before {
			return nil
		}
		if err := tx.Model(user).Select(changeable).Updates(user).Error; err != nil {
			return err
		}
		return audit.Record(tx, s.now(), audit.Event{
			Action: action, Subject: user.Email, PartnerID: user.PartnerID, Before: before, After: factsOf(user),
		})
	})
	if err != nil {
		return nil, taken(err)
	}
	return user, nil
}

var changeable = []string{"email", "name", "role", "partner_id", "oidc_subject", "deactivated_at"}

// lockUser returns a user whom nobody else changes, signs in or links before the transaction ends. Who changes a user locks
// the user first, then the invitation and the tokens, so that nothing deadlocks.
func lockUser(tx *gorm.DB, id int64) (*models.User, error) {
	user := new(models.User)
	err := tx.Clauses(clause.Locking{Strength: "UPDATE"}).Where("id = ?", id).Take(user).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = models.NotFound([]string{"id"}, "there is no such user")
	}
	return user, err
}

// endInvitation ends the invitation of a user, and has the audit log tell that there was one.
func endInvitation(tx *gorm.DB, user *models.User, was *facts) error {
	ended := tx.Where("user_id = ?", user.ID).Delete(&models.Invitation{})
	was.Invited = ended.RowsAffected > 0
	return ended.Error
}

// endSessions ends every session of a user who is locked, and the tokens for portals that they made: those let in like sessions.
func (s *Service) endSessions(tx *gorm.DB, user *models.User) error {
	user.SessionEpoch++
	if err := tx.Model(user).UpdateColumn("session_epoch", user.SessionEpoch).Error; err != nil {
		return err
	}
	return s.endTokens(tx, "user_id = ?", user.ID)
}

// anotherAdministrator is an error unless somebody else may do all, and can sign in: with a password, or by the provider
// that there is now.
func (s *Service) anotherAdministrator(tx *gorm.DB, user *models.User) error {
	var linked *string // NULL, with which no subject begins
	if s.OIDC != nil {
		linked = new(s.OIDC.subject(""))
	}
	var others int64
	err := tx.Model(&models.User{}).Where("role = ? AND id <> ? AND deactivated_at IS NULL", models.RoleAdmin, user.ID).
		Where("password_hash IS NOT NULL OR starts_with(oidc_subject, CAST(? AS text))", linked).Count(&others).Error
	if err == nil && others == 0 {
		err = models.Invalid([]string{"id"}, "that is the last administrator who can sign in; there must be another one first")
	}
	return err
}

const maxEmail = 254 // RFC 5321

// emailFormat allows printable ASCII: "in any case" then means the same to every program and database that compares.
var emailFormat = regexp.MustCompile(`^[!-?A-~]+@[!-?A-~]+$`)

func checkEmail(email string, field ...string) error {
	if len(email) > maxEmail || !emailFormat.MatchString(email) {
		return models.Invalid(field, "that is not an e-mail address")
	}
	return nil
}

func (in UserInput) check() error {
	problems := []error{checkEmail(in.Email, "input", "email"), models.CheckName(in.Name, "input", "name")}
	if !slices.Contains(models.Roles, in.Role) {
		problems = append(problems, models.Invalid([]string{"input", "role"}, "%q is not a role", in.Role))
	}
	if (in.PartnerID != nil) != (in.Role == models.RolePartner) {
		problems = append(problems, models.Invalid([]string{"input", "partnerId"}, "a partner is given exactly where the role is PARTNER"))
	}
	return errors.Join(problems...)
}

func (in UserInput) checkPartner(tx *gorm.DB) error {
	if in.PartnerID == nil {
		return nil
	}
	_, err := partner(tx, *in.PartnerID, "input", "partnerId")
	return err
}

// partner returns a partner, or a UserError where there is none.
func partner(tx *gorm.DB, id int64, field ...string) (*models.Partner, error) {
	p := new(models.Partner)
	err := tx.Where("id = ?", id).Take(p).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = models.NotFound(field, "there is no such partner")
	}
	return p, err
}

// taken makes a UserError of the database's word that an e-mail address is there already.
func taken(err error) error {
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return models.Problem(models.CodeConflict, []string{"input", "email"}, "somebody has that e-mail address already")
	}
	return err
}

func same(a, b *int64) bool { return (a == nil) == (b == nil) && (a == nil || *a == *b) }

// userByEmail returns the user of an e-mail address in any case; one who is nobody where there is none. What is no address
// is looked up as none: letters that only some take for others of ours would be accounts that are counted apart.
func (s *Service) userByEmail(ctx context.Context, email string) (*models.User, error) {
	if checkEmail(email) != nil {
		email = ""
	}
	found := new(models.User)
	err := s.db(ctx).Where("lower(email) = lower(?)", email).Limit(1).Find(found).Error
	return found, err
}
