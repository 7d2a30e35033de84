package backup_test

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"partnerledger/backup"
)

// scheduled is a server's schedule into a folder, on a clock of its own.
func scheduled(db database, dir string, now *time.Time) *backup.Schedule {
	return &backup.Schedule{
		URL: db.url, Dir: dir, Every: time.Hour, Keep: 3, Now: func() time.Time { return *now }, Log: quiet,
	}
}

func names(t *testing.T, dir string) (all []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	must(t, err)
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

// TestServersOfAFolderTakeOneBackup, however many ask for it at once.
func TestServersOfAFolderTakeOneBackup(t *testing.T) {
	t.Parallel()
	db, dir, now := migrated(t), t.TempDir(), time.Date(2026, 7, 1, 3, 0, 0, 0, time.UTC)
	var servers sync.WaitGroup
	for range 4 {
		servers.Go(func() {
			if err := scheduled(db, dir, &now).Take(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	servers.Wait()
	equal(t, "files", names(t, dir), []string{"partnerledger-20260701T030000Z.sql.gz"})
	restored(t, filepath.Join(dir, "partnerledger-20260701T030000Z.sql.gz"))
}

// TestTheNewestAreKept, and what is not a backup of the schedule is left alone.
func TestTheNewestAreKept(t *testing.T) {
	t.Parallel()
	db, dir, now := migrated(t), t.TempDir(), time.Date(2026, 7, 1, 3, 0, 0, 0, time.UTC)
	s := scheduled(db, dir, &now)
	for _, name := range []string{
		"mine.sql.gz", "partnerledger-before-the-move.sql.gz", "partnerledger-20250101T000000Z.sql.gz.123.partial",
	} {
		must(t, os.WriteFile(filepath.Join(dir, name), nil, 0o600))
	}
	for _, minutes := range []time.Duration{0, 30, 30, 59, 1, 60, 60} {
		now = now.Add(minutes * time.Minute)
		must(t, s.Take(t.Context()))
	}
	equal(t, "files", names(t, dir), []string{
		"mine.sql.gz", "partnerledger-20260701T050000Z.sql.gz", "partnerledger-20260701T060000Z.sql.gz",
		"partnerledger-20260701T070000Z.sql.gz", "partnerledger-before-the-move.sql.gz",
	})
	if newest, err := s.Newest(); err != nil || !newest.Equal(now) {
		t.Errorf("the newest is of %s, %v", newest, err)
	}
	now = now.AddDate(-1, 0, 0) // the clock was wrong
	must(t, s.Take(t.Context()))
	if newest, err := s.Newest(); err != nil || !newest.Equal(now) || len(names(t, dir)) != 6 {
		t.Errorf("the newest is of %s, %v, of %v", newest, err, names(t, dir))
	}
}

// TestOneFileThatStaysKeepsNoOther from being removed.
func TestOneFileThatStaysKeepsNoOther(t *testing.T) {
	t.Parallel()
	db, dir, now := migrated(t), t.TempDir(), time.Date(2026, 7, 1, 3, 0, 0, 0, time.UTC)
	pinned := "partnerledger-20200101T000000Z.sql.gz"
	must(t, os.MkdirAll(filepath.Join(dir, pinned, "something"), 0o700))
	for _, name := range []string{"partnerledger-20200102T000000Z.sql.gz", "partnerledger-20200103T000000Z.sql.gz"} {
		must(t, os.WriteFile(filepath.Join(dir, name), nil, 0o600))
	}
	s := scheduled(db, dir, &now)
	s.Keep = 1
	mustSay(t, s.Take(t.Context()), pinned)
	equal(t, "files", names(t, dir), []string{pinned, "partnerledger-20260701T030000Z.sql.gz"})
}

// TestALeftoverGivesItsRoomToTheNextBackup, before that is written.
func TestALeftoverGivesItsRoomToTheNextBackup(t *testing.T) {
	t.Parallel()
	db, dir, now := migrated(t), t.TempDir(), time.Date(2026, 7, 1, 3, 0, 0, 0, time.UTC)
	must(t, os.WriteFile(filepath.Join(dir, "partnerledger-20250101T000000Z.sql.gz.123.partial"), nil, 0o600))
	db.do("ALTER TABLE tokens FORCE ROW LEVEL SECURITY")
	mustSay(t, scheduled(db, dir, &now).Take(t.Context()), "hides rows of tokens")
	equal(t, "files", names(t, dir), nil)
}
