package auth

import (
	"time"

	"gorm.io/gorm"
)

// Service makes tokens and tells by them who is asking.
type Service struct {
	DB  *gorm.DB
	Now func() time.Time
	// Secure says that browsers reach the server by TLS: the session's cookie then goes nowhere else.
	Secure bool
	// TrustProxy says that a proxy stands in front, whose word on the client's address is taken.
	TrustProxy bool
}
