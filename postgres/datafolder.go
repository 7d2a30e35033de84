package postgres

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// majorVersion is the version of Postgres that the data folder belongs to; 0 where there is none yet.
func (l layout) majorVersion() (int, error) {
	content, err := os.ReadFile(l.version())
	if errors.Is(err, fs.ErrNotExist) {
		return 0, l.nothingThere()
	}
	if err != nil {
		return 0, err
	}
	major, err := strconv.Atoi(strings.TrimSpace(string(content)))
	if err != nil || major <= 0 {
		return 0, fmt.Errorf("%s says %q instead of a version of Postgres: nothing was touched", l.version(), content)
	}
	return major, nil
}

func (l layout) nothingThere() error {
	entries, err := os.ReadDir(l.data())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if len(entries) > 0 {
		return fmt.Errorf("%s has files, but isn't a data folder of Postgres: nothing was touched; "+
			"move them away, or choose another DATA_DIR", l.data())
	}
	return nil
}

// initialize makes the data folder. It appears whole or not at all: what a start that was broken off leaves behind has
// another name and never held data.
func (e *Embedded) initialize(ctx context.Context, programs binaries) error {
	left, _ := filepath.Glob(e.place.data() + ".new-*")
	for _, dir := range left {
		os.RemoveAll(dir)
	}
	dir, err := os.MkdirTemp(e.place.dir, filepath.Base(e.place.data())+".new-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := e.who.own(dir); err != nil {
		return err
	}
	e.config.Log.InfoContext(ctx, "making the data folder of PostgreSQL", "version", programs.version, "folder", e.place.data())
	if err := e.initdb(ctx, programs, filepath.Join(dir, "data")); err != nil {
		return err
	}
	// An empty folder may be there already; one with anything in it stops us here.
	if err := os.Remove(e.place.data()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(filepath.Join(dir, "data"), e.place.data()); err != nil {
		return err
	}
	return syncFolder(e.place.dir)
}

func (e *Embedded) initdb(ctx context.Context, programs binaries, data string) error {
	args := []string{"--pgdata=" + data, "--username=" + superuser, "--encoding=UTF8", "--data-checksums", "--no-instructions"}
	args = append(args, locale(programs.major)...)
	if e.config.Disposable {
		args = append(args, "--no-sync")
	}
	secret, access, err := e.access(filepath.Dir(data))
	if err != nil {
		return err
	}
	output, err := e.who.command(ctx, filepath.Dir(data), programs.program("initdb"), append(args, access...)...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("make the data folder: initdb: %w\n%s", err, lastWords(string(output)))
	}
	if secret == "" {
		return nil
	}
	return os.Rename(secret, filepath.Join(data, secretFile))
}

// locale is one that every machine has and that no update of the machine changes, since indexes are sorted by it.
func locale(major int) []string {
	if major >= 17 {
		return []string{"--locale-provider=builtin", "--locale=C.UTF-8"}
	}
	return []string{"--locale=C"}
}

// access says who may connect: everybody who can enter the socket's private folder, or who knows the password.
func (e *Embedded) access(dir string) (secret string, args []string, err error) {
	if !needsPassword {
		return "", []string{"--auth-local=trust", "--auth-host=reject"}, nil
	}
	secret = filepath.Join(dir, secretFile)
	err = os.WriteFile(secret, []byte(rand.Text()), 0o600)
	return secret, []string{"--auth-local=scram-sha-256", "--auth-host=scram-sha-256", "--pwfile=" + secret}, err
}
