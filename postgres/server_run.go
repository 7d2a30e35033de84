package postgres

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"
)

// runOnce starts Postgres and stays with it to its end.
func (s *server) runOnce() (wasReady bool, err error) {
	output, err := s.openLog()
	if err != nil {
		return false, err
	}
	defer output.close()
	cmd, err := s.execute(output.file)
	if err != nil {
		return false, err
	}
	release, err := tether(s.who, cmd.Process)
	if err != nil {
		cmd.Process.Kill()
		cmd.Wait()
		return false, fmt.Errorf("tie PostgreSQL to this process: %w", err)
	}
	defer release()
	wasReady, err = s.attend(cmd)
	return wasReady, fmt.Errorf("PostgreSQL ended (%w)\n%s", cmp.Or(err, errEnded), output.tail())
}

// errEnded says that Postgres has ended without complaint, though nobody asked it to.
var errEnded = errors.New("exit status 0")

// attend passes our wishes on to Postgres until it ends.
func (s *server) attend(cmd *exec.Cmd) (wasReady bool, err error) {
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	look := time.NewTicker(2 * time.Millisecond)
	defer look.Stop()
	end, endNow := s.end.given.Done(), s.endNow.given.Done()
	for {
		select {
		case err := <-ended:
			return wasReady, err
		case <-end:
			end = nil
			s.programs.interrupt(cmd.Process)
		case <-endNow:
			endNow = nil
			s.programs.quit(cmd.Process)
		case <-look.C:
			if file, err := readPidFile(s.place.pidFile()); err == nil && file.readyAs(cmd.Process.Pid) {
				wasReady = true
				look.Stop()
				s.sayReady()
			}
		}
	}
}

func (s *server) sayReady() {
	if !s.startedOnce() {
		close(s.ready)
	}
}

// execute starts Postgres when no process of an earlier one lives.
func (s *server) execute(output *os.File) (*exec.Cmd, error) {
	alive, err := s.waitForEarlier()
	if err != nil {
		return nil, err
	}
	defer alive.unlock() // Postgres has inherited it
	if err := s.removeLeftovers(); err != nil {
		return nil, err
	}
	args := []string{"-D", s.place.data()}
	for _, setting := range s.settings {
		args = append(args, "-c", setting)
	}
	// Not bound to any context: Postgres is ended in order, never killed.
	cmd := s.who.command(context.Background(), s.place.data(), s.programs.program("postgres"), args...)
	cmd.Stdout, cmd.Stderr = output, output
	bequeath(cmd, alive.file)
	endWithParent(cmd)
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start PostgreSQL: %w", err)
	}
	return cmd, nil
}

// waitForEarlier takes the lock that all processes of a Postgres inherit. One that outlives whoever started it, or whose
// postmaster was killed, is writing yet: it is asked to end, and may take its time.
func (s *server) waitForEarlier() (*fileLock, error) {
	alive, err := waitForLock(s.end.given, s.place.alive(), func() {
		s.log.Info("waiting for an earlier PostgreSQL to end", "folder", s.place.data())
		if left, err := readPidFile(s.place.pidFile()); err == nil && left.isPostmaster(s.place.data()) {
			if process, err := os.FindProcess(left.pid); err == nil {
				s.programs.interrupt(process)
			}
		}
	})
	if err != nil {
		return nil, fmt.Errorf("wait for an earlier PostgreSQL to end: %w", err)
	}
	return alive, s.who.own(s.place.alive())
}
