//go:build unix

package postgres

import (
	"fmt"
	"os"
	"os/user"
	"strconv"
	"syscall"
)

func isRoot() bool { return os.Geteuid() == 0 }

// chooseAccount says who runs Postgres over data: who owns it, where it is there; else, started by root, the postgres
// user or nobody; else ourselves.
func chooseAccount(data string) (account, error) {
	owner, exists, err := ownerOf(data)
	if err != nil {
		return account{}, err
	}
	if !isRoot() {
		if exists && owner.uid != os.Geteuid() {
			return account{}, fmt.Errorf("the data folder %s belongs to %s: start the program as that user, or as root", data, owner.name)
		}
		return account{name: userName(os.Geteuid()), uid: os.Geteuid(), gid: os.Getegid()}, nil
	}
	if exists && owner.uid != 0 {
		return owner, nil
	}
	return unprivileged(), nil
}

// ownerOf says who owns a file, and whether there is one.
func ownerOf(path string) (account, bool, error) {
	info, err := os.Stat(path)
	if os.IsNotExist(err) {
		return account{}, false, nil
	}
	if err != nil {
		return account{}, false, err
	}
	stat := info.Sys().(*syscall.Stat_t)
	uid := int(stat.Uid)
	return account{userName(uid), uid, int(stat.Gid), uid != os.Geteuid()}, true, nil
}

// unprivileged is the account that Postgres gets from root.
func unprivileged() account {
	for _, name := range []string{"postgres", "nobody"} {
		found, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, err1 := strconv.Atoi(found.Uid)
		gid, err2 := strconv.Atoi(found.Gid)
		if err1 == nil && err2 == nil && uid != 0 {
			return account{name, uid, gid, true}
		}
	}
	return account{"nobody", 65534, 65534, true}
}

func userName(uid int) string {
	if found, err := user.LookupId(strconv.Itoa(uid)); err == nil {
		return found.Username
	}
	return "user " + strconv.Itoa(uid)
}

// attributes puts a program into a session of its own, so that Ctrl-C reaches us alone and Postgres is stopped in order.
func (a account) attributes() *syscall.SysProcAttr {
	attributes := &syscall.SysProcAttr{Setsid: true}
	if a.other {
		attributes.Credential = &syscall.Credential{Uid: uint32(a.uid), Gid: uint32(a.gid)}
	}
	return attributes
}

// own gives the account one file.
func (a account) own(path string) error {
	if !a.other {
		return nil
	}
	return os.Lchown(path, a.uid, a.gid)
}

// mayOwn says whether a file belongs to the account, or to us, who can give it to the account.
func (a account) mayOwn(info os.FileInfo) bool {
	uid := int(info.Sys().(*syscall.Stat_t).Uid)
	return uid == a.uid || uid == os.Geteuid()
}

// trusts refuses a folder of programs that others could put theirs into.
func (a account) trusts(dir string) error {
	info, err := os.Lstat(dir)
	if err != nil {
		return err
	}
	owner := int(info.Sys().(*syscall.Stat_t).Uid)
	if !info.IsDir() || info.Mode().Perm()&0o022 != 0 || owner != 0 && owner != os.Geteuid() && owner != a.uid {
		return fmt.Errorf("programs in %s aren't run: others may write there", dir)
	}
	return nil
}
