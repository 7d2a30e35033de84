package postgres

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func mustLock(t *testing.T, path string, shared bool) *fileLock {
	t.Helper()
	lock, err := lockFile(path, shared)
	if err != nil {
		t.Fatal(err)
	}
	return lock
}

func TestFileLock(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	alone := mustLock(t, path, false)
	for _, shared := range []bool{true, false} {
		if _, err := lockFile(path, shared); !errors.Is(err, errLocked) {
			t.Errorf("locked a second time: %v", err)
		}
	}
	alone.unlock()
	first, second := mustLock(t, path, true), mustLock(t, path, true)
	first.unlock()
	if _, err := lockFile(path, false); !errors.Is(err, errLocked) {
		t.Errorf("locked while another shares it: %v", err)
	}
	second.unlock()
	mustLock(t, path, false).unlock()
}

func TestWaitForLock(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	lock := mustLock(t, path, false)
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	if _, err := waitForLock(ctx, path, func() {}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("waited for nothing: %v", err)
	}
	waited := 0
	next, err := waitForLock(t.Context(), path, func() { waited++; lock.unlock() })
	if err != nil || waited != 1 {
		t.Errorf("waited %d times: %v", waited, err)
	}
	next.unlock()
}

func TestHolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	if got := holder(path); got != "another process" {
		t.Errorf("nobody holds it, and yet %s", got)
	}
	if err := os.WriteFile(path, []byte("99999999999999999999\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	lock := mustLock(t, path, false)
	defer lock.unlock()
	if err := lock.sign(false); err != nil {
		t.Fatal(err)
	}
	if got, want := holder(path), fmt.Sprintf("process %d", os.Getpid()); got != want {
		t.Errorf("%s holds it, not %s", got, want)
	}
}
