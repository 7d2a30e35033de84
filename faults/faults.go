//go:build unix

package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"syscall"
	"time"
)

// fault is a kind of what can go wrong. It makes one, mends it, and tells whether it came to pass.
type fault struct {
	kind  string
	often int // how many there are of it in a round
	make  func(r *run, random *rand.Rand) (bool, error)
}

// Two rounds go on at once: faults of processes, and faults of the network between them.
var (
	processFaults = []fault{
		{"server killed", 2, killServer},
		{"server killed before a commit", 2, killAt("before-commit")},
		{"server killed after a commit", 2, killAt("after-commit")},
		{"server killed before an answer", 2, killAt("before-answer")},
		{"Postgres killed", 1, killPostgres},
		{"disk full", 1, fillDisk},
		{"commit lost", 3, loseAt("commit-lost")},
		{"answer to a commit lost", 3, loseAt("commit-answer-lost")},
		{"server frozen", 2, freeze},
		{"clock stepped", 4, stepClock},
	}
	networkFaults = []fault{
		{"database cut off", 1, overDatabase(cut)},
		{"clients cut off", 1, overClients(cut)},
		{"database slow", 1, overDatabase(slow)},
		{"clients slow", 1, overClients(slow)},
		{"database connections reset", 2, overDatabase(reset)},
		{"client connections reset", 2, overClients(reset)},
		{"one-byte slices from the database", 1, overDatabase(slice("downstream"))},
		{"one-byte slices to the database", 1, overDatabase(slice("upstream"))},
		{"one-byte slices from the server", 1, overClients(slice("downstream"))},
		{"one-byte slices to the server", 1, overClients(slice("upstream"))},
	}
)

// makeFaults makes rounds of faults until ctx ends: every kind as often as it says, in an order that the seed decides.
func (r *run) makeFaults(ctx context.Context, kinds []fault) {
	random := rand.New(rand.NewPCG(r.seed, uint64(len(kinds))<<32))
	var round []fault
	for ctx.Err() == nil {
		if len(round) == 0 {
			for _, f := range kinds {
				for range f.often {
					round = append(round, f)
				}
			}
			random.Shuffle(len(round), func(i, j int) { round[i], round[j] = round[j], round[i] })
		}
		f := round[0]
		round = round[1:]
		made, err := f.make(r, random)
		if err != nil {
			r.problems.report(fmt.Errorf("%s: %w", f.kind, err))
			return
		}
		if made {
			r.counts.fault(f.kind)
		}
		sleepRandomly(random, 50*time.Millisecond, 350*time.Millisecond)
	}
}

func sleepRandomly(random *rand.Rand, least, most time.Duration) {
	time.Sleep(least + time.Duration(random.Int64N(int64(most-least))))
}

func killServer(r *run, random *rand.Rand) (bool, error) {
	s := r.servers[random.IntN(2)]
	if err := s.signal(syscall.SIGKILL); err != nil {
		return false, nil // it has just ended
	}
	return true, r.comeBack(s)
}

// killAt makes the fault that a server ends when it gets to a point.
func killAt(point string) func(*run, *rand.Rand) (bool, error) {
	return func(r *run, random *rand.Rand) (bool, error) {
		s := r.servers[random.IntN(2)]
		if !s.arm(point) {
			return false, nil // it had nothing to do
		}
		return true, r.comeBack(s)
	}
}

// loseAt makes the fault that a server loses its connection to the database at a point.
func loseAt(point string) func(*run, *rand.Rand) (bool, error) {
	return func(r *run, random *rand.Rand) (bool, error) { return r.servers[random.IntN(2)].arm(point), nil }
}

func (r *run) comeBack(s *server) error {
	took, err := s.ready(context.Background())
	r.counts.cameBack("server", took)
	return err
}

func killPostgres(r *run, _ *rand.Rand) (bool, error) {
	begin := time.Now()
	if err := r.db.kill(); err != nil {
		return false, nil // it is being started
	}
	err := r.db.ready(context.Background(), r.name())
	r.counts.cameBack("Postgres", time.Since(begin))
	return true, err
}

func fillDisk(r *run, random *rand.Rand) (bool, error) {
	if !r.disk.mayFill {
		return false, nil
	}
	err := r.disk.fill()
	sleepRandomly(random, 200*time.Millisecond, 700*time.Millisecond)
	return true, errors.Join(err, r.disk.free(), r.db.ready(context.Background(), r.name()))
}

func freeze(r *run, random *rand.Rand) (bool, error) {
	s := r.servers[random.IntN(2)]
	if err := s.signal(syscall.SIGSTOP); err != nil {
		return false, nil
	}
	sleepRandomly(random, 100*time.Millisecond, 1200*time.Millisecond)
	return true, s.signal(syscall.SIGCONT)
}

// stepClock has one server's clock jump, up to forty days ahead of when the run began, or behind that.
func stepClock(r *run, random *rand.Rand) (bool, error) {
	s := r.servers[random.IntN(2)]
	step := time.Duration(random.Int64N(int64(80*24*time.Hour))) - 40*24*time.Hour
	if random.IntN(2) == 0 {
		step /= 10000 // some minutes
	}
	return true, s.setClock(r.clock + step)
}

// overDatabase and overClients make a fault of the ways to the database, and from the clients.
func overDatabase(make func(*link, *rand.Rand) error) func(*run, *rand.Rand) (bool, error) {
	return func(r *run, random *rand.Rand) (bool, error) { return true, make(r.dbLinks[random.IntN(2)], random) }
}

func overClients(make func(*link, *rand.Rand) error) func(*run, *rand.Rand) (bool, error) {
	return func(r *run, random *rand.Rand) (bool, error) { return true, make(r.links[random.IntN(2)], random) }
}

func cut(l *link, random *rand.Rand) error {
	return l.cut(time.Duration(random.IntN(300)) * time.Millisecond)
}

func slow(l *link, random *rand.Rand) error {
	attributes := map[string]any{"latency": 1 + random.IntN(60), "jitter": random.IntN(30)}
	return l.toxic("latency", direction(random), attributes, time.Duration(300+random.IntN(500))*time.Millisecond)
}

func reset(l *link, random *rand.Rand) error {
	attributes := map[string]any{"timeout": random.IntN(20)}
	return l.toxic("reset_peer", direction(random), attributes, time.Duration(50+random.IntN(250))*time.Millisecond)
}

func slice(direction string) func(*link, *rand.Rand) error {
	return func(l *link, random *rand.Rand) error {
		attributes := map[string]any{"average_size": 1, "size_variation": 0, "delay": random.IntN(3)}
		return l.toxic("slicer", direction, attributes, time.Duration(200+random.IntN(300))*time.Millisecond)
	}
}

func direction(random *rand.Rand) string {
	return []string{"upstream", "downstream"}[random.IntN(2)]
}
