package auth

import "partnerledger/models"

// facts is what the audit log keeps of a user.
type facts struct {
	Email     string      `json:"email"`
	Name      string      `json:"name"`
	Role      models.Role `json:"role"`
	PartnerID int64       `json:"partnerId,omitempty,string"`
	Active    bool        `json:"active"`
	// Subject is who the person is to the company's own sign-in.
	Subject string `json:"openIdConnect,omitempty"`
	// Invited is told where an invitation ends by what is done.
	Invited bool `json:"invited,omitempty"`
}

func factsOf(user *models.User) facts {
	f := facts{Email: user.Email, Name: user.Name, Role: user.Role, Active: user.DeactivatedAt == nil}
	if user.PartnerID != nil {
		f.PartnerID = *user.PartnerID
	}
	if user.OIDCSubject != nil {
		f.Subject = *user.OIDCSubject
	}
	return f
}
