package postgres

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// removeLeftovers removes the files by which a Postgres that was killed still seems to run: it would believe in them where
// another process has its number by now. No Postgres of ours lives, so all that could run is one started by hand.
func (s *server) removeLeftovers() error {
	if needsPassword {
		return nil // on Windows Postgres tells by itself
	}
	left, err := readPidFile(s.place.pidFile())
	if errors.Is(err, fs.ErrNotExist) {
		return s.removeSocketLock()
	}
	if err != nil {
		return err
	}
	if left.answers() || left.isPostmaster(s.place.data()) {
		return fmt.Errorf("a PostgreSQL that Partner Ledger hasn't started runs on %s (process %d): stop it first",
			s.place.data(), left.pid)
	}
	if err := os.Remove(s.place.pidFile()); err != nil {
		return err
	}
	return s.removeSocketLock()
}

func (s *server) removeSocketLock() error {
	err := os.Remove(s.where.socket() + ".lock")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
