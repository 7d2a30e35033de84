package main

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"time"

	"gorm.io/gorm"
)

// shutdown is a server in a process of its own with a batch under way, which waits for the test.
type shutdown struct {
	*running
	owner  *gorm.DB
	held   batchesHeld
	answer chan string // to the batch
}

func newShutdown(t testing.TB, env ...string) *shutdown {
	t.Helper()
	p, address := newProgram(t)
	p.env = append(p.env, env...)
	s := &shutdown{owner: connect(t, address), answer: make(chan string, 1)}
	token, _, _ := p.run("token", "create", "--role", "ADMIN", "--name", "test")
	token = strings.TrimSpace(token)
	s.running = p.serve()
	post(t, s.address, token, `mutation { createReferralPartner(input: {code: "A", name: "Ada"}) { userErrors { message } } }`, nil)
	post(t, s.address, token, `mutation { adjustLedger(partnerId: 1, amount: "5", date: "2011-11-05", reason: "Bonus", requestId: "1") { userErrors { message } } }`, nil)
	s.held = holdBatches(t, s.owner)
	go func() { s.answer <- post(t, s.address, token, outageBatch, nil) }()
	s.held.waitedFor(t, s.owner)
	return s
}

// batches is how many have been recorded.
func (s *shutdown) batches(t testing.TB) (n int) {
	t.Helper()
	must(t, s.owner.Raw("SELECT count(*) FROM payment_batches").Scan(&n).Error)
	return n
}

// health is what /readyz says, nothing if nobody is there.
func (r *running) health(t testing.TB) string {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, r.address+"/readyz", nil)
	must(t, err)
	request.Close = true
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return ""
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	must(t, err)
	return fmt.Sprint(response.StatusCode, " ", strings.TrimSpace(string(text)))
}

// becomes waits until /readyz says something.
func (r *running) becomes(t testing.TB, want string) {
	t.Helper()
	got := "nothing"
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if got = r.health(t); got == want {
			return
		}
	}
	t.Errorf("/readyz says %q, want %q", got, want)
}

// TestABatchUnderWayIsFinished: told to end, a server first says that it isn't ready, then takes no more requests, and ends
// when the last has been answered.
func TestABatchUnderWayIsFinished(t *testing.T) {
	s := newShutdown(t, "SHUTDOWN_DELAY=3s")
	s.becomes(t, "200 ready")
	must(t, s.Process.Signal(syscall.SIGTERM))
	s.becomes(t, "503 this server is ending")
	s.becomes(t, "") // nobody is let in any more
	if n := s.batches(t); n != 0 {
		t.Fatalf("%d batches are there, and one should be under way", n)
	}
	s.held.release()
	if got := <-s.answer; !strings.Contains(got, `"batch":{"paymentCount":1}`) {
		t.Errorf("the batch is answered by %s", got)
	}
	if err := s.Wait(); err != nil {
		t.Errorf("it ended by %v: %s", err, s.log)
	}
	if n := s.batches(t); n != 1 {
		t.Errorf("%d batches are there", n)
	}
}

// TestWhatDoesNotEndInTimeIsRolledBack: in the database, too.
func TestWhatDoesNotEndInTimeIsRolledBack(t *testing.T) {
	s := newShutdown(t, "SHUTDOWN_TIMEOUT=200ms")
	s.end(t)
	<-s.answer
	if n := s.held.waiting(t, s.owner); n != 0 {
		t.Errorf("%d statements go on in the database", n)
	}
	s.held.release()
	if n := s.batches(t); n != 0 {
		t.Errorf("%d batches are there", n)
	}
}

// TestAnotherVersionOfTheDatabase: neither a server that runs nor one that starts works on tables that it doesn't know, be
// they newer, or older and not its to change.
func TestAnotherVersionOfTheDatabase(t *testing.T) {
	p, address := newProgram(t)
	owner := connect(t, address)
	token, _, _ := p.run("token", "create", "--role", "ADMIN", "--name", "test")
	token = strings.TrimSpace(token)
	server := p.serve()
	server.becomes(t, "200 ready")
	refused := func(want string) {
		t.Helper()
		if _, stderr, status := p.run("serve"); status == 0 || !strings.Contains(stderr, want) {
			t.Errorf("starting ends with %d: %s", status, stderr)
		}
	}

	must(t, owner.Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, true)").Error)
	server.becomes(t, "503 the database is of another version of Partner Ledger; run that one")
	if got := post(t, server.address, token, "{ viewer { role } }", nil); !strings.Contains(got, "UNAVAILABLE") || !strings.Contains(got, "another version") {
		t.Errorf("it answers %s", got)
	}
	refused("schema version 9999")

	must(t, owner.Exec("DELETE FROM goose_db_version WHERE version_id = 9999").Error)
	server.becomes(t, "200 ready")
	if got := post(t, server.address, token, "{ viewer { role } }", nil); !strings.Contains(got, "ADMIN") {
		t.Errorf("it answers %s", got)
	}

	must(t, owner.Exec("DELETE FROM goose_db_version WHERE version_id > 10").Error)
	server.becomes(t, "503 the database is of another version of Partner Ledger; run that one")
	refused("the database is at schema version 10, this program needs version")
	server.end(t)
}
