package audit

import "partnerledger/models"

// Criteria say which events. The zero Criteria is all of them.
type Criteria struct {
	Period    *models.Period // days, where the business is
	Action    *models.AuditAction
	PartnerID *int64
	Search    *string // part of the actor, the subject or the address, in any case
}

// Change is a field of what something was done to, before and after; nil where it wasn't there.
type Change struct {
	Field         string
	Before, After *string
}
