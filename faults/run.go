//go:build unix

package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// run is one seed: two servers on a database of their own, clients, faults, and the book of what must be there.
type run struct {
	seed   uint64
	length time.Duration
	folder string
	binary string
	db     *database
	disk   *disk
	counts *counts

	servers  [2]*server
	links    [2]*link // from the clients to each server
	dbLinks  [2]*link // from each server to the database
	clock    time.Duration
	token    string
	book     *book
	problems problems
}

// problems are what is wrong. The first one ends the run.
type problems struct {
	mu    sync.Mutex
	found []string
	end   context.CancelFunc
}

// report notes an error, or those that it is joined of.
func (p *problems) report(err error) {
	if err == nil {
		return
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range joined.Unwrap() {
			p.report(e)
		}
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.found = append(p.found, err.Error())
	p.end()
}

func (p *problems) err() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.found) == 0 {
		return nil
	}
	more := ""
	if n := len(p.found); n > 10 {
		more = fmt.Sprintf("\nand %d more", n-10)
	}
	return errors.New(strings.Join(p.found[:min(10, len(p.found))], "\n") + more)
}

// begin is the day by the servers' clocks when a run begins, before they step: the business's past lies before it.
var begin = time.Date(2012, time.March, 20, 12, 0, 0, 0, time.UTC)

func (r *run) name() string { return fmt.Sprintf("seed_%d", r.seed) }

// run makes everything, lets it fail for a while, and checks what is left.
func (r *run) run(ctx context.Context) (err error) {
	defer time.AfterFunc(r.length+5*time.Minute, func() { panic(r.name() + " hangs") }).Stop()
	r.clock = time.Until(begin).Round(time.Second)
	r.book = newBook()
	if err := r.db.create(ctx, r.name()); err != nil {
		return err
	}
	serving, stop := context.WithCancel(ctx)
	defer func() {
		stop()
		r.tearDown()
	}()
	if err := r.setUp(serving); err != nil {
		return err
	}
	working, end := context.WithCancel(serving)
	defer end()
	r.problems.end = end
	r.work(working)
	if err := r.problems.err(); err != nil {
		return err
	}
	if err := r.heal(ctx); err != nil {
		return err
	}
	if err := r.checkAll(ctx); err != nil {
		return err
	}
	stop()
	r.tearDown()
	return r.db.drop(ctx, r.name())
}

// setUp starts the servers, with faulty ways to them and from them, and makes the partners.
func (r *run) setUp(ctx context.Context) (err error) {
	for i, name := range []string{"A", "B"} {
		if r.dbLinks[i], err = newLink(r.db.port.Addr().String()); err != nil {
			return err
		}
		url := fmt.Sprintf("postgres://partnerledger_server@%s/%s?sslmode=disable", r.dbLinks[i].address, r.name())
		if r.servers[i], err = newServer(r, name, url); err != nil {
			return err
		}
		if r.links[i], err = newLink(r.servers[i].address); err != nil {
			return err
		}
		r.servers[i].keepRunning(ctx)
	}
	for _, s := range r.servers {
		if _, err := s.ready(ctx); err != nil {
			return err
		}
	}
	if r.token, err = r.command(ctx, "token", "create", "--role", "ADMIN", "--name", "faults"); err != nil {
		return err
	}
	r.token = strings.TrimSpace(r.token)
	return newClient(r, 0).makePartners(ctx)
}

// command runs one of the program's commands on the run's database.
func (r *run) command(ctx context.Context, args ...string) (string, error) {
	return command(ctx, r.binary, []string{
		"DATABASE_URL=" + r.db.url("partnerledger_server", r.name()), "FAILPOINTS=" + filepath.Join(r.folder, r.name()+"-A"),
	}, args...)
}

// clients is how many use the servers at once.
const clients = 8

// work lets clients and faults loose until the time is over, and waits until every client knows its outcomes.
func (r *run) work(ctx context.Context) {
	faulty, cancel := context.WithTimeout(ctx, r.length)
	defer cancel()
	var group sync.WaitGroup
	for number := 1; number <= clients; number++ {
		group.Go(func() { newClient(r, number).work(ctx, faulty.Done()) })
	}
	for _, kinds := range [][]fault{processFaults, networkFaults} {
		group.Go(func() { r.makeFaults(faulty, kinds) })
	}
	group.Go(func() { r.watch(faulty) })
	group.Wait()
}

// heal waits until everything answers again, and nothing is under way any more.
func (r *run) heal(ctx context.Context) error {
	if err := r.db.ready(ctx, r.name()); err != nil {
		return fmt.Errorf("the database is gone: %w", err)
	}
	for _, s := range r.servers {
		if _, err := s.ready(ctx); err != nil {
			return fmt.Errorf("server %s is gone: %w", s.name, err)
		}
	}
	return eventually(ctx, time.Minute, func() error {
		return r.db.exec(ctx, r.name(), `DO $$ BEGIN
			IF EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xid IS NOT NULL)
			THEN RAISE 'transactions are under way'; END IF; END $$`)
	})
}

// tearDown ends what setUp has started.
func (r *run) tearDown() {
	for i, s := range r.servers {
		if s != nil && s.ended != nil {
			<-s.ended
			s.ended = nil
		}
		for _, l := range []*link{r.links[i], r.dbLinks[i]} {
			if l != nil {
				l.stop()
			}
		}
	}
}
