package auth

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"slices"

	"gorm.io/gorm"

	"partnerledger/models"
)

// tokenPrefix lets people, and programs that look for leaked secrets, see what a token is for.
const tokenPrefix = "pl_"

// firstToken is the name of the token that a first start makes.
const firstToken = "first administrator"

// firstTokenLock is the advisory lock of whoever makes the first token: "pl token" in ASCII, so that it meets nobody
// else's.
const firstTokenLock = 0x706c20746f6b656e

// CreateToken makes a token and returns it, for the only time. A role or a name that can't be is a UserError.
func (s *Service) CreateToken(ctx context.Context, role models.Role, name string) (string, error) {
	if !slices.Contains(models.Roles, role) {
		return "", models.Invalid([]string{"role"}, "%q is not a role; the roles are %v", role, models.Roles)
	}
	if err := models.CheckName(name, "name"); err != nil {
		return "", err
	}
	return s.create(s.DB.WithContext(ctx), role, name)
}

// HasTokens tells whether anybody has been let in yet.
func (s *Service) HasTokens(ctx context.Context) (bool, error) {
	return hasTokens(s.DB.WithContext(ctx))
}

// FirstToken makes a token of role ADMIN where there is no token at all. Of several servers that start at once, one
// makes it.
func (s *Service) FirstToken(ctx context.Context) (token string, made bool, err error) {
	err = s.DB.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		if err := tx.Exec("SELECT pg_advisory_xact_lock(?)", int64(firstTokenLock)).Error; err != nil {
			return err
		}
		if has, err := hasTokens(tx); has || err != nil {
			return err
		}
		token, err = s.create(tx, models.RoleAdmin, firstToken)
		return err
	})
	if err != nil {
		return "", false, err // what was rolled back opens nothing
	}
	return token, token != "", nil
}

func (s *Service) create(tx *gorm.DB, role models.Role, name string) (string, error) {
	token := newToken()
	err := tx.Create(&models.Token{Name: name, Role: role, Hash: hash(token), CreatedAt: s.Now().UTC()}).Error
	if err != nil {
		return "", err
	}
	return token, nil
}

func hasTokens(tx *gorm.DB) (has bool, err error) {
	err = tx.Raw("SELECT EXISTS (SELECT 1 FROM tokens)").Scan(&has).Error
	return has, err
}

// newToken returns 256 random bits. Nobody can try out that many, so a fast hash without salt keeps them safe.
func newToken() string {
	bits := make([]byte, 32)
	_, _ = rand.Read(bits) // never fails, says its documentation
	return tokenPrefix + base64.RawURLEncoding.EncodeToString(bits)
}

func hash(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}
