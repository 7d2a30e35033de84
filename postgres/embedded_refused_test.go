//go:build unix

package postgres_test

import (
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"partnerledger/postgres"
	"partnerledger/postgres/pgtest"
)

// superuserURL is the address of the database postgres for whoever may do anything.
func superuserURL(t *testing.T, e *postgres.Embedded) string {
	t.Helper()
	u, err := url.Parse(e.OwnerURL())
	if err != nil {
		t.Fatal(err)
	}
	u.User, u.Path = url.User("postgres"), "/postgres"
	return u.String()
}

// tree is every file under a folder, with its content and rights.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		var content []byte
		if info.Mode().IsRegular() {
			content, err = os.ReadFile(path)
		}
		files[path] = info.Mode().String() + info.ModTime().String() + string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// refused starts over a folder that has some file, and finds that nothing is changed.
func refused(t *testing.T, file, content string, words ...string) {
	t.Helper()
	dir := folder(t)
	data := filepath.Join(dir, "postgres")
	if err := os.MkdirAll(filepath.Join(data, "base"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(data, file), []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	before := tree(t, data)
	for range 2 {
		_, err := postgres.StartEmbedded(t.Context(), config(dir, pgtest.Programs()))
		mustFail(t, err, words...)
	}
	if !maps.Equal(before, tree(t, data)) {
		t.Error("the data folder was touched")
	}
}

func TestOtherMajorVersionIsRefused(t *testing.T) {
	t.Parallel()
	refused(t, "PG_VERSION", "99\n", "PostgreSQL 99", "nothing was touched")
}

func TestUnknownVersionIsRefused(t *testing.T) {
	t.Parallel()
	refused(t, "PG_VERSION", "9.6\n", "9.6", "nothing was touched")
}

func TestForeignFilesAreRefused(t *testing.T) {
	t.Parallel()
	refused(t, "letter.txt", "Dear Ada", "isn't a data folder of Postgres", "nothing was touched")
}

// The folder of one version is refused by the programs of another, whichever these are.
func TestGivenProgramsOfOtherVersion(t *testing.T) {
	t.Parallel()
	dir := madeFolder(t)
	stop(t, start(t, dir))
	bin := folder(t)
	for _, name := range []string{"postgres", "initdb"} {
		script := "#!/bin/sh\necho \"$0 (PostgreSQL) 98.1\"\n"
		if err := os.WriteFile(filepath.Join(bin, name), []byte(script), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	before := tree(t, filepath.Join(dir, "postgres"))
	wrong := config(dir, pgtest.Programs())
	wrong.Bin = bin
	_, err := postgres.StartEmbedded(t.Context(), wrong)
	mustFail(t, err, "POSTGRES_BIN is PostgreSQL 98.1", "nothing was touched")
	if after := tree(t, filepath.Join(dir, "postgres")); !maps.Equal(before, after) {
		t.Error("the data folder was touched")
	}
	start(t, dir)
}

func TestEmptyFolderIsUsed(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	if err := os.Mkdir(filepath.Join(dir, "postgres"), 0o755); err != nil {
		t.Fatal(err)
	}
	start(t, dir)
}

func TestNoDataDir(t *testing.T) {
	_, err := postgres.StartEmbedded(t.Context(), postgres.EmbeddedConfig{})
	mustFail(t, err, "DATA_DIR")
}
