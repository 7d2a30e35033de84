package auth

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"

	"partnerledger/audit"
	"partnerledger/models"
)

// Anybody is the role of who has not signed in. No viewer ever has it.
const Anybody models.Role = "ANYBODY"

// The two kinds of refusals.
var (
	ErrUnauthenticated = errors.New("nobody is signed in")
	ErrForbidden       = errors.New("forbidden")
)

// permissions are the roles that may, by what: a field of the API as Type.field, or a route.
type permissions map[string][]models.Role

//go:embed permissions.txt
var permissionsText string

var table, errTable = readPermissions(permissionsText)

// CheckPermissions returns what is wrong with the table of who may what, given the names of everything that there is:
// each must have a row, and no row may stand for what isn't there.
func CheckPermissions(names []string) error {
	if errTable != nil {
		return fmt.Errorf("permissions.txt: %w", errTable)
	}
	return table.covers(names)
}

// Allows tells whether a role may do, or see, what a name stands for. What has no row nobody may.
func Allows(role models.Role, name string) bool { return slices.Contains(table[name], role) }

// Check returns nil if the viewer of the context may do, or see, what a name stands for; else ErrUnauthenticated or
// ErrForbidden, with words for people.
func Check(ctx context.Context, name string) error {
	viewer := ViewerOf(ctx)
	switch {
	case viewer == nil && Allows(Anybody, name), viewer != nil && Allows(viewer.Role, name):
		return nil
	case viewer == nil:
		return fmt.Errorf("%w: %s is for those who are", ErrUnauthenticated, name)
	}
	return fmt.Errorf("%w: %s is not for the role %s", ErrForbidden, name, viewer.Role)
}

// Require lets through who may use a route, and lets what is recorded tell by which it was done. It stands behind
// Middleware.
func Require(route string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := Check(r.Context(), route)
		switch {
		case errors.Is(err, ErrUnauthenticated):
			refuseUnknown(w, r)
		case err != nil:
			Refuse(w, http.StatusForbidden, codeForbidden, err.Error())
		default:
			source := audit.SourceOf(r.Context())
			source.Operation = route
			next.ServeHTTP(w, r.WithContext(audit.With(r.Context(), source)))
		}
	})
}

// readPermissions reads the table. There is one way to write it, so that two changes of it never agree by accident.
func readPermissions(text string) (permissions, error) {
	order := append([]models.Role{Anybody}, models.Roles...)
	rows, last := permissions{}, ""
	for line := range strings.Lines(text) {
		name, roles := splitRow(line)
		if name == "" {
			continue
		}
		if name <= last {
			return nil, fmt.Errorf("%s stands behind %s: names are sorted, each is there once", name, last)
		}
		rows[name], last = roles, name
		inOrder := slices.DeleteFunc(slices.Clone(order), func(r models.Role) bool { return !slices.Contains(roles, r) })
		if len(roles) == 0 || !slices.Equal(roles, inOrder) {
			return nil, fmt.Errorf("%s has the roles %v: they are some of %v, in this order", name, roles, order)
		}
	}
	return rows, nil
}

// splitRow returns no name for a comment and for an empty line. The name of a route has a space: METHOD /path.
func splitRow(line string) (name string, roles []models.Role) {
	words := strings.Fields(line)
	if len(words) == 0 || strings.HasPrefix(words[0], "#") {
		return "", nil
	}
	name, words = words[0], words[1:]
	if len(words) > 0 && strings.HasPrefix(words[0], "/") {
		name, words = name+" "+words[0], words[1:]
	}
	for _, word := range words {
		roles = append(roles, models.Role(word))
	}
	return name, roles
}

func (p permissions) covers(names []string) error {
	var problems []error
	for _, name := range slices.Sorted(slices.Values(names)) {
		if _, known := p[name]; !known {
			problems = append(problems, fmt.Errorf("%s has no row in permissions.txt", name))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(p)) {
		if !slices.Contains(names, name) {
			problems = append(problems, fmt.Errorf("%s has a row in permissions.txt, and is nowhere", name))
		}
	}
	return errors.Join(problems...)
}
