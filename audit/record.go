package audit

import (
	"encoding/json"
	"time"

	"gorm.io/gorm"

	"partnerledger/models"
)

// Event is what was done, and to what.
type Event struct {
	Action    models.AuditAction
	Subject   string
	PartnerID *int64
	// Before and After are what it was done to, as values that are objects in JSON; nil for what isn't there. Whoever
	// gives them leaves out what nobody may read.
	Before, After any
}

// Record writes an event in the transaction tx, whose context says who it was. The time is the service's. Where Before and
// After are the same, nothing was done, and nothing is written.
func Record(tx *gorm.DB, at time.Time, e Event) error {
	source := SourceOf(tx.Statement.Context)
	before, err := object(e.Before)
	if err != nil {
		return err
	}
	after, err := object(e.After)
	if err != nil {
		return err
	}
	if before != nil && after != nil && *before == *after {
		return nil
	}
	return tx.Create(&models.AuditEvent{
		At: at.UTC(), Action: e.Action, Actor: source.Actor, Role: source.Role, Through: source.Through,
		Address: source.Address, Operation: source.Operation, Subject: e.Subject, PartnerID: e.PartnerID,
		Before: before, After: after,
	}).Error
}

func object(value any) (*models.JSON, error) {
	if value == nil {
		return nil, nil
	}
	text, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	found := models.JSON(text)
	return &found, nil
}
