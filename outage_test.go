package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"gorm.io/gorm"

	"partnerledger/models"
	"partnerledger/postgres/pgtest"
)

// wire is the network between a server and its Postgres, of which a test may make anything.
type wire struct {
	net.Listener
	network, upstream string

	mu    sync.Mutex
	conns []net.Conn
	down  bool          // nobody gets through
	held  chan struct{} // nil while bytes go through
}

// newWire returns a wire and the address of the database behind it.
func newWire(t testing.TB, address string) (w *wire, behind string) {
	t.Helper()
	config, err := pgx.ParseConfig(address)
	must(t, err)
	w = &wire{network: "tcp", upstream: net.JoinHostPort(config.Host, fmt.Sprint(config.Port))}
	if filepath.IsAbs(config.Host) {
		w.network, w.upstream = "unix", filepath.Join(config.Host, fmt.Sprint(".s.PGSQL.", config.Port))
	}
	w.Listener, err = (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	must(t, err)
	go w.run()
	t.Cleanup(func() {
		w.Close()
		w.release()
		w.cut()
	})
	u := url.URL{Scheme: "postgres", Host: w.Addr().String(), User: url.UserPassword(config.User, config.Password), Path: config.Database, RawQuery: "sslmode=disable"}
	return w, u.String()
}

func (w *wire) run() {
	for {
		client, err := w.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial(w.network, w.upstream)
		w.mu.Lock()
		if err != nil || w.down {
			client.Close()
			w.mu.Unlock()
			continue
		}
		w.conns = append(w.conns, client, server)
		w.mu.Unlock()
		go w.pass(server, client)
		go w.pass(client, server)
	}
}

func (w *wire) pass(to, from net.Conn) {
	defer to.Close()
	buffer := make([]byte, 32<<10)
	for {
		n, err := from.Read(buffer)
		w.mu.Lock()
		held := w.held
		w.mu.Unlock()
		if held != nil {
			<-held
		}
		if _, failed := to.Write(buffer[:n]); err != nil || failed != nil {
			return
		}
	}
}

// cut ends all connections, and lets no new one through until mend.
func (w *wire) cut() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.down = true
	for _, c := range w.conns {
		c.Close()
	}
	w.conns = nil
}

func (w *wire) mend() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.down = false
}

// hold keeps every byte until release, as a network does that has forgotten a connection.
func (w *wire) hold() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.held = make(chan struct{})
}

func (w *wire) release() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.held != nil {
		close(w.held)
		w.held = nil
	}
}

// newWired is a product on the other end of a wire from its database, with a partner who is owed something; owner isn't.
func newWired(t testing.TB) (p *product, w *wire, owner *gorm.DB) {
	t.Helper()
	server, tables := pgtest.NewURLs(t)
	w, behind := newWire(t, server)
	p = productOn(t, connect(t, behind))
	owner = connect(t, tables)
	id := p.partner("A", "Ada")
	p.do(`mutation($id: ID!) { adjustLedger(partnerId: $id, amount: "5", date: "2011-11-05", reason: "Bonus", requestId: "1") { userErrors { message } } }`, object{"id": id})
	return p, w, owner
}

const outageBatch = `mutation { createReferralPartnerPayments(method: ENDING_BALANCE, batchId: "B",
	criteria: {period: {start: "2011-11-01", end: "2011-11-30"}}) { replayed batch { paymentCount } userErrors { message } } }`

// fails sends an operation that must be answered by an outage, within the time that nobody would wait longer for.
func (p *product) fails(query string, want models.Outage) {
	p.t.Helper()
	begin := time.Now()
	_, answer := p.send(models.RoleAdmin, query, nil)
	text := fmt.Sprint(answer["errors"])
	if !strings.Contains(text, "code:"+string(want)) || strings.Contains(text, "SQLSTATE") || time.Since(begin) > 30*time.Second {
		p.t.Errorf("after %s it answers %v, want %s", time.Since(begin), answer, want)
	}
}

// works tells that all is well again, without a restart; the batch is there once.
func (p *product) works(replayed bool) {
	p.t.Helper()
	batch := p.do(outageBatch, nil)
	if fmt.Sprint(batch) != fmt.Sprintf("map[batch:map[paymentCount:1] replayed:%v userErrors:[]]", replayed) {
		p.t.Errorf("when all is well again, it answers %v", batch)
	}
	if got := p.text(http.MethodGet, "/readyz", nil); got != "ready\n" {
		p.t.Errorf("when all is well again, it says %s", got)
	}
	p.addsUp()
}

// TestTheDatabaseIsLost: before a request and in the middle of a batch. The server says so, and works as soon as the
// database is back.
func TestTheDatabaseIsLost(t *testing.T) {
	p, w, owner := newWired(t)
	w.cut()
	p.fails("{ viewer { role } }", models.Unavailable)
	if response := p.request(http.MethodGet, "/readyz", nil, nil); response.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("/readyz says %s", response.Status)
	}
	w.mend()
	p.do("{ viewer { role } }", nil)

	held := holdBatches(t, owner)
	done := make(chan struct{})
	go func() {
		defer close(done)
		p.fails(outageBatch, models.Unavailable)
	}()
	held.waitedFor(t, owner)
	w.cut()
	<-done
	held.release()
	w.mend()
	p.works(false)
	p.works(true)
}

// TestTheDatabaseHangs: nobody waits for longer than a request may take, and what it was about is rolled back.
func TestTheDatabaseHangs(t *testing.T) {
	p, w, _ := newWired(t)
	p.within(500 * time.Millisecond)
	w.hold()
	p.fails("{ viewer { role } }", models.TimedOut)
	w.release()
	p.within(0)
	p.works(false)
}

// TestTheDatabaseIsSlow: what takes longer than it may is ended in the database, too.
func TestTheDatabaseIsSlow(t *testing.T) {
	p, _, owner := newWired(t)
	p.within(time.Second)
	held := holdBatches(t, owner)
	p.fails(outageBatch, models.TimedOut)
	if n := held.waiting(t, owner); n != 0 {
		t.Errorf("%d statements go on that nobody waits for", n)
	}
	held.release()
	p.within(0)
	p.works(false)
}

// TestABatchThatTakesLongIsAnswered, though it takes longer than the server has for writing a file.
func TestABatchThatTakesLongIsAnswered(t *testing.T) {
	for _, limit := range []time.Duration{0, time.Minute} {
		p, _, owner := newWired(t)
		p.within(limit)
		server := newServer(p.server.Config.Handler)
		server.WriteTimeout = 100 * time.Millisecond
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		must(t, err)
		go server.Serve(listener) //nolint:errcheck // ends with the server
		t.Cleanup(func() { server.Close() })
		held := holdBatches(t, owner)
		released := make(chan struct{})
		time.AfterFunc(500*time.Millisecond, func() {
			held.release()
			close(released)
		})
		answer := post(t, "http://"+listener.Addr().String(), p.tokens[models.RoleAdmin], outageBatch, nil)
		if !strings.Contains(answer, `"batch":{"paymentCount":1}`) {
			t.Errorf("with a limit of %s it is answered by %s", limit, answer)
		}
		<-released
	}
}

// TestTheDiskIsFull: Postgres says 53100 where it can't write. A trigger raises the very error here, in the middle of a
// batch; a disk that can be filled takes rights that tests don't have.
func TestTheDiskIsFull(t *testing.T) {
	p, _, owner := newWired(t)
	must(t, owner.Exec(`CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS
		$$BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END$$`).Error)
	must(t, owner.Exec("CREATE TRIGGER fill BEFORE INSERT ON ledger_entries EXECUTE FUNCTION fill()").Error)
	p.fails(outageBatch, models.Unavailable)
	must(t, owner.Exec("DROP TRIGGER fill ON ledger_entries").Error)
	p.works(false)
}

// within limits the time of requests from now on, to any time by 0.
func (p *product) within(limit time.Duration) {
	p.t.Helper()
	p.requestTimeout = limit
	handler, err := p.handler(nil)
	must(p.t, err)
	p.server.Config.Handler = handler
}

// batchesHeld keeps batches waiting.
type batchesHeld struct{ *gorm.DB }

func holdBatches(t testing.TB, owner *gorm.DB) batchesHeld {
	t.Helper()
	tx := owner.Begin()
	must(t, tx.Error)
	must(t, tx.Exec("SELECT pg_advisory_xact_lock(?)", 0x70617962).Error)
	t.Cleanup(func() { tx.Rollback() })
	return batchesHeld{tx}
}

func (h batchesHeld) release() { h.Rollback() }

// waiting is how many batches wait.
func (h batchesHeld) waiting(t testing.TB, owner *gorm.DB) (n int) {
	t.Helper()
	must(t, owner.Raw(`SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
		AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`).Scan(&n).Error)
	return n
}

func (h batchesHeld) waitedFor(t testing.TB, owner *gorm.DB) {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); h.waiting(t, owner) == 0; time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("no batch is under way")
		}
	}
}

// TestWhatIsAnOutage: what passes, and what doesn't.
func TestWhatIsAnOutage(t *testing.T) {
	for want, errs := range map[models.Outage][]error{
		models.TimedOut:    {context.DeadlineExceeded, fmt.Errorf("x: %w", context.DeadlineExceeded)},
		models.Unavailable: {io.ErrUnexpectedEOF, &net.OpError{Op: "dial", Err: errors.New("refused")}},
		"":                 {nil, errors.New("x"), context.Canceled, gorm.ErrRecordNotFound},
	} {
		for _, err := range errs {
			if got := models.OutageOf(err); got != want {
				t.Errorf("%v is %q, want %q", err, got, want)
			}
		}
	}
}
