package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"gorm.io/gorm"

	"partnerledger/backup"
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

// TestABackupOfABusyDatabase shows one moment, in which every figure is what the entries say, however much is recorded, paid and
// voided between its first table and its last.
func TestABackupOfABusyDatabase(t *testing.T) {
	server, owner := pgtest.NewURLs(t)
	busy, path := productOn(t, connect(t, server)), filepath.Join(t.TempDir(), "backup.sql.gz")
	var partners []string
	for i := range 8 {
		partners = append(partners, busy.partner(fmt.Sprintf("P%d", i), "A partner"))
	}
	_, err := busy.ledger.CloseMonths(t.Context())
	must(t, err)
	held := connect(t, owner).Begin()
	must(t, held.Exec("LOCK TABLE invitations").Error) // the backup waits at this one, in the middle
	cmd := program{t, append(os.Environ(), beProgram+"=1", "DATABASE_URL="+owner)}.command("backup", path)
	must(t, cmd.Start())
	waitFor(t, connect(t, owner), backupWaits)
	for worker := range 4 {
		random := rand.New(rand.NewPCG(uint64(worker), 2011))
		for range 40 {
			busy.anything(random, partners)
		}
	}
	must(t, held.Rollback().Error)
	must(t, cmd.Wait())
	again := emptyDatabase(t)
	program{t, append(os.Environ(), beProgram+"=1", "DATABASE_URL="+again)}.prints(0, `(?s)Restored .* what the entries say`, "restore", path)
	var late int
	must(t, connect(t, again).Raw("SELECT count(*) FROM orders").Scan(&late).Error)
	if late > 0 {
		t.Errorf("%d orders were recorded after the moment", late)
	}
}

// backupWaits asks whether a backup waits for a table.
const backupWaits = `SELECT count(*) > 0 FROM pg_stat_activity
	WHERE datname = current_database() AND query LIKE 'COPY %' AND wait_event_type = 'Lock'`

// TestABackupThatIsKilled has no name yet, and so doesn't pass for a whole one.
func TestABackupThatIsKilled(t *testing.T) {
	p, owner := newProgram(t)
	p = p.on(owner)
	path := filepath.Join(t.TempDir(), "backup.sql.gz")
	held := connect(t, owner).Begin()
	must(t, held.Exec("LOCK TABLE tokens").Error) // the backup waits at this one
	cmd := p.command("backup", path)
	must(t, cmd.Start())
	waitFor(t, connect(t, owner), backupWaits)
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

// TestTheServerTakesBackups where it is told to, and says when the newest was.
func TestTheServerTakesBackups(t *testing.T) {
	p, _ := newProgram(t)
	dir := filepath.Join(t.TempDir(), "backups")
	p.env = append(p.env, "BACKUP_DIR="+dir)
	for setting, wrong := range map[string]string{"BACKUP_EVERY": "1s", "BACKUP_KEEP": "0", "BACKUP_DIR": os.Args[0]} {
		if _, stderr, status := (program{t, append(slices.Clone(p.env), setting+"="+wrong)}).run("serve"); status == 0 || !strings.Contains(stderr, setting) {
			t.Errorf("%s=%s: exit status %d, %s", setting, wrong, status, stderr)
		}
	}
	cmd := p.command("serve")
	stdout, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	line, err := bufio.NewReader(stdout).ReadString('\n')
	must(t, err)
	address := strings.Fields(line)[len(strings.Fields(line))-1]
	taken := regexp.MustCompile(`\npartnerledger_newest_backup_timestamp_seconds [1-9]`)
	for end := time.Now().Add(time.Minute); ; time.Sleep(20 * time.Millisecond) {
		response, err := http.Get(address + "/metrics")
		must(t, err)
		metrics, err := io.ReadAll(response.Body)
		must(t, errors.Join(err, response.Body.Close()))
		if taken.Match(metrics) {
			break
		}
		if time.Now().After(end) {
			t.Fatal("no backup is taken")
		}
	}
	must(t, cmd.Process.Signal(syscall.SIGTERM))
	must(t, cmd.Wait())
	found, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(found) != 1 {
		t.Fatalf("there are %v, %v", found, err)
	}
	if _, err := backup.Verify(t.Context(), found[0]); err != nil {
		t.Error(err)
	}
}

// TestAServerThatEndsLeavesNoHalfBackup: it waits until the one under way has removed its file.
func TestAServerThatEndsLeavesNoHalfBackup(t *testing.T) {
	p, owner := newProgram(t)
	p, dir := p.on(owner), t.TempDir()
	p.env = append(p.env, "BACKUP_DIR="+dir)
	held := connect(t, owner).Begin()
	must(t, held.Exec("LOCK TABLE invitations").Error) // the backup waits at this one
	server := p.serve()
	waitFor(t, connect(t, owner), backupWaits)
	server.end(t)
	must(t, held.Rollback().Error)
	if found, err := filepath.Glob(filepath.Join(dir, "*")); err != nil || len(found) > 0 {
		t.Errorf("it has left %v, %v", found, err)
	}
}
