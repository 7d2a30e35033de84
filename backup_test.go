package main

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"gorm.io/gorm"

	"partnerledger/postgres/pgtest"
)

// emptyDatabase is one without tables: its address for the owner.
func emptyDatabase(t testing.TB) string {
	t.Helper()
	_, owner := pgtest.NewURLs(t)
	must(t, connect(t, owner).Exec("DROP SCHEMA public CASCADE").Error)
	must(t, connect(t, owner).Exec("CREATE SCHEMA public").Error)
	return owner
}

// on is the program on another database.
func (p program) on(url string) program {
	return program{p.t, append(slices.Clone(p.env), "DATABASE_URL="+url)}
}

// TestABackupOfABusyDatabase: taken in the middle of orders, refunds, payments and voids it shows one moment, in which every figure
// is what the entries say.
func TestABackupOfABusyDatabase(t *testing.T) {
	server, owner := pgtest.NewURLs(t)
	busy := productOn(t, connect(t, server))
	var partners []string
	for i := range 8 {
		partners = append(partners, busy.partner(fmt.Sprintf("P%d", i), "A partner"))
	}
	var done sync.WaitGroup
	stop := make(chan struct{})
	for worker := range 4 {
		done.Go(func() {
			random := rand.New(rand.NewPCG(uint64(worker), 2011))
			for {
				select {
				case <-stop:
					return
				default:
					busy.anything(random, partners)
				}
			}
		})
	}
	p := program{t, append(os.Environ(), beProgram+"=1")}
	dir := t.TempDir()
	for i := range 3 {
		p.on(owner).prints(0, "and was read back", "backup", filepath.Join(dir, fmt.Sprint(i)))
	}
	close(stop)
	done.Wait()
	for i := range 3 {
		p.on(emptyDatabase(t)).prints(0, `(?s)Restored .* what the entries say`, "restore", filepath.Join(dir, fmt.Sprint(i)))
	}
}

// TestABackupThatIsKilled has no name yet, and so doesn't pass for a whole one.
func TestABackupThatIsKilled(t *testing.T) {
	p, owner := newProgram(t)
	p = p.on(owner)
	path := filepath.Join(t.TempDir(), "backup.sql.gz")
	held := connect(t, owner).Begin()
	must(t, held.Exec("LOCK TABLE tokens").Error) // the backup waits at this one
	cmd := p.command("backup", path)
	must(t, cmd.Start())
	waitFor(t, connect(t, owner), "SELECT count(*) > 0 FROM pg_stat_activity WHERE query LIKE 'COPY%tokens%' AND wait_event_type = 'Lock'")
	must(t, cmd.Process.Kill())
	_ = cmd.Wait()
	must(t, held.Rollback().Error)
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Error("there is a file of that name", err)
	}
	p.prints(0, "read back", "backup", path)
}

// TestARestoreThatIsKilled leaves a database as empty as it was, for the next one.
func TestARestoreThatIsKilled(t *testing.T) {
	p, owner := newProgram(t)
	must(t, connect(t, owner).Exec(`INSERT INTO audit_events (at, action, actor, through, operation, subject)
		SELECT now(), 'x', 'x', 'x', 'x', repeat(n::text, 20) FROM generate_series(1, 100000) n`).Error)
	path := filepath.Join(t.TempDir(), "backup.sql.gz")
	p.on(owner).prints(0, "read back", "backup", path)

	into := emptyDatabase(t)
	db := connect(t, into)
	cmd := p.on(into).command("restore", path)
	must(t, cmd.Start())
	waitFor(t, db, "SELECT count(*) > 0 FROM pg_stat_progress_copy WHERE datname = current_database() AND tuples_processed > 0")
	must(t, cmd.Process.Kill())
	if err := cmd.Wait(); cmd.ProcessState.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
		t.Fatalf("it had ended before: %v", err)
	}
	waitFor(t, db, "SELECT count(*) = 0 FROM pg_stat_progress_copy WHERE datname = current_database()")
	var left int
	must(t, db.Raw("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace").Scan(&left).Error)
	if left > 0 {
		t.Errorf("%d relations are left", left)
	}
	p.on(into).prints(0, `Restored 10000[0-9] rows`, "restore", path)
	p.on(into).prints(1, `^$`, "restore", path)
}

// waitFor waits until a question is answered with yes.
func waitFor(t testing.TB, db *gorm.DB, question string) {
	t.Helper()
	for end := time.Now().Add(time.Minute); ; time.Sleep(5 * time.Millisecond) {
		var yes bool
		must(t, db.Raw(question).Scan(&yes).Error)
		if yes {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("it is not so yet: %s", question)
		}
	}
}

// TestABackupIsRefusedBeforeThereIsADataFolder: what is no good touches nothing.
func TestABackupIsRefusedBeforeThereIsADataFolder(t *testing.T) {
	dir := t.TempDir()
	folder, path := filepath.Join(dir, "data"), filepath.Join(dir, "no-backup")
	p := program{t, append(os.Environ(), beProgram+"=1", "DATABASE_URL=", "DATA_DIR="+folder)}
	must(t, os.WriteFile(path, []byte("something else"), 0o600))
	_, stderr, status := p.run("restore", path)
	if status == 0 || !strings.Contains(stderr, "not a backup") {
		t.Errorf("exit status %d, %s", status, stderr)
	}
	if _, err := os.Stat(folder); !errors.Is(err, fs.ErrNotExist) {
		t.Error("there is a data folder", err)
	}
}
