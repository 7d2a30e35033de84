package pgtest

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
)

// Programs is the folder where all test processes of this user share one copy of the Postgres programs. The first one
// fetches it, the others wait.
func Programs() string { return filepath.Join(sharedPath(), "programs") }

func sharedPath() string {
	return filepath.Join(os.TempDir(), "partnerledger-tests-"+strconv.Itoa(os.Getuid()))
}

// sharedFolder makes the folder of this user's test processes.
func sharedFolder() (string, error) {
	dir := sharedPath()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	return dir, nil
}

// removeOld removes what test processes left that were killed.
func removeOld(parent string) {
	old, _ := filepath.Glob(filepath.Join(parent, "run-*"))
	for _, dir := range old {
		var pid int
		if _, err := fmt.Sscanf(filepath.Base(dir), "run-%d-", &pid); err == nil && !lives(pid) {
			os.RemoveAll(dir)
		}
	}
}

func lives(pid int) bool {
	process, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	defer process.Release()
	return !errors.Is(process.Signal(syscall.Signal(0)), os.ErrProcessDone)
}
