package auth

import (
	"time"

	"gorm.io/gorm"
)

// Service makes tokens and tells by them who is asking.
type Service struct {
	DB  *gorm.DB
	Now func() time.Time
}
