package postgres

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// makeLinks makes the symbolic links that an npm package can't hold and lists in pg-symlinks.json instead: the short names
// of shared libraries. Without them Postgres doesn't start.
func makeLinks(native string) error {
	content, err := os.ReadFile(filepath.Join(native, "pg-symlinks.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var links []struct{ Source, Target string }
	if err := json.Unmarshal(content, &links); err != nil {
		return fmt.Errorf("pg-symlinks.json: %w", err)
	}
	for _, link := range links {
		if err := makeLink(filepath.Dir(native), link.Source, link.Target); err != nil {
			return err
		}
	}
	return nil
}

// makeLink makes target, which leads to source; both are meant from the package's folder.
func makeLink(folder, source, target string) error {
	source, target = filepath.FromSlash(source), filepath.FromSlash(target)
	if !filepath.IsLocal(source) || !filepath.IsLocal(target) {
		return fmt.Errorf("pg-symlinks.json leads out of the package: %s, %s", source, target)
	}
	to, err := filepath.Rel(filepath.Dir(target), source)
	if err != nil {
		return err
	}
	err = os.Symlink(to, filepath.Join(folder, target))
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	return err
}

// openToAll lets the account that Postgres runs as read and run the files, whatever our umask.
func openToAll(dir string) error {
	return filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.Type()&fs.ModeSymlink != 0 {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		mode := fs.FileMode(0o644)
		if entry.IsDir() || info.Mode()&0o111 != 0 {
			mode = 0o755
		}
		return os.Chmod(path, mode)
	})
}
