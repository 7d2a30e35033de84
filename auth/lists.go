package auth

import (
	"context"
	"database/sql"

	"gorm.io/gorm"

	"partnerledger/models"
)

// Users is a page of users. Count is set where it was asked for.
type Users struct {
	models.Slice[*models.User]
	Count int
}

// UserQuery asks for a page of users, by name. Search is part of a name or an e-mail address, in any case.
type UserQuery struct {
	Search *string
	Role   *models.Role
	Active *bool
	Page   models.Page
	Count  bool
}

const usersByName = "users"

// Users returns a page of users. Page and count are of one snapshot. Mistakes in the query are UserErrors.
func (s *Service) Users(ctx context.Context, q UserQuery) (*Users, error) {
	after, err := q.Page.Check(usersByName, models.TextKey)
	if err != nil {
		return nil, err
	}
	if q.Search != nil {
		if err := models.CheckText(*q.Search, "search"); err != nil {
			return nil, err
		}
	}
	found := new(Users)
	return found, s.snapshot(ctx, func(tx *gorm.DB) (err error) {
		if found.Count, err = count(q.selected(tx), q.Count); err != nil {
			return err
		}
		page := q.selected(tx).Order("name, id").Limit(q.Page.First + 1)
		if after != nil {
			page = page.Where(`(name, id) > (CAST(? AS text) COLLATE "und-x-icu", ?)`, after.Key, after.ID)
		}
		var rows []*models.User
		err = page.Find(&rows).Error
		found.Slice = models.Cut(rows, q.Page, func(u *models.User) models.Position {
			return models.Position{List: usersByName, Key: u.Name, ID: u.ID}
		})
		return err
	})
}

func (q UserQuery) selected(tx *gorm.DB) *gorm.DB {
	found := tx.Model(&models.User{})
	if q.Search != nil && *q.Search != "" {
		found = found.Where("strpos(lower(name), lower(@part)) > 0 OR strpos(lower(email), lower(@part)) > 0", sql.Named("part", *q.Search))
	}
	if q.Role != nil {
		found = found.Where("role = ?", *q.Role)
	}
	if q.Active != nil {
		found = found.Where("(deactivated_at IS NULL) = ?", *q.Active)
	}
	return found
}

// Tokens is a page of tokens. Count is set where it was asked for.
type Tokens struct {
	models.Slice[*models.Token]
	Count int
}

const tokensByAge = "tokens"

// Tokens returns a page of tokens, the newest first. Mistakes in the page are UserErrors.
func (s *Service) Tokens(ctx context.Context, page models.Page, whole bool) (*Tokens, error) {
	after, err := page.Check(tokensByAge, models.NoKey)
	if err != nil {
		return nil, err
	}
	found := new(Tokens)
	return found, s.snapshot(ctx, func(tx *gorm.DB) (err error) {
		if found.Count, err = count(tx.Model(&models.Token{}), whole); err != nil {
			return err
		}
		rows, query := []*models.Token{}, tx.Order("id DESC").Limit(page.First+1)
		if after != nil {
			query = query.Where("id < ?", after.ID)
		}
		err = query.Find(&rows).Error
		found.Slice = models.Cut(rows, page, func(t *models.Token) models.Position {
			return models.Position{List: tokensByAge, ID: t.ID}
		})
		return err
	})
}

// OpenInvitations returns the invitations of some users that still are good.
func (s *Service) OpenInvitations(ctx context.Context, userIDs []int64) (map[int64]*models.Invitation, error) {
	var rows []*models.Invitation
	err := s.db(ctx).Where("user_id = ANY(?) AND expires_at > ?", models.Array[int64](userIDs), s.now()).Find(&rows).Error
	found := make(map[int64]*models.Invitation, len(rows))
	for _, invitation := range rows {
		found[invitation.UserID] = invitation
	}
	return found, err
}

func (s *Service) snapshot(ctx context.Context, f func(tx *gorm.DB) error) error {
	return s.db(ctx).Transaction(f, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
}

// count counts rows where that is wanted.
func count(rows *gorm.DB, wanted bool) (int, error) {
	if !wanted {
		return 0, nil
	}
	var n int64
	err := rows.Count(&n).Error
	return int(n), err
}
