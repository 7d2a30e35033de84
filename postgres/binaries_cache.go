package postgres

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// cachedPin is the copy, fetched earlier, of the version that this program pins.
func (f finder) cachedPin(ctx context.Context, major int) (binaries, error) {
	pin, err := pinned()
	if err != nil {
		return binaries{}, err
	}
	return f.cached(ctx, pin.version, major)
}

// cachedAny is a copy of another version: one that an earlier release of this program has fetched.
func (f finder) cachedAny(ctx context.Context, major int) (binaries, error) {
	entries, _ := os.ReadDir(f.cache)
	best := binaries{}
	for _, entry := range entries {
		found, err := f.cached(ctx, entry.Name(), major)
		if err == nil && found.newerThan(best) {
			best = found
		}
	}
	if best.dir == "" {
		return best, errors.New("- no other copy fetched earlier")
	}
	return best, nil
}

func (f finder) cached(ctx context.Context, version string, major int) (binaries, error) {
	dir := filepath.Join(f.cache, version)
	if _, err := os.Stat(dir); err != nil {
		return binaries{}, fmt.Errorf("- no copy fetched earlier in %s", dir)
	}
	if err := f.who.trusts(f.cache); err != nil {
		return binaries{}, fmt.Errorf("- %w", err)
	}
	found, err := f.probe(ctx, filepath.Join(dir, "bin"))
	if err != nil {
		return binaries{}, fmt.Errorf("- the copy fetched earlier: %w", err)
	}
	if !found.fits(major) {
		return binaries{}, fmt.Errorf("- the copy fetched earlier is PostgreSQL %s", found.version)
	}
	return found, nil
}
