//go:build cluster

package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"os"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"gorm.io/gorm"

	"partnerledger/auth"
	"partnerledger/models"
	"partnerledger/postgres"
)

// TestCluster: two servers, before them nothing and behind them PgBouncer in transaction mode, a primary, and a replica that
// shows everything three seconds late.
func TestCluster(t *testing.T) {
	m := newMachines(t)
	c := &cluster{t: t, machines: m, server: program{t, append(os.Environ(), beProgram+"=1", "CURRENCY=GBP", "LISTEN=127.0.0.1:0",
		"ADMIN_EMAIL=ada@example.com", "ADMIN_PASSWORD=orange-kettle-77-moon", "RATE_LIMIT=0",
		"DATABASE_URL="+m.url("bouncer", "server"), "DATABASE_REPLICA_URLS="+m.url("replica", "server"), "DATABASE_REPLICA_LAG=5s")}}
	c.server.on(m.url("primary", "owner")).prints(0, "up to date", "migrate")
	m.sql("primary", "CREATE ROLE server LOGIN IN ROLE partnerledger_server")
	c.addresses = []string{c.serve(), c.serve()}
	c.readOnly, c.finance = c.token("READ_ONLY"), c.token("FINANCE")
	c.ada = &asker{c: c, cookies: jar(t)}
	c.ada.ask(0, `mutation { signIn(email: "ada@example.com", password: "orange-kettle-77-moon") { viewer { role } } }`)
	c.waitForReplicas("1")

	t.Run("WhoChangedSomethingReadsIt", c.whoChangedSomethingReadsIt)
	t.Run("WhoRecordsNothingReadsLate", c.whoRecordsNothingReadsLate)
	t.Run("MoneyIsNeverLate", c.moneyIsNeverLate)
	t.Run("PartnersAreConfinedOnReplicas", c.partnersAreConfinedOnReplicas)
	t.Run("PgBouncerRestarts", c.pgBouncerRestarts)
	t.Run("AReplicaThatLagsOrIsGone", c.aReplicaThatLagsOrIsGone)
	c.server.on(m.url("primary", "server")).prints(0, "what the entries say", "check")
}

// cluster is all of it.
type cluster struct {
	*machines
	t                 *testing.T
	server            program
	addresses         []string
	ada               *asker
	readOnly, finance *asker
	made              atomic.Int64
}

// serve starts a server and returns its address.
func (c *cluster) serve() string {
	cmd := c.server.command("serve")
	stdout, err := cmd.StdoutPipe()
	must(c.t, err)
	cmd.Stderr = c.t.Output()
	must(c.t, cmd.Start())
	c.t.Cleanup(func() {
		cmd.Process.Signal(syscall.SIGTERM)
		cmd.Wait()
	})
	for lines := bufio.NewScanner(stdout); lines.Scan(); {
		if found := regexp.MustCompile(`Partner Ledger is at (\S+)`).FindStringSubmatch(lines.Text()); found != nil {
			return found[1]
		}
	}
	c.t.Fatal("the server doesn't start")
	return ""
}

func (c *cluster) token(role string) *asker {
	token, problems, status := c.server.run("token", "create", "--role", role, "--name", role)
	if status != 0 {
		c.t.Fatal(problems)
	}
	return &asker{c: c, bearer: strings.TrimSpace(token)}
}

// asker is somebody with a browser, or a program with a token.
type asker struct {
	c       *cluster
	cookies http.CookieJar
	bearer  string
}

func jar(t *testing.T) http.CookieJar {
	cookies, err := cookiejar.New(nil)
	must(t, err)
	return cookies
}

// try posts an operation to one of the servers.
func (p *asker) try(server int, query string) (string, error) {
	body, err := json.Marshal(object{"query": query})
	if err != nil {
		return "", err
	}
	request, err := http.NewRequestWithContext(p.c.t.Context(), http.MethodPost, p.c.addresses[server%2]+"/graphql", bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	request.Header.Set("Content-Type", "application/json")
	if p.bearer != "" {
		request.Header.Set("Authorization", "Bearer "+p.bearer)
	}
	response, err := (&http.Client{Jar: p.cookies, Timeout: time.Minute}).Do(request)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err == nil && (response.StatusCode != 200 || bytes.Contains(answer, []byte(`"errors"`))) {
		err = fmt.Errorf("%d: %s", response.StatusCode, answer)
	}
	return string(answer), err
}

// ask fails the test where that goes wrong.
func (p *asker) ask(server int, query string) string {
	p.c.t.Helper()
	answer, err := p.try(server, query)
	must(p.c.t, err)
	return answer
}

// sees tells whether a partner is in the list.
func (p *asker) sees(server int, code string) bool {
	return strings.Contains(p.ask(server, fmt.Sprintf(`{ referralPartners(search: %q) { nodes { code } } }`, code)), `"`+code+`"`)
}

// partner has Ada make a partner on a server.
func (c *cluster) partner(server int) (code string) {
	code = fmt.Sprintf("P%04d", c.made.Add(1))
	c.ada.ask(server, fmt.Sprintf(`mutation { createReferralPartner(input: {code: %q, name: "A partner"}) { partner { id } } }`, code))
	return code
}

// order has a program record one.
func (c *cluster) order(server int, id, code string) error {
	_, err := c.finance.try(server, fmt.Sprintf(`mutation { recordOrder(input: {orderId: %q, orderedAt: "2011-11-05T10:00:00Z",
		partnerCode: %q, lines: [{sku: "A", unitPrice: "10.00"}]}) { replayed userErrors { message } } }`, id, code))
	return err
}

// waitForReplicas waits until both servers read from so many.
func (c *cluster) waitForReplicas(n string) {
	c.t.Helper()
	for _, address := range c.addresses {
		until(c.t, func() bool {
			response, err := http.Get(address + "/metrics")
			must(c.t, err)
			defer response.Body.Close()
			all, err := io.ReadAll(response.Body)
			must(c.t, err)
			return strings.Contains(string(all), "\npartnerledger_replicas_read_from "+n+"\n")
		})
	}
}

// until waits for something that must come to be.
func until(t *testing.T, so func() bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); !so(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("it is not so yet")
		}
	}
}

// whoChangedSomethingReadsIt, at once, on either server.
func (c *cluster) whoChangedSomethingReadsIt(t *testing.T) {
	for i := range 6 {
		if code := c.partner(i); !c.ada.sees(i/2, code) {
			t.Errorf("%s is not there for whoever has made it", code)
		}
	}
	must(t, c.order(0, "first", "P0001"))
	if !strings.Contains(c.finance.ask(1, `{ referralPartner(code: "P0001") { ledger(period: {start: "2011-11-01", end: "2011-11-30"}) {
		entries { totalCount } } } }`), `"totalCount":1`) {
		t.Error("a program doesn't read what it has recorded")
	}
}

// whoRecordsNothingReadsLate: that is how one sees that replicas are read from at all. On a slow machine three seconds may be over before
// the question is there, so it is asked several times.
func (c *cluster) whoRecordsNothingReadsLate(t *testing.T) {
	late := false
	for i := 0; i < 10 && !late; i++ {
		code := c.partner(i)
		late = !c.readOnly.sees(i, code)
		c.readOnly.ask(i, fmt.Sprintf("{ referralPartner(code: %q) { ledger { endingBalance } } }", code)) // whom the replica doesn't know
		until(t, func() bool { return c.readOnly.sees(i, code) })
	}
	if !late {
		t.Error("no replica was read from")
	}
}

// moneyIsNeverLate: what a batch would pay is found on the primary, whoever asks.
func (c *cluster) moneyIsNeverLate(t *testing.T) {
	code := c.partner(0)
	must(t, c.order(0, "paid", code))
	answer := c.readOnly.ask(1, `{ previewReferralPartnerPayments(method: ENDING_BALANCE, date: "2011-12-05",
		criteria: {period: {start: "2011-11-01", end: "2011-11-30"}}) { lines { nodes { partner { code } amount } } } }`)
	if !strings.Contains(answer, code) {
		t.Errorf("the preview is late: %s", answer)
	}
}

// partnersAreConfinedOnReplicas as on the primary, by the same roles and policies.
func (c *cluster) partnersAreConfinedOnReplicas(t *testing.T) {
	db := connect(t, c.url("bouncer", "server"))
	must(t, postgres.Confine(db, auth.PartnerOf))
	replicas, err := postgres.AddReplicas(db, models.Replicas, []string{c.url("replica", "server")}, 5*time.Second, slog.New(slog.DiscardHandler))
	must(t, err)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	go replicas.Watch(ctx)
	until(t, func() bool { return replicas.Good() == 1 })
	seven := int64(2)
	partner := models.Late(auth.With(t.Context(), &models.Viewer{Role: models.RolePartner, PartnerID: &seven}))
	var seen struct {
		Partners, Users string
		Replica         bool
	}
	must(t, models.Snapshot(partner, db, func(tx *gorm.DB) error {
		return tx.Raw(`SELECT pg_is_in_recovery() AS replica, (SELECT string_agg(id::text, ' ') FROM partners) AS partners,
			current_user AS users`).Scan(&seen).Error
	}))
	if seen.Partners != "2" || !seen.Replica || seen.Users != "partnerledger_partner" {
		t.Errorf("seen is %+v", seen)
	}
	err = models.Snapshot(partner, db, func(tx *gorm.DB) error { return tx.Exec("SELECT * FROM users").Error })
	if err == nil || !strings.Contains(err.Error(), "permission denied") {
		t.Errorf("a partner reads the users: %v", err)
	}
}

// pgBouncerRestarts, killed too, while orders are recorded: each is sent until it is acknowledged, and there once.
func (c *cluster) pgBouncerRestarts(t *testing.T) {
	code := c.partner(0)
	var clients sync.WaitGroup
	var failures atomic.Int64
	for client := range 4 {
		clients.Go(func() {
			for n := range 60 {
				for c.order(client+n, fmt.Sprintf("%d/%d", client, n), code) != nil {
					failures.Add(1)
					time.Sleep(20 * time.Millisecond)
				}
			}
		})
	}
	for _, signal := range []os.Signal{syscall.SIGKILL, syscall.SIGINT, syscall.SIGKILL} {
		time.Sleep(300 * time.Millisecond)
		c.stop("bouncer", signal)
		c.startBouncer()
	}
	clients.Wait()
	t.Logf("%d calls failed and were sent again", failures.Load())
	var sum string
	must(t, connect(t, c.url("primary", "server")).Raw(`SELECT concat_ws(' ', count(*), count(DISTINCT source), sum(amount) = 240) FROM ledger_entries
		JOIN partners p ON p.id = partner_id WHERE code = ?`, code).Scan(&sum).Error)
	if sum != "240 240 t" {
		t.Errorf("recorded is %s", sum)
	}
}

// aReplicaThatLagsOrIsGone isn't read from, and nobody gets an error for it.
func (c *cluster) aReplicaThatLagsOrIsGone(t *testing.T) {
	c.sql("replica", "SELECT pg_wal_replay_pause()")
	c.partner(0) // something to lag behind
	c.waitForReplicas("0")
	if code := c.partner(0); !c.readOnly.sees(1, code) {
		t.Error("a replica that stands still is read from")
	}
	c.sql("replica", "SELECT pg_wal_replay_resume()")
	c.waitForReplicas("1")
	c.stop("replica", syscall.SIGQUIT)
	for i := range 20 {
		c.readOnly.ask(i, `{ referralPartnerLedgers(criteria: {period: {start: "2011-11-01", end: "2011-11-30"}}) { totalCount } }`)
	}
	c.waitForReplicas("0")
	if code := c.partner(0); !c.readOnly.sees(1, code) {
		t.Error("the primary isn't read from")
	}
	c.startPostgres("replica")
	c.waitForReplicas("1")
}
