package auth

import (
	"context"
	"runtime"
	"unicode/utf8"

	"github.com/alexedwards/argon2id"
	"golang.org/x/text/unicode/norm"
)

// recommended is OWASP's first recommendation for Argon2id: 19 MiB, two passes, one lane.
var recommended = &argon2id.Params{Memory: 19 << 10, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}

// hashing computes the hashes of passwords, as many at a time as there are processors: each fills one, and takes memory.
type hashing struct {
	params  *argon2id.Params
	slots   chan struct{}
	nobodys string // is compared where there is no hash, so that it takes as long
	compare func(password, hash string) (bool, error)
}

func newHashing(params *argon2id.Params) *hashing {
	if params == nil {
		params = recommended
	}
	h := &hashing{params: params, slots: make(chan struct{}, runtime.GOMAXPROCS(0)), compare: argon2id.ComparePasswordAndHash}
	h.nobodys, _ = argon2id.CreateHash("", params) // fails only without a source of randomness; comparing then fails, too
	forget()
	return h
}

// forget collects the memory that a hash took. Where Go counts it as alive, it lets the heap grow to several times that.
func forget() { runtime.GC() }

// slot waits for a turn. Whoever gets one calls done.
func (h *hashing) slot(ctx context.Context) (done func(), err error) {
	select {
	case h.slots <- struct{}{}:
		return func() {
			forget()
			<-h.slots
		}, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// hash returns the hash of a password, in Argon2's own text format.
func (h *hashing) hash(ctx context.Context, password string) (string, error) {
	done, err := h.slot(ctx)
	if err != nil {
		return "", err
	}
	defer done()
	return argon2id.CreateHash(normal(password), h.params)
}

// matches tells whether a password is the one of a hash. Without a hash it does the same work and says no.
func (h *hashing) matches(ctx context.Context, password string, hash *string) (bool, error) {
	done, err := h.slot(ctx)
	if err != nil {
		return false, err
	}
	defer done()
	if utf8.RuneCountInString(password) > maxPassword {
		password = "" // nobody's
	}
	if hash == nil {
		_, err := h.compare(normal(password), h.nobodys)
		return false, err
	}
	return h.compare(normal(password), *hash)
}

// normal makes one text of those that look alike, whichever keyboard they come from.
func normal(password string) string { return norm.NFKC.String(password) }
