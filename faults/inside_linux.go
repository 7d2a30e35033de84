package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"

	"golang.org/x/sys/unix"
)

const insideVariable = "PARTNERLEDGER_FAULTS_INSIDE"

// runInside runs this program once more where it may mount a disk of its own: in a mount namespace, which takes its
// mounts along when it ends, and as anybody but root in a user namespace, too. It has not run where that is forbidden, or
// where we are inside already.
func runInside() (status int, ran bool) {
	if os.Getenv(insideVariable) != "" {
		return 0, false
	}
	cmd := exec.Command("/proc/self/exe", os.Args[1:]...)
	cmd.Env = append(os.Environ(), insideVariable+"=yes")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	cmd.SysProcAttr = &syscall.SysProcAttr{Unshareflags: syscall.CLONE_NEWNS, Pdeathsig: syscall.SIGTERM}
	if os.Geteuid() != 0 {
		cmd.SysProcAttr = asOurselves()
	}
	signal.Ignore(os.Interrupt, syscall.SIGTERM) // the other one gets them, too, and cleans up
	defer signal.Reset()
	if err := cmd.Start(); err != nil {
		return 0, false
	}
	var ended *exec.ExitError
	if err := cmd.Wait(); errors.As(err, &ended) {
		return max(1, ended.ExitCode()), true
	}
	return 0, true
}

// asOurselves makes a user namespace in which we are who we are, and may mount.
func asOurselves() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: os.Geteuid(), HostID: os.Geteuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: os.Getegid(), HostID: os.Getegid(), Size: 1}},
		AmbientCaps: []uintptr{unix.CAP_SYS_ADMIN},
		Pdeathsig:   syscall.SIGTERM,
	}
}

// diskSize is room for the database of a seed, and little more: a full disk takes this much memory.
const diskSize = 384 << 20

// mountDisk makes a small disk, or, where nothing may be mounted, a folder that can't be filled.
func mountDisk(folder string) *disk {
	d := &disk{folder: folder}
	if os.Getenv(insideVariable) != "" && os.MkdirAll(folder, 0o711) == nil {
		d.mayFill = unix.Mount("faults", folder, "tmpfs", 0, fmt.Sprintf("size=%d,mode=0711", diskSize)) == nil
	}
	return d
}

func (d *disk) unmount() {
	if d.mayFill {
		_ = unix.Unmount(d.folder, unix.MNT_DETACH) // it goes with us anyway
	}
}

// fill takes all that is left of the disk.
func (d *disk) fill() error {
	file, err := os.Create(d.filler())
	if err != nil {
		return err
	}
	defer file.Close()
	for size := int64(diskSize); size >= 4096; size /= 2 {
		for at, _ := file.Seek(0, 2); unix.Fallocate(int(file.Fd()), 0, at, size) == nil; at, _ = file.Seek(0, 2) {
		}
	}
	return nil
}

// dieWithParent has the kernel kill a server when the thread that starts it is gone.
func dieWithParent(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL} }
