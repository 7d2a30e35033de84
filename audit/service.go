package audit

import (
	"gorm.io/gorm"

	"partnerledger/models"
)

// Service finds events.
type Service struct {
	*models.Business
	DB *gorm.DB
}
