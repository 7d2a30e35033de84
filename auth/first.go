package auth

import (
	"context"
	"crypto/rand"

	"gorm.io/gorm"

	"partnerledger/audit"
	"partnerledger/models"
)

// FirstAdministrator is who was made where there was nobody.
type FirstAdministrator struct {
	Email    string
	Password string // empty where it was given
}

// firstEmail is the address of a first administrator for whom none was given. It need not be one that letters reach.
const firstEmail = "admin@localhost"

// First makes an administrator where there is nobody at all, with this e-mail address and password or, where they are
// empty, with ones of its own. It returns nil where there is somebody. Of several servers that start at once, one makes
// one.
func (s *Service) First(ctx context.Context, email, password string) (*FirstAdministrator, error) {
	if somebody, err := anybody(s.db(ctx)); somebody || err != nil {
		return nil, err
	}
	made := &FirstAdministrator{Email: email}
	if email == "" {
		made.Email = firstEmail
	}
	if password == "" {
		made.Password = rand.Text()
		password = made.Password
	}
	if err := checkEmail(made.Email, "ADMIN_EMAIL"); err != nil {
		return nil, err
	}
	if err := s.checkPassword(password, made.Email, "ADMIN_PASSWORD"); err != nil {
		return nil, err
	}
	passwordHash, err := s.parts().hashing.hash(ctx, password)
	if err != nil {
		return nil, err
	}
	err = s.write(ctx, func(tx *gorm.DB) error {
		if somebody, err := anybody(tx); err != nil || somebody {
			made = nil
			return err
		}
		return s.createFirst(tx, made.Email, passwordHash)
	})
	if err != nil {
		return nil, err
	}
	return made, nil
}

func (s *Service) createFirst(tx *gorm.DB, email, passwordHash string) error {
	user := &models.User{
		Email: email, Name: "Administrator", Role: models.RoleAdmin, PasswordHash: &passwordHash, SessionEpoch: 1, CreatedAt: s.now(),
	}
	if err := tx.Create(user).Error; err != nil {
		return err
	}
	return audit.Record(tx, s.now(), audit.Event{Action: models.ActionUserInvited, Subject: email, After: factsOf(user)})
}

func anybody(tx *gorm.DB) (somebody bool, err error) {
	err = tx.Raw("SELECT EXISTS (SELECT 1 FROM users)").Scan(&somebody).Error
	return somebody, err
}
