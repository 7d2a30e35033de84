package auth

import (
	"cmp"
	"context"
	"errors"
	"time"

	"gorm.io/gorm"

	"partnerledger/audit"
	"partnerledger/models"
)

// tokenRoles are the roles of a program; a partner's token is made by CreatePartnerToken.
var tokenRoles = []models.Role{models.RoleAdmin, models.RoleFinance, models.RoleReadOnly}

// CreateToken makes a token for a program and returns it, for the only time. A nil expiresAt lets it last until it is
// revoked. Mistakes are UserErrors.
func (s *Service) CreateToken(ctx context.Context, role models.Role, name string, expiresAt *time.Time) (made *models.Token, token string, err error) {
	if err := errors.Join(checkTokenRole(role), models.CheckName(name, "name"), s.checkExpiry(expiresAt)); err != nil {
		return nil, "", err
	}
	return s.keepToken(ctx, tokenPrefix, models.ActionTokenCreated, func(*gorm.DB) (*models.Token, error) {
		return &models.Token{Name: name, Role: role, ExpiresAt: expiresAt}, nil
	})
}

// The bounds of how many seconds a partner's token may last.
const (
	minPartnerToken = 60
	maxPartnerToken = 24 * 60 * 60
)

// viewLifetime is how long the portal may be looked at as a partner.
const viewLifetime = time.Hour

// CreatePartnerToken makes a token that opens one partner's ledger for some seconds, for a portal of the company's own.
func (s *Service) CreatePartnerToken(ctx context.Context, partnerID int64, seconds int) (*models.Token, string, error) {
	if seconds < minPartnerToken || seconds > maxPartnerToken {
		return nil, "", models.Invalid([]string{"expiresIn"}, "expiresIn must be between %d and %d seconds",
			minPartnerToken, maxPartnerToken)
	}
	return s.keepToken(ctx, partnerTokenPrefix, models.ActionTokenCreated, func(tx *gorm.DB) (*models.Token, error) {
		return s.partnerToken(tx, partnerID, time.Duration(seconds)*time.Second, nil)
	})
}

// ViewPortalAs makes a token for an hour that shows the portal as a partner sees it, marked as the viewer's.
func (s *Service) ViewPortalAs(ctx context.Context, partnerID int64) (*models.Token, string, error) {
	return s.keepToken(ctx, partnerTokenPrefix, models.ActionPortalViewed, func(tx *gorm.DB) (*models.Token, error) {
		by := makerOf(ctx)
		return s.partnerToken(tx, partnerID, viewLifetime, &by)
	})
}

func (s *Service) partnerToken(tx *gorm.DB, partnerID int64, lifetime time.Duration, viewedBy *string) (*models.Token, error) {
	p, err := partner(tx, partnerID, "partnerId")
	if err = cmp.Or(err, s.checkPortal(models.RolePartner)); err != nil {
		return nil, err
	}
	end := s.now().Add(lifetime)
	return &models.Token{Name: p.Name, Role: models.RolePartner, PartnerID: &p.ID, ExpiresAt: &end, ViewedBy: viewedBy}, nil
}

// keepToken records a token as made by who asks. It is ErrUnauthenticated where that one was let in no longer meanwhile.
func (s *Service) keepToken(ctx context.Context, prefix string, action models.AuditAction, describe func(*gorm.DB) (*models.Token, error)) (*models.Token, string, error) {
	token := newToken(prefix)
	var made *models.Token
	err := s.db(ctx).Transaction(func(tx *gorm.DB) (err error) {
		if err := s.lockMaker(ctx, tx); err != nil {
			return err
		}
		if made, err = describe(tx); err != nil {
			return err
		}
		made.Hash, made.Hint, made.CreatedAt, made.CreatedBy = hash(token), hint(token), s.now(), makerOf(ctx)
		if viewer := ViewerOf(ctx); viewer != nil {
			made.UserID, made.TokenID = viewer.UserID, viewer.TokenID
		}
		if err := tx.Create(made).Error; err != nil {
			return err
		}
		return s.recordToken(tx, action, made)
	})
	if err != nil {
		return nil, "", err // what was rolled back opens nothing
	}
	return made, token, nil
}

func (s *Service) recordToken(tx *gorm.DB, action models.AuditAction, t *models.Token) error {
	return audit.Record(tx, s.now(), audit.Event{
		Action: action, Subject: t.Name, PartnerID: t.PartnerID,
		After: map[string]any{"hint": t.Hint, "role": t.Role, "expiresAt": t.ExpiresAt},
	})
}

// RevokeToken ends a token at once, and the tokens for portals that were made with it.
func (s *Service) RevokeToken(ctx context.Context, id int64) (*models.Token, error) {
	t := new(models.Token)
	err := s.db(ctx).Transaction(func(tx *gorm.DB) error {
		err := tx.Where("id = ?", id).Take(t).Error
		if errors.Is(err, gorm.ErrRecordNotFound) {
			return models.NotFound([]string{"id"}, "there is no such token")
		}
		if err != nil || t.RevokedAt != nil {
			return err
		}
		now := s.now()
		revoked := tx.Model(t).Where("revoked_at IS NULL").UpdateColumn("revoked_at", now)
		if revoked.Error != nil || revoked.RowsAffected == 0 { // by somebody else, meanwhile
			return revoked.Error
		}
		t.RevokedAt = &now
		if err := s.endTokens(tx, "token_id = ?", t.ID); err != nil {
			return err
		}
		return s.recordToken(tx, models.ActionTokenRevoked, t)
	})
	if err != nil {
		return nil, err
	}
	return t, nil
}

// endTokens ends the partners' tokens of a condition.
func (s *Service) endTokens(tx *gorm.DB, condition string, id int64) error {
	return tx.Model(&models.Token{}).Where("role = ? AND revoked_at IS NULL", models.RolePartner).Where(condition, id).
		UpdateColumn("revoked_at", s.now()).Error
}

func checkTokenRole(role models.Role) error {
	for _, r := range tokenRoles {
		if r == role {
			return nil
		}
	}
	return models.Invalid([]string{"role"}, "%q is not a role of a program; those are %v", role, tokenRoles)
}

func (s *Service) checkExpiry(at *time.Time) error {
	if at != nil && !at.After(s.now()) {
		return models.Invalid([]string{"expiresAt"}, "that is over already")
	}
	return nil
}
