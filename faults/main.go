//go:build unix

// Command faults runs Partner Ledger while everything fails, and checks that nothing is lost, nothing is doubled and
// nobody is paid twice. See README.md.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"
)

type options struct {
	seed    uint64 // this one alone; 0: the first seeds
	seeds   int
	seconds int
	overlay string // of the sources, as go build takes it
}

func main() {
	var o options
	flag.Uint64Var(&o.seed, "seed", 0, "run this seed alone")
	flag.IntVar(&o.seeds, "seeds", 5, "how many seeds to run, from 1 on")
	flag.IntVar(&o.seconds, "seconds", 8, "how long each seed makes faults")
	flag.StringVar(&o.overlay, "overlay", "", "build the servers with other sources, as go build does: they are broken on purpose")
	flag.Parse()
	if status, ran := runInside(); ran {
		os.Exit(status)
	}
	slog.SetDefault(slog.New(slog.DiscardHandler)) // the database says a lot when it is killed
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := o.run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run runs all seeds in a folder of its own, which is left for looking into where one fails.
func (o options) run(ctx context.Context) error {
	folder, err := os.MkdirTemp("", "partnerledger-faults-")
	if err != nil {
		return err
	}
	err = o.runIn(ctx, folder)
	if err == nil || ctx.Err() != nil {
		return errors.Join(err, os.RemoveAll(folder))
	}
	return fmt.Errorf("%w\nthe servers' logs are in %s", err, folder)
}

func (o options) runIn(ctx context.Context, folder string) error {
	if err := os.Chmod(folder, 0o711); err != nil { // passable for the account of Postgres
		return err
	}
	binary := filepath.Join(folder, "partnerledger")
	defer os.Remove(binary)
	if err := o.build(ctx, binary); err != nil {
		return err
	}
	disk := mountDisk(filepath.Join(folder, "disk"))
	defer disk.unmount()
	if !disk.mayFill {
		fmt.Println("no disk is filled: we may mount none here, neither as root nor in a user namespace of our own")
	}
	db, err := startDatabase(ctx, disk.folder, binary)
	if err != nil {
		return err
	}
	defer db.stop()
	return o.runSeeds(ctx, folder, binary, db, disk)
}

func (o options) runSeeds(ctx context.Context, folder, binary string, db *database, disk *disk) error {
	all := newCounts()
	begin := time.Now()
	first, last := uint64(1), uint64(o.seeds)
	if o.seed != 0 {
		first, last = o.seed, o.seed
	}
	for seed := first; seed <= last; seed++ {
		r := &run{seed: seed, length: time.Duration(o.seconds) * time.Second, folder: folder, binary: binary, db: db, disk: disk, counts: newCounts()}
		err := r.run(ctx)
		fmt.Printf("seed %d: %s\n", seed, r.counts.short())
		if ctx.Err() != nil {
			return errors.New("interrupted")
		}
		if err != nil {
			return fmt.Errorf("seed %d: %w\nrun it again: make faults SEED=%d SECONDS=%d", seed, err, seed, o.seconds)
		}
		all.add(r.counts)
	}
	fmt.Printf("%d seeds passed in %s: %s", last-first+1, time.Since(begin).Round(time.Second), all)
	return nil
}

// build makes the server, with failpoints.
func (o options) build(ctx context.Context, binary string) error {
	cmd := exec.CommandContext(ctx, "go", "build", "-tags", "failpoints", "-overlay", o.overlay, "-o", binary, "partnerledger")
	if output, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("build the server: %w\n%s", err, output)
	}
	return nil
}
