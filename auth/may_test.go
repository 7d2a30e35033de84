package auth_test

import (
	"errors"
	"testing"

	"partnerledger/auth"
	"partnerledger/models"
)

// allowed is who may do what, said once more: a change of the one table must be meant.
var allowed = map[models.Role]map[auth.Action]bool{
	"ADMIN":     {"read": true, "write": true},
	"FINANCE":   {"read": true, "write": false},
	"READ_ONLY": {"read": true, "write": false},
	"PARTNER":   {"read": false, "write": false},
	"":          {"read": false, "write": false},
	"admin":     {"read": false, "write": false},
}

func TestWhoMayDoWhat(t *testing.T) {
	for _, role := range models.Roles {
		if allowed[role] == nil {
			t.Errorf("nothing says what %s may do", role)
		}
	}
	for role, actions := range allowed {
		viewer := &models.Viewer{Role: role, Name: "Ada"}
		for action, want := range actions {
			if got := auth.May(viewer, action); got != want {
				t.Errorf("%s may %s: %v, want %v", role, action, got, want)
			}
			err := auth.Check(auth.With(t.Context(), viewer), action)
			if (err == nil) != want || (err != nil && !errors.Is(err, auth.ErrForbidden)) {
				t.Errorf("%s may %s: %v", role, action, err)
			}
		}
		if auth.May(viewer, "delete") || auth.May(viewer, "") {
			t.Errorf("%s may do what is no action", role)
		}
	}
}

func TestNobodyMayDoNothing(t *testing.T) {
	for _, action := range []auth.Action{auth.Read, auth.Write} {
		if err := auth.Check(t.Context(), action); auth.May(nil, action) || !errors.Is(err, auth.ErrForbidden) {
			t.Errorf("nobody may %s: %v", action, err)
		}
	}
}

func TestARefusalSaysWhy(t *testing.T) {
	err := auth.Check(auth.With(t.Context(), &models.Viewer{Role: models.RoleReadOnly}), auth.Write)
	if want := "forbidden: the role READ_ONLY may not write"; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

func TestTheViewerOfAContext(t *testing.T) {
	viewer := &models.Viewer{Role: models.RoleAdmin}
	if got := auth.ViewerOf(auth.With(t.Context(), viewer)); got != viewer {
		t.Errorf("%v", got)
	}
	if got := auth.ViewerOf(t.Context()); got != nil {
		t.Errorf("somebody asks where nobody does: %v", got)
	}
}
