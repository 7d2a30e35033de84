package postgres

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// layout is what is where in DATA_DIR.
type layout struct{ dir string }

func (l layout) data() string     { return filepath.Join(l.dir, "postgres") }       // Postgres' own data folder
func (l layout) lock() string     { return filepath.Join(l.dir, "postgres.lock") }  // held by who runs it
func (l layout) users() string    { return filepath.Join(l.dir, "postgres.users") } // shared by who joined
func (l layout) alive() string    { return filepath.Join(l.dir, "postgres.alive") } // held by Postgres itself
func (l layout) log() string      { return filepath.Join(l.dir, "postgres.log") }   // what Postgres says
func (l layout) socket() string   { return filepath.Join(l.dir, "run") }            // where its socket is
func (l layout) binaries() string { return filepath.Join(l.dir, "binaries") }       // fetched programs
func (l layout) secret() string   { return filepath.Join(l.data(), secretFile) }    // password, where one is needed
func (l layout) version() string  { return filepath.Join(l.data(), "PG_VERSION") }  // its major version
func (l layout) pidFile() string  { return filepath.Join(l.data(), "postmaster.pid") }

// secretFile is made with the data folder and holds the password of its roles.
const secretFile = "partnerledger.secret"

// openLayout makes the folder where it is missing.
func openLayout(dir string) (layout, error) {
	if dir == "" {
		return layout{}, errors.New("the embedded PostgreSQL needs a data folder (DATA_DIR)")
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return layout{}, err
	}
	if err := makeFolder(dir); err != nil {
		return layout{}, fmt.Errorf("make the data folder: %w", err)
	}
	// Postgres reports the real path; comparing it with ours later needs the same.
	dir, err = filepath.EvalSymlinks(dir)
	return layout{dir}, err
}

// makeFolder makes a folder of our own. Started by root it can be passed through, though not be listed, by the account
// that Postgres runs as, whatever our umask.
func makeFolder(dir string) error {
	if _, err := os.Stat(dir); err == nil {
		return nil
	}
	if !isRoot() {
		return os.MkdirAll(dir, 0o700)
	}
	if err := os.MkdirAll(dir, 0o711); err != nil {
		return err
	}
	return os.Chmod(dir, 0o711)
}
