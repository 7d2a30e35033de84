package models

import "time"

// Role is what somebody may do.
type Role string

const (
	RoleAdmin    Role = "ADMIN"
	RoleFinance  Role = "FINANCE"
	RoleReadOnly Role = "READ_ONLY"
	RolePartner  Role = "PARTNER"
)

// Roles are all the roles there are.
var Roles = []Role{RoleAdmin, RoleFinance, RoleReadOnly, RolePartner}

// Viewer is who asks.
type Viewer struct {
	Role      Role
	Name      string     // what is kept as "created by"
	Email     *string    // nil for a token
	UserID    *int64     // nil for a token
	TokenID   *int64     // nil for a session
	PartnerID *int64     // whose ledger the viewer sees; set exactly where the role is PARTNER
	ViewedBy  *string    // who looks at the portal as the partner would
	ExpiresAt *time.Time // of a token that ends
}

// User is somebody who may sign in.
type User struct {
	ID           int64 `gorm:"primaryKey"`
	Email        string
	Name         string
	Role         Role
	PartnerID    *int64  // whose ledger the person sees; set exactly where the role is PARTNER
	PasswordHash *string // Argon2id; nil until an invitation is accepted
	OIDCSubject  *string `gorm:"column:oidc_subject"` // issuer and subject of the company's own sign-in
	SessionEpoch int64   // a session of another epoch has ended
	CreatedAt    time.Time
	LastSignInAt *time.Time
	// DeactivatedAt is nil while the person may sign in.
	DeactivatedAt *time.Time
}

// Invitation lets a user set a password. What its link holds is shown once and kept nowhere, only its hash.
type Invitation struct {
	UserID    int64 `gorm:"primaryKey"`
	Hash      string
	CreatedAt time.Time
	ExpiresAt time.Time
}

// Session is somebody's who has signed in. What its cookie holds is kept nowhere, only its hash.
type Session struct {
	Hash      string `gorm:"primaryKey"`
	Data      []byte
	EndsAt    time.Time // however much it is used
	IdleUntil time.Time // when it ends unless it is used
}

// SignInFlow is somebody's way to the company's own sign-in and back. What its cookie holds is kept nowhere, only its hash.
type SignInFlow struct {
	Hash   string `gorm:"primaryKey"`
	EndsAt time.Time
}

// SignInAttempts is how often somebody tried to sign in, at an account or from an address.
type SignInAttempts struct {
	Key      string `gorm:"primaryKey"`
	Attempts int64
	EndsAt   time.Time // when counting begins anew
}

// Token lets a program in. The token itself is shown once and kept nowhere, only its hash.
type Token struct {
	ID         int64 `gorm:"primaryKey"`
	Name       string
	Role       Role
	Hash       string
	Hint       string // how it begins
	PartnerID  *int64 // whose ledger it opens; set exactly where the role is PARTNER
	CreatedAt  time.Time
	CreatedBy  string
	UserID     *int64  // the person who made it
	TokenID    *int64  // the token it was made with
	ViewedBy   *string // who looks at the portal with it
	ExpiresAt  *time.Time
	LastUsedAt *time.Time // to within a minute
	RevokedAt  *time.Time
}
