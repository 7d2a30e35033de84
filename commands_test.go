package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"partnerledger/models"
	"partnerledger/postgres/pgtest"
)

// program is the program itself, in a process of its own, on a database of its own.
type program struct {
	t   testing.TB
	env []string
}

func newProgram(t testing.TB) (p program, owner string) {
	t.Helper()
	server, owner := pgtest.NewURLs(t)
	return program{t, append(os.Environ(), beProgram+"=1", "DATABASE_URL="+server, "CURRENCY=GBP", "LISTEN=127.0.0.1:0")}, owner
}

func (p program) command(args ...string) *exec.Cmd {
	cmd := exec.CommandContext(p.t.Context(), os.Args[0], args...)
	cmd.Env = p.env
	return cmd
}

// run returns what a command printed and its exit status.
func (p program) run(args ...string) (stdout, stderr string, status int) {
	p.t.Helper()
	var out, problems strings.Builder
	cmd := p.command(args...)
	cmd.Stdout, cmd.Stderr = &out, &problems
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		p.t.Fatal(err)
	}
	return out.String(), problems.String(), cmd.ProcessState.ExitCode()
}

// prints fails the test unless a command exits with a status and prints what a pattern describes.
func (p program) prints(status int, pattern string, args ...string) {
	p.t.Helper()
	stdout, stderr, got := p.run(args...)
	if got != status || !regexp.MustCompile(pattern).MatchString(stdout) {
		p.t.Errorf("%v: exit status %d, want %d\n%s%s\nwant %s", args, got, status, stdout, stderr, pattern)
	}
}

// TestCommands: each does what its help says, with an exit status that a script can go by.
func TestCommands(t *testing.T) {
	p, owner := newProgram(t)
	p.prints(0, `(?s)serve.*migrate.*import.*token create.*check.*backup.*restore.*close-months`, "--help")
	p.prints(0, `(?s)DATABASE_URL.*DATA_DIR.*POSTGRES_BIN.*TIME_ZONE.*CURRENCY.*LISTEN.*SAMPLE_DATA`, "serve", "--help")
	p.prints(0, `up to date`, "migrate")
	p.prints(0, `40 partners created`, "import", "partners", "testdata/sample/partners.csv")
	p.prints(0, `1,181 orders`, "import", "orders", "testdata/sample/orders.csv", "--dry-run")
	p.prints(0, `1,181 orders recorded`, "import", "orders", "testdata/sample/orders.csv")
	p.prints(0, `nothing new, 1,181 orders there already`, "import", "orders", "testdata/sample/orders.csv")
	p.prints(1, `(?s)line 2, .*1,940 wrong; nothing recorded`, "import", "orders", "testdata/sample/orders-as-found.csv")
	p.prints(0, `63 refunds recorded`, "import", "refunds", "testdata/sample/refunds.csv")
	p.prints(0, `^pl_[A-Za-z0-9_-]{43}[0-9A-Za-z]{6}\n$`, "token", "create", "--role", "FINANCE", "--name", "nightly", "--expires", "720h")
	p.prints(1, `^$`, "token", "create", "--role", "FINANCE", "--name", "nightly", "--expires=-1h")
	p.prints(80, `^`, "token", "create", "--role", "PARTNER", "--name", "portal")
	p.prints(0, `^\d+ months closed`, "close-months")
	p.prints(0, `what the entries say`, "check")

	db := connect(t, owner)
	var logged []string
	must(t, db.Raw(`SELECT concat_ws('|', actor, role, through, address, operation, subject, after->>'rows') FROM audit_events
		ORDER BY id`).Scan(&logged).Error)
	who, err := user.Current()
	must(t, err)
	if want := []string{
		who.Username + "|command|import partners|a file of partners|40",
		who.Username + "|command|import orders|a file of orders|2852",
		who.Username + "|command|import refunds|a file of refunds|63",
		who.Username + "|command|token create|nightly",
		who.Username + "|command|check|every stored figure",
	}; !slices.Equal(logged, want) {
		t.Errorf("the log has %q", logged)
	}

	must(t, db.Exec("UPDATE opening_balances SET balance = balance + 0.01 WHERE month = '2011-06-01' AND partner_id = 11").Error)
	p.prints(1, `(?s)opening balance of partner RP\d+ \(11\), GBP, 2011-06-01: expected balance .*, found balance `, "check")
	p.prints(1, `Recording goes on`, "check", "--resume")
}

// TestWrongConfiguration is told before anything is touched, by the name of what is wrong.
func TestWrongConfiguration(t *testing.T) {
	p, _ := newProgram(t)
	for variable, value := range map[string]string{
		"TIME_ZONE": "Mars/Olympus", "CURRENCY": "POUNDS", "LISTEN": "nowhere:x", "DATABASE_URL": "postgres://127.0.0.1:1/none",
		"OIDC_ISSUER": "https://login.example.com", "OIDC_CLIENT_SECRET": "alone",
	} {
		wrong := program{t, append(p.env, variable+"="+value)}
		_, stderr, status := wrong.run("serve")
		if status == 0 || (!strings.Contains(stderr, variable) && variable != "DATABASE_URL") {
			t.Errorf("%s=%s: exit status %d, %s", variable, value, status, stderr)
		}
	}
	_, stderr, status := p.run("import", "orders", filepath.Join(t.TempDir(), "none.csv"))
	if status == 0 || !strings.Contains(stderr, "none.csv") {
		t.Errorf("a file that isn't there: exit status %d, %s", status, stderr)
	}
}

// TestTheFirstAdministratorIsAsSet, and its password is printed nowhere then, nor one that can't be.
func TestTheFirstAdministratorIsAsSet(t *testing.T) {
	p, owner := newProgram(t)
	weak := program{t, append(p.env, "ADMIN_PASSWORD=password1234")}
	stdout, stderr, status := weak.run("serve")
	if status == 0 || !strings.Contains(stderr, "ADMIN_PASSWORD") || strings.Contains(stdout+stderr, "password1234") {
		t.Errorf("exit status %d, %s%s", status, stdout, stderr)
	}
	p.env = append(p.env, "ADMIN_EMAIL=ada@example.com", "ADMIN_PASSWORD=orange-kettle-77-moon")
	cmd := p.command("serve")
	var printed, logged strings.Builder
	out, err := cmd.StdoutPipe()
	must(t, err)
	cmd.Stderr = &logged
	must(t, cmd.Start())
	for lines := bufio.NewScanner(out); lines.Scan(); {
		printed.WriteString(lines.Text())
		if strings.Contains(lines.Text(), "Sign in") {
			must(t, cmd.Process.Signal(syscall.SIGTERM))
		}
	}
	must(t, cmd.Wait())
	if all := printed.String() + logged.String(); !strings.Contains(all, "Sign in as ada@example.com with the password that was set") || strings.Contains(all, "kettle") {
		t.Errorf("it says %s", all)
	}
	var user models.User
	must(t, connect(t, owner).Take(&user).Error)
	if user.Email != "ada@example.com" || user.Role != models.RoleAdmin {
		t.Errorf("made is %+v", user)
	}
}

// TestServe: it says where it is and how to sign in, serves, and ends in order when told to.
func TestServe(t *testing.T) {
	p, _ := newProgram(t)
	p.env = append(p.env, "SAMPLE_DATA=testdata/sample")
	cmd := p.command() // serve is what happens without a command
	stdout, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	lines := bufio.NewScanner(stdout)
	address, email, password := "", "", ""
	for password == "" && lines.Scan() {
		if found := regexp.MustCompile(`Partner Ledger is at (\S+)`).FindStringSubmatch(lines.Text()); found != nil {
			address = found[1]
		}
		if found := regexp.MustCompile(`Sign in as (\S+) with this password`).FindStringSubmatch(lines.Text()); found != nil {
			email = found[1]
		}
		password = regexp.MustCompile(`^ {4}(\S+)$`).FindString(lines.Text())
	}
	password = strings.TrimSpace(password)
	cookies, err := cookiejar.New(nil)
	must(t, err)
	client := &http.Client{Jar: cookies}
	ask := func(query string) string {
		body, err := json.Marshal(object{"query": query})
		must(t, err)
		request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address+"/graphql", bytes.NewReader(body))
		must(t, err)
		request.Header.Set("Content-Type", "application/json")
		response, err := client.Do(request)
		must(t, err)
		defer response.Body.Close()
		answer, err := io.ReadAll(response.Body)
		must(t, err)
		return strings.TrimSpace(string(answer))
	}
	if got := ask(fmt.Sprintf("mutation { signIn(email: %q, password: %q) { viewer { role } } }", email, password)); got != `{"data":{"signIn":{"viewer":{"role":"ADMIN"}}}}` {
		t.Errorf("signing in, it answers %s", got)
	}
	if got := ask("{ referralPartners { totalCount } }"); got != `{"data":{"referralPartners":{"totalCount":40}}}` {
		t.Errorf("it answers %s", got)
	}
	must(t, cmd.Process.Signal(syscall.SIGTERM))
	ended := time.AfterFunc(30*time.Second, func() { cmd.Process.Kill() })
	defer ended.Stop()
	for lines.Scan() { // what it still prints
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("it ended with %v", err)
	}
}
