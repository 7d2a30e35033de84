package postgres

import (
	"os"
	"os/exec"
	"unsafe"

	"golang.org/x/sys/windows"
)

func endWithParent(*exec.Cmd) {}

// tether puts Postgres into a job that ends with its last handle, which is ours.
func tether(_ account, process *os.Process) (release func(), err error) {
	job, err := windows.CreateJobObject(nil, nil)
	if err != nil {
		return nil, err
	}
	release = func() { windows.CloseHandle(job) }
	if err := fill(job, process.Pid); err != nil {
		release()
		return nil, err
	}
	return release, nil
}

func fill(job windows.Handle, pid int) error {
	var limits windows.JOBOBJECT_EXTENDED_LIMIT_INFORMATION
	limits.BasicLimitInformation.LimitFlags = windows.JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
	_, err := windows.SetInformationJobObject(job, windows.JobObjectExtendedLimitInformation,
		uintptr(unsafe.Pointer(&limits)), uint32(unsafe.Sizeof(limits)))
	if err != nil {
		return err
	}
	handle, err := windows.OpenProcess(windows.PROCESS_SET_QUOTA|windows.PROCESS_TERMINATE, false, uint32(pid))
	if err != nil {
		return err
	}
	defer windows.CloseHandle(handle)
	return windows.AssignProcessToJobObject(job, handle)
}
