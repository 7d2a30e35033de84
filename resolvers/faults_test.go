package resolvers

import (
	"strings"
	"sync"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"partnerledger/auth"
)

// TestAPanicOfEveryRowReadsTheSame, and tells where it was.
func TestAPanicOfEveryRowReadsTheSame(t *testing.T) {
	texts := make([]string, 5)
	var rows sync.WaitGroup
	for i := range texts {
		rows.Go(func() {
			defer func() { texts[i] = recovered(t.Context(), recover()).Error() }()
			fails(&i)
		})
	}
	rows.Wait()
	for _, text := range texts {
		if text != texts[0] || !strings.HasPrefix(text, "panic: on purpose\n") || !strings.Contains(text, "resolvers.fails\n\t") {
			t.Errorf("it reads %s", text)
		}
	}
}

//go:noinline
func fails(*int) { panic("on purpose") }

// TestWhoHasEndedMeanwhileIsToldSoAlone: not where in the document.
func TestWhoHasEndedMeanwhileIsToldSoAlone(t *testing.T) {
	placed := &gqlerror.Error{
		Err: auth.ErrUnauthenticated, Message: auth.ErrUnauthenticated.Error(),
		Path: ast.Path{ast.PathName("viewPortalAs")}, Locations: []gqlerror.Location{{Line: 1, Column: 45}},
	}
	shown := present(t.Context(), placed)
	if shown.Message != auth.ErrUnauthenticated.Error() || shown.Extensions["code"] != codeUnauthenticated {
		t.Errorf("it reads %q, %v", shown.Message, shown.Extensions)
	}
}

// TestFaultsAreTakenAtOnce: of many that are the same, one is new.
func TestFaultsAreTakenAtOnce(t *testing.T) {
	seen, found := &faults{logged: make(map[string]bool)}, make(chan bool, 40)
	var rows sync.WaitGroup
	for range cap(found) {
		rows.Go(func() { found <- seen.isNew("lost") })
	}
	rows.Wait()
	close(found)
	n := 0
	for isNew := range found {
		if isNew {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d are new", n)
	}
}
