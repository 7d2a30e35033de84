package postgres

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgconn/ctxwatch"
)

// canceller tells Postgres of a statement that nobody waits for any more; where it can't be told, the connection is given up.
// pgx's own hangs up as soon as the statement has ended, and PgBouncer 1.18 crashes by that: this one waits until the other
// side does.
type canceller struct {
	conn *pgconn.PgConn
	done chan struct{}
}

var _ ctxwatch.Handler = (*canceller)(nil)

// patience is how long Postgres has to end a cancelled statement.
const patience = time.Second

// HandleCancel is called when the context of a statement ends before it.
func (c *canceller) HandleCancel(context.Context) {
	c.done = make(chan struct{})
	_ = c.conn.Conn().SetDeadline(time.Now().Add(patience)) // fails for a closed connection only
	go func() {
		defer close(c.done)
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		if c.conn.CancelRequest(ctx) == nil {
			// Postgres has sent the signal, which may still be on its way: the next statement shall not get it.
			time.Sleep(100 * time.Millisecond)
		}
	}()
}

// HandleUnwatchAfterCancel is called when the cancelled statement has ended.
func (c *canceller) HandleUnwatchAfterCancel() {
	<-c.done
	_ = c.conn.Conn().SetDeadline(time.Time{})
}
