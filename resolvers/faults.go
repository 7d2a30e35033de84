package resolvers

import (
	"context"
	"fmt"
	"net/http"
	"runtime"
	"strings"
	"sync"
)

// faults are what has been logged of a request, by text. Several rows may have one at once.
type faults struct {
	mu     sync.Mutex
	logged map[string]bool
}

// isNew tells, for the first time that it is asked, that a fault is to be logged.
func (f *faults) isNew(text string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.logged[text] {
		return false
	}
	f.logged[text] = true
	return true
}

type faultsKey struct{}

// withFaults lets what happens in a request be logged once.
func withFaults(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		seen := &faults{logged: make(map[string]bool)}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), faultsKey{}, seen)))
	})
}

func faultsOf(ctx context.Context) *faults { return ctx.Value(faultsKey{}).(*faults) }

// recovered makes a fault of a panic. That of every row reads the same: it has no addresses, and no numbers of goroutines.
func recovered(_ context.Context, panicked any) error {
	return fmt.Errorf("panic: %v\n%s", panicked, calls())
}

// maxCalls is how many of them at most: a recursion without an end has millions.
const maxCalls = 200

// calls writes who called whom, the innermost first.
func calls() string {
	found := make([]uintptr, maxCalls)
	frames := runtime.CallersFrames(found[:runtime.Callers(3, found)])
	var text strings.Builder
	for {
		frame, more := frames.Next()
		fmt.Fprintf(&text, "%s\n\t%s:%d\n", frame.Function, frame.File, frame.Line)
		if !more {
			return text.String()
		}
	}
}
