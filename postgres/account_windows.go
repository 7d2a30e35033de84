package postgres

import (
	"os"
	"syscall"

	"golang.org/x/sys/windows"
)

// On Windows Postgres runs as we do, and refuses an administrator by itself.

func isRoot() bool { return false }

func chooseAccount(string) (account, error) { return account{name: "this user"}, nil }

func (account) attributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{CreationFlags: windows.CREATE_NEW_PROCESS_GROUP, HideWindow: true}
}

func (account) own(string) error { return nil }

func (account) mayOwn(os.FileInfo) bool { return true }

func (account) trusts(string) error { return nil }
