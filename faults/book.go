//go:build unix

package main

import (
	"fmt"
	"math/rand/v2"
	"sync"

	"github.com/shopspring/decimal"
)

// book is the model: every operation that a client has begun, and what must be there because one was acknowledged.
type book struct {
	mu         sync.Mutex
	partners   []partner
	operations []*operation
	byKey      map[string]*operation
	entries    map[place]*entry // that must be in the ledgers
	batches    []*batch         // that were acknowledged
	exports    []*export        // that were acknowledged
	orders     []*order         // that were acknowledged
	next       int
}

// partner is somebody who earns; parent is the index of who referred them, or -1.
type partner struct {
	id     string
	parent int
}

// place is where an entry is.
type place struct{ partner, source string }

// entry is a line of a ledger.
type entry struct {
	Kind, Source, Date string
	Amount, Balance    decimal.Decimal
}

func newBook() *book {
	return &book{byKey: map[string]*operation{}, entries: map[place]*entry{}}
}

// operation is something that a client wants recorded. Whoever repeats it sends the same.
type operation struct {
	key       string // "order 17"
	query     string
	variables map[string]any
	// settle says what is wrong with an answer, and notes what must be there because of it. It runs under the book's lock.
	settle func(*book, *answer) error

	wanted       any  // the order, refund, … of it
	unknown      int  // attempts that may have taken effect, or may yet
	recorded     bool // an answer said that it was not a repeat
	acknowledged *answer
	refused      string // the code of the mistake by which it was, where that is for good
}

// answer is what a server said to an operation.
type answer struct {
	Replayed   bool
	Entries    []entry
	Entry      *struct{ ID, Source, Date string }
	Batch      *batch
	Payment    *payment
	UserErrors []struct{ Code, Message string }
}

func (a *answer) code() string {
	if len(a.UserErrors) == 0 {
		return ""
	}
	return a.UserErrors[0].Code
}

// begin notes that an operation is about to be sent, and returns it, or the one of the same key that was begun before.
func (b *book) begin(op *operation) *operation {
	b.mu.Lock()
	defer b.mu.Unlock()
	if there := b.byKey[op.key]; there != nil {
		return there
	}
	b.byKey[op.key] = op
	b.operations = append(b.operations, op)
	return op
}

// number returns one that nobody had before.
func (b *book) number() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.next++
	return b.next
}

// earlier returns some operation that was begun, lately more often than long ago; nil where there is none.
func (b *book) earlier(random *rand.Rand) *operation { return pick(b, &b.operations, random) }

// pick returns some element of one of the book's lists, the zero value where it is empty. Half of the time it is one of
// the last twenty.
func pick[T any](b *book, of *[]T, random *rand.Rand) (some T) {
	b.mu.Lock()
	defer b.mu.Unlock()
	n := len(*of)
	if n == 0 {
		return some
	}
	if random.IntN(2) == 0 {
		return (*of)[n-1-random.IntN(min(n, 20))]
	}
	return (*of)[random.IntN(n)]
}

// must notes an entry that has to be in the ledgers from now on.
func (b *book) must(partner string, e entry) error {
	at := place{partner, e.Source}
	if there := b.entries[at]; there != nil && (!there.Amount.Equal(e.Amount) || there.Date != e.Date) {
		return fmt.Errorf("%s of partner %s was %s on %s and is now %s on %s", e.Source, partner, there.Amount, there.Date, e.Amount, e.Date)
	}
	b.entries[at] = &e
	return nil
}
