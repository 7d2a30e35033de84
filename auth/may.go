package auth

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"partnerledger/models"
)

// Action is what somebody wants to do: a mutation writes, everything else reads.
type Action string

const (
	Read  Action = "read"
	Write Action = "write"
)

// may says what each role may do. A role that is not here, and an action that is not in its row, is refused.
var may = map[models.Role]map[Action]bool{
	models.RoleAdmin:    {Read: true, Write: true},
	models.RoleFinance:  {Read: true},
	models.RoleReadOnly: {Read: true},
	models.RolePartner:  {},
}

// Fields that are open to whoever has not signed in yet, and to whoever has.
var (
	openToAnybody  = []string{"signInOptions", "invitation", "signIn", "acceptInvitation", "__typename"}
	openToSignedIn = []string{"viewer", "business", "signOut", "changePassword", "__typename"}
)

// CheckField is Check for a field of Query or Mutation.
func CheckField(ctx context.Context, field string, action Action) error {
	if slices.Contains(openToAnybody, field) || (ViewerOf(ctx) != nil && slices.Contains(openToSignedIn, field)) {
		return nil
	}
	return Check(ctx, action)
}

// ErrUnauthenticated is a refusal of somebody who has not signed in.
var ErrUnauthenticated = fmt.Errorf("%w: nobody is signed in", ErrForbidden)

// ErrForbidden is what every refusal is.
var ErrForbidden = errors.New("forbidden")

// May tells whether a viewer may do something. Who is not signed in may do nothing.
func May(viewer *models.Viewer, action Action) bool {
	return viewer != nil && may[viewer.Role][action]
}

// Check returns an ErrForbidden, with words for people, unless the viewer of the context may do it.
func Check(ctx context.Context, action Action) error {
	viewer := ViewerOf(ctx)
	switch {
	case May(viewer, action):
		return nil
	case viewer == nil:
		return ErrUnauthenticated
	}
	return fmt.Errorf("%w: the role %s may not %s", ErrForbidden, viewer.Role, action)
}
