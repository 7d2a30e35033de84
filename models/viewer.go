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

// Token lets a program in. The token itself is shown once and kept nowhere, only its hash.
type Token struct {
	ID        int64 `gorm:"primaryKey"`
	Name      string
	Role      Role
	Hash      string
	CreatedAt time.Time
}

// Viewer is who asks.
type Viewer struct {
	Role  Role
	Email *string // nil for a token
	Name  string  // what is kept as "created by"
}
