package postgres

import (
	"context"
	"fmt"
	"log/slog"
	"runtime"
	"time"
)

// maxFailures is how often in a row Postgres may end before it was ready until we give up, after about half a minute.
const maxFailures = 9

// server keeps a Postgres running over a data folder.
type server struct {
	place    layout
	who      account
	programs binaries
	where    address
	settings []string
	log      *slog.Logger
	patience int // failures in a row until we give up

	ready  chan struct{} // closed when it is ready for the first time
	gone   chan struct{} // closed when it has ended and isn't started again
	err    error         // why; to be read after gone
	end    signal        // checkpoint and end
	endNow signal        // end at once
}

// signal is given at most once, and stays given.
type signal struct {
	given context.Context
	give  context.CancelFunc
}

func newSignal() signal {
	given, give := context.WithCancel(context.Background())
	return signal{given, give}
}

func newServer(e *Embedded, programs binaries) *server {
	return &server{
		place: e.place, who: e.who, programs: programs, where: e.address, settings: e.settings(), log: e.config.Log, patience: maxFailures,
		ready: make(chan struct{}), gone: make(chan struct{}), end: newSignal(), endNow: newSignal(),
	}
}

// start returns when Postgres is ready, and when it can't be: recovery takes as long as it takes.
func (s *server) start(ctx context.Context) error {
	go s.keepRunning()
	select {
	case <-s.ready:
		return nil
	case <-s.gone:
		return s.err
	case <-ctx.Done():
		s.end.give()
		<-s.gone
		return fmt.Errorf("start PostgreSQL: %w", ctx.Err())
	}
}

func (s *server) stop(ctx context.Context) error {
	s.end.give()
	select {
	case <-s.gone:
		return nil
	case <-ctx.Done():
		s.endNow.give()
		<-s.gone
		return fmt.Errorf("PostgreSQL didn't end in time and was stopped at once: %w", ctx.Err())
	}
}

func (s *server) failure() error {
	select {
	case <-s.gone:
		return s.err
	default:
		return nil
	}
}

// keepRunning starts Postgres again whenever it ends, unless it never was ready: the caller of start hears of that.
func (s *server) keepRunning() {
	// On Linux the kernel ends Postgres with the thread that started it, so this one may not end before.
	runtime.LockOSThread()
	defer close(s.gone)
	for failures := 0; ; failures++ {
		wasReady, err := s.runOnce()
		if s.end.given.Err() != nil {
			return
		}
		if wasReady {
			failures = 0
		}
		if !s.startedOnce() || failures == s.patience {
			s.err = err
			return
		}
		s.log.Error("PostgreSQL ended by itself; starting it again", "error", err)
		sleep(s.end.given, min(100*time.Millisecond<<failures, 5*time.Second))
	}
}

func (s *server) startedOnce() bool {
	select {
	case <-s.ready:
		return true
	default:
		return false
	}
}
