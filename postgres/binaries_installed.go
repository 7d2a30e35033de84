package postgres

import (
	"cmp"
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// usualPlaces are the folders that the packages of Linux distributions, macOS and Windows put Postgres into; few of them are in
// the PATH.
var usualPlaces = []string{
	"/usr/lib/postgresql/*/bin",
	"/usr/libexec/postgresql*",
	"/usr/pgsql-*/bin",
	"/usr/local/pgsql/bin",
	"/opt/homebrew/opt/postgresql@*/bin",
	"/usr/local/opt/postgresql@*/bin",
	"/Library/PostgreSQL/*/bin",
	"/Applications/Postgres.app/Contents/Versions/*/bin",
	`C:\Program Files\PostgreSQL\*\bin`,
}

// installed is the newest fitting Postgres of the machine.
func (f finder) installed(ctx context.Context, major int) (binaries, error) {
	best, seen := binaries{}, []string{}
	for _, dir := range f.installedFolders() {
		found, err := f.probe(ctx, dir)
		if err != nil {
			seen = append(seen, err.Error())
			continue
		}
		seen = append(seen, fmt.Sprintf("PostgreSQL %s in %s", found.version, dir))
		if found.fits(major) && found.newerThan(best) {
			best = found
		}
	}
	if best.dir == "" {
		return best, fmt.Errorf("- no fitting Postgres installed (%s)", cmp.Or(strings.Join(seen, "; "), "none at all"))
	}
	return best, nil
}

func (f finder) installedFolders() []string {
	var dirs []string
	if path, err := exec.LookPath("postgres"); err == nil {
		if real, err := filepath.EvalSymlinks(path); err == nil {
			path = real
		}
		dirs = append(dirs, filepath.Dir(path))
	}
	for _, glob := range f.globs {
		found, _ := filepath.Glob(glob)
		dirs = append(dirs, found...)
	}
	slices.Sort(dirs)
	return slices.Compact(dirs)
}

// newerThan compares versions number by number: 15.10 is newer than 15.9.
func (b binaries) newerThan(other binaries) bool {
	return slices.Compare(numbers(b.version), numbers(other.version)) > 0
}

func numbers(version string) []int {
	var all []int
	for part := range strings.SplitSeq(version, ".") {
		n, err := strconv.Atoi(part)
		if err != nil {
			break
		}
		all = append(all, n)
	}
	return all
}
