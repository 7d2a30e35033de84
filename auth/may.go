package auth

import (
	"context"
	"errors"
	"fmt"

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
		return fmt.Errorf("%w: nobody is signed in", ErrForbidden)
	}
	return fmt.Errorf("%w: the role %s may not %s", ErrForbidden, viewer.Role, action)
}
