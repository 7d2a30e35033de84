package postgres

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// fileLock is a lock of the operating system on a file: it is gone when its process is, however that ended. The file
// stays behind, since removing it would let two processes lock two files of one name.
type fileLock struct{ file *os.File }

// errLocked says that another process has the lock.
var errLocked = errors.New("locked by another process")

// lockFile takes the lock at once or says errLocked. Any number may share it, one alone can have it otherwise.
func lockFile(path string, shared bool) (*fileLock, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open the lock file: %w", err)
	}
	if err := tryLock(file, shared); err != nil {
		file.Close()
		return nil, err
	}
	return &fileLock{file}, nil
}

// waitForLock takes the lock as soon as it is free; waiting is called once if that isn't now.
func waitForLock(ctx context.Context, path string, waiting func()) (*fileLock, error) {
	for first := true; ; first = false {
		lock, err := lockFile(path, false)
		if !errors.Is(err, errLocked) {
			return lock, err
		}
		if first {
			waiting()
		}
		if err := sleep(ctx, 50*time.Millisecond); err != nil {
			return nil, err
		}
	}
}

// sign writes our process number into the file, for whoever finds it locked. A shared lock has no one holder.
func (l *fileLock) sign(shared bool) error {
	if shared {
		return nil
	}
	if err := l.file.Truncate(0); err != nil {
		return err
	}
	_, err := l.file.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
	return err
}

// holder names the process that holds a lock, in words.
func holder(path string) string {
	content, err := os.ReadFile(path)
	pid := strings.TrimSpace(string(content))
	if err != nil || pid == "" {
		return "another process"
	}
	return "process " + pid
}

// unlock lets the next one have it. A nil lock is none.
func (l *fileLock) unlock() {
	if l != nil {
		l.file.Close()
	}
}

// sleep waits, unless ctx ends first.
func sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}
