package telemetry

import (
	"context"
	"crypto/rand"
	"net/http"
	"strings"
	"sync"
)

// request is what is known of a request while it is answered.
type request struct {
	id string

	mu         sync.Mutex
	operations []string
}

type requestKey struct{}

// Identified gives every request an id: its log lines have it, and the answer, in X-Request-Id.
func Identified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		about := &request{id: rand.Text()}
		w.Header().Set("X-Request-Id", about.id)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), requestKey{}, about)))
	})
}

// RequestID returns the id of the request that a context is of, nothing if it is of none.
func RequestID(ctx context.Context) string {
	if about := requestOf(ctx); about != nil {
		return about.id
	}
	return ""
}

// Operation notes an operation that a request has asked for, for the line that is logged of it.
func Operation(ctx context.Context, name string) {
	if about := requestOf(ctx); about != nil {
		about.mu.Lock()
		defer about.mu.Unlock()
		about.operations = append(about.operations, name)
	}
}

func requestOf(ctx context.Context) *request {
	about, _ := ctx.Value(requestKey{}).(*request)
	return about
}

// names returns the operations of a request.
func (r *request) names() string {
	if r == nil {
		return ""
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	return strings.Join(r.operations, " ")
}
