package auth

import "partnerledger/models"

// UserInput is what is recorded of a user.
type UserInput struct {
	Email, Name string
	Role        models.Role
	PartnerID   *int64 // given exactly where the role is PARTNER
}
