package partners

import (
	"gorm.io/gorm"

	"partnerledger/audit"
	"partnerledger/models"
)

// told is what the audit log keeps of a partner.
type told struct {
	Code         string               `json:"code"`
	Name         string               `json:"name"`
	Email        *string              `json:"email,omitempty"`
	Status       models.PartnerStatus `json:"status"`
	CurrencyCode string               `json:"currencyCode"`
	ParentID     *int64               `json:"parentId,omitempty"`
	ProgramID    *int64               `json:"programId,omitempty"`
}

func tell(p *models.Partner) told {
	return told{p.Code, p.Name, p.Email, p.Status, p.CurrencyCode, p.ParentID, p.ProgramID}
}

// record tells the audit log that a partner is new (nil old) or has changed.
func (s *Service) record(tx *gorm.DB, action models.AuditAction, old, p *models.Partner) error {
	event := audit.Event{Action: action, Subject: "partner " + p.Code, PartnerID: &p.ID, After: tell(p)}
	if old != nil {
		event.Before = tell(old)
	}
	return audit.Record(tx, s.now(), event)
}
