package backup

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"partnerledger/postgres"
)

// Schedule takes backups of the database at URL into the folder Dir, one each Every, and keeps the newest Keep. The files
// are all it knows: servers that share a folder take one backup together, servers with a folder each take one each.
type Schedule struct {
	URL, Dir string
	Every    time.Duration
	Keep     int
	Now      func() time.Time
	Log      *slog.Logger
}

// patience is how long after a backup that failed the next one is tried.
const patience = 10 * time.Minute

// Run takes backups until ctx ends. One that fails is told to the log, and tried again.
func (s *Schedule) Run(ctx context.Context) {
	for ctx.Err() == nil {
		if err := s.Take(ctx); err != nil && ctx.Err() == nil {
			s.Log.ErrorContext(ctx, "backup", "folder", s.Dir, "error", err)
		}
		select {
		case <-ctx.Done():
		case <-time.After(min(patience, s.Every)):
		}
	}
}

// Take takes a backup if one is due, and then removes those that are too many.
func (s *Schedule) Take(ctx context.Context) error {
	if due, err := s.due(); err != nil || !due {
		return err
	}
	return postgres.Exclusive(ctx, s.URL, s.Log, func(ctx context.Context, conn *pgx.Conn) error {
		if due, err := s.due(); err != nil || !due {
			return err // another server took it while we waited
		}
		uncleared := s.clear() // it may yet go without
		path := filepath.Join(s.Dir, nameOf(s.Now()))
		contents, err := write(ctx, conn, path)
		if err != nil {
			return errors.Join(err, uncleared)
		}
		s.Log.InfoContext(ctx, "backup taken", "file", path, "rows", contents.Rows())
		return errors.Join(uncleared, s.prune())
	})
}

// Newest is when the newest backup in the folder was taken; zero where there is none.
func (s *Schedule) Newest() (time.Time, error) {
	all, err := s.files()
	if err != nil || len(all) == 0 {
		return time.Time{}, err
	}
	return timeOf(all[len(all)-1])
}

func (s *Schedule) due() (bool, error) {
	newest, err := s.Newest()
	return s.Now().Sub(newest) >= s.Every, err
}

// clear removes what was left of backups that were broken off, since the next one may need the room: nobody else writes
// one now.
func (s *Schedule) clear() error {
	leftovers, err := filepath.Glob(filepath.Join(s.Dir, prefix+"*"+suffix+".*"+partial))
	return errors.Join(err, remove(leftovers))
}

// prune removes the oldest backups.
func (s *Schedule) prune() error {
	all, err := s.files()
	if err != nil {
		return err
	}
	var old []string
	for _, name := range all[:max(0, len(all)-s.Keep)] {
		old = append(old, filepath.Join(s.Dir, name))
	}
	return remove(old)
}

// remove removes all that it can: one file that stays must not keep the others.
func remove(paths []string) (err error) {
	for _, path := range paths {
		if failed := os.Remove(path); failed != nil && !errors.Is(failed, fs.ErrNotExist) {
			err = errors.Join(err, fmt.Errorf("make room for backups: %w", failed))
		}
	}
	return err
}

// Names of files sort by time.
const (
	prefix = "partnerledger-"
	stamp  = "20060102T150405Z"
	suffix = ".sql.gz"
)

func nameOf(at time.Time) string { return prefix + at.UTC().Format(stamp) + suffix }

func timeOf(name string) (time.Time, error) { return time.Parse(prefix+stamp+suffix, name) }

// files returns the names of the backups in the folder, oldest first. All else there is none of ours,
// and of one of the future the clock was wrong: it counts when its time has come.
func (s *Schedule) files() ([]string, error) {
	entries, err := os.ReadDir(s.Dir)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, entry := range entries {
		if at, err := timeOf(entry.Name()); err == nil && !at.After(s.Now()) {
			names = append(names, entry.Name())
		}
	}
	slices.Sort(names)
	return names, nil
}
