package models

import "time"

// PartnerStatus tells whether a partner takes part. An inactive one keeps its ledger and can still be paid.
type PartnerStatus string

const (
	PartnerActive   PartnerStatus = "ACTIVE"
	PartnerInactive PartnerStatus = "INACTIVE"
)

// Partner is a referral partner: the person or firm that is paid.
type Partner struct {
	ID           int64 `gorm:"primaryKey"`
	Code         string
	Name         string
	Email        *string
	Status       PartnerStatus
	CurrencyCode string // what the partner is usually paid in; entries may be in others
	ParentID     *int64
	ProgramID    *int64
	CreatedAt    time.Time
}

// CommissionProgram is a set of rules that say what partners earn.
type CommissionProgram struct {
	ID        int64 `gorm:"primaryKey"`
	Name      string
	IsDefault bool
	Rules     []CommissionRule `gorm:"foreignKey:ProgramID"`
}
