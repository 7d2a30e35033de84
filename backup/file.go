package backup

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// partialFile is a file without its name yet: it has one that no backup has.
type partialFile struct {
	*os.File
	path string // what it will be called
}

const partial = ".partial"

// newPartialFile makes a file that only its owner may read, beside the place that it will have.
func newPartialFile(path string) (*partialFile, error) {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return nil, errors.Join(fmt.Errorf("%s is there already, and is not overwritten", path), err)
	}
	file, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*"+partial)
	if err != nil {
		return nil, err
	}
	return &partialFile{file, path}, nil
}

// discard removes it, unless it has got its name.
func (f *partialFile) discard() {
	f.Close()
	os.Remove(f.Name())
}

// publish gives it its name, and takes nobody else's.
func (f *partialFile) publish() error {
	err := os.Link(f.Name(), f.path)
	if err != nil && !errors.Is(err, fs.ErrExist) { // some disks know no links
		if _, err := os.Lstat(f.path); errors.Is(err, fs.ErrNotExist) {
			return errors.Join(os.Rename(f.Name(), f.path), syncFolder(f.path))
		}
	}
	return errors.Join(err, syncFolder(f.path))
}

// syncFolder makes the name of a file last. Windows has no such thing, and needs none.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	folder, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}
