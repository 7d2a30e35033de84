package models

import (
	"context"
	"sync"
)

// Turn lets one at a time through, of this process. Whoever would wait for the transaction of another waits here first, where it
// takes no connection to the database away from everybody else.
type Turn struct {
	once sync.Once
	free chan struct{}
}

// Take waits for the turn, which the caller gives back, or for the end of ctx.
func (t *Turn) Take(ctx context.Context) (giveBack func(), err error) {
	t.once.Do(func() { t.free = make(chan struct{}, 1) })
	select {
	case t.free <- struct{}{}:
		return func() { <-t.free }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
