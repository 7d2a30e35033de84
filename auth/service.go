package auth

import (
	"context"
	"sync"
	"time"

	"github.com/alexedwards/argon2id"
	"github.com/alexedwards/scs/v2"
	"gorm.io/gorm"

	"partnerledger/models"
)

// Service knows people and tokens, and tells by what a request carries who is asking.
type Service struct {
	*models.Business
	DB *gorm.DB
	// Secure says that browsers reach the server by TLS: the session's cookie then goes nowhere else.
	Secure bool
	// TrustProxy says that a proxy stands in front, whose word on the client's address is taken.
	TrustProxy bool
	// OIDC is the company's own sign-in; nil where it has none.
	OIDC *OIDC
	// PortalClosed says that the database can't keep partners apart. Then no partner is let in.
	PortalClosed bool
	// Lateness is how old at most something is that a replica shows; 0 where there are none.
	Lateness time.Duration
	// Hashing is what the hash of a password costs; what OWASP recommends if nil.
	Hashing *argon2id.Params

	once sync.Once
	made *parts
}

// parts is what is made of the settings, once.
type parts struct {
	sessions *scs.SessionManager
	hashing  *hashing
}

func (s *Service) parts() *parts {
	s.once.Do(func() { s.made = &parts{s.newSessions(), newHashing(s.Hashing)} })
	return s.made
}

// db is the database as auth itself may see it, whatever the one who asks may: to sign out, a partner's session must be
// found.
func (s *Service) db(ctx context.Context) *gorm.DB { return s.DB.WithContext(With(ctx, nil)) }

// write runs what changes users, in one transaction and one at a time: of two administrators who remove each other at
// once, the second must see that there is no other left.
func (s *Service) write(ctx context.Context, f func(tx *gorm.DB) error) error {
	return s.db(ctx).Transaction(func(tx *gorm.DB) error {
		if err := tx.Exec("SELECT pg_advisory_xact_lock(hashtextextended('partnerledger.users', 0))").Error; err != nil {
			return err
		}
		return f(tx)
	})
}

// now is the time as Postgres keeps it: in microseconds.
func (s *Service) now() time.Time { return s.Now().UTC().Truncate(time.Microsecond) }
