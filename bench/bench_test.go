package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"partnerledger/postgres/pgtest"
)

// TestMain is also the bare handler, which is this program in a process of its own.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "handler" {
		main()
		return
	}
	pgtest.Main(m)
}

// tiny is a size that takes no time.
func tiny(seed int64) spec {
	return spec{size{"tiny", 40, 4000, 0, 100 * time.Millisecond, 300}, seed, time.Date(2026, time.March, 17, 0, 0, 0, 0, time.UTC)}
}

// buildServer builds the server that is measured.
func buildServer(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "partnerledger")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", file, "..").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return file
}

// TestGenerate: what is made is right, and the same again from the same seed.
func TestGenerate(t *testing.T) {
	server := buildServer(t)
	first, url := generated(t, 1)
	check := exec.CommandContext(t.Context(), server, "check")
	check.Env = append(os.Environ(), "DATABASE_URL="+url)
	if out, err := check.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	if again, _ := generated(t, 1); again != first {
		t.Error("the same seed makes other data")
	}
	if other, _ := generated(t, 2); other == first {
		t.Error("another seed makes the same data")
	}
}

// generated makes data, and returns what stands for all of them.
func generated(t *testing.T, seed int64) (digest, url string) {
	t.Helper()
	server, owner := pgtest.NewURLs(t)
	must(t, tiny(seed).generate(t.Context(), owner, server, func(string) {}))
	return digestOf(t, owner), server
}

// digestOf stands for all that the generator makes and the jobs write.
func digestOf(t *testing.T, url string) (digest string) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), url)
	must(t, err)
	defer conn.Close(t.Context())
	for _, table := range []string{
		"partners", "ledger_entries", "payments", "payment_batches", "orders", "order_lines",
		// What was added to a sum and taken away again may leave 0.00 of 0.
		"(SELECT month, partner_id, trim_scale(balance), trim_scale(clawed_back), trim_scale(adjusted), trim_scale(paid) FROM opening_balances)",
	} {
		var rows int
		var hash string
		must(t, conn.QueryRow(t.Context(), fmt.Sprintf(
			"SELECT count(*), md5(coalesce(string_agg(row, ',' ORDER BY row), '')) FROM (SELECT CAST(t AS text) AS row FROM %s t) AS rows", table)).Scan(&rows, &hash))
		if rows == 0 {
			t.Errorf("%s is empty", table)
		}
		digest += fmt.Sprintln(table, rows, hash)
	}
	return digest
}

// TestJobs: both sides of every job give the same answer, and the data are afterwards what they were.
func TestJobs(t *testing.T) {
	folder, err := os.MkdirTemp("", "partnerledger-bench-test-")
	must(t, err)
	t.Cleanup(func() { os.RemoveAll(folder) })
	must(t, os.Chmod(folder, 0o711)) // Postgres has an account of its own
	of := tiny(1)
	of.lastDay = today() // otherwise the server has months to close
	b, err := open(t.Context(), programs{folder, buildServer(t), pgtest.Programs()}, of)
	must(t, err)
	defer b.close()
	b.pairs, b.loadTime = 1, b.load
	before := digestOf(t, b.address(superuser, original))
	must(t, b.measure(t.Context(), jobs, func(_ table, rows []row) error {
		for _, r := range rows {
			if r.Error != "" || r.Ours <= 0 && r.Unit != mebibytes { // a job may take no more memory than there was
				t.Errorf("%s: %v %s", r.What, r.Ours, r.Error)
			}
		}
		if !b.copied {
			return nil
		}
		if after := digestOf(t, b.address(superuser, writable)); after != before {
			t.Errorf("%s leaves\n%s instead of\n%s", rows[0].Job, after, before)
		}
		return nil
	}))
	if after := digestOf(t, b.address(superuser, original)); after != before {
		t.Errorf("the jobs leave\n%s instead of\n%s", after, before)
	}
}

// TestTable: a run is told beside the one before, and where the two don't agree.
func TestTable(t *testing.T) {
	report := func(low, ratio, high float64) row {
		return comparison{1, 1, ratio, low, high}.row("report", seconds, atMost(2))
	}
	batch := func(low, ratio, high float64) row {
		return comparison{1, 1, ratio, low, high}.row("batch", seconds, atMost(2))
	}
	before := table{Rows: []row{report(0.9, 1, 1.1), batch(1, 1.5, 1.6), memory("idle", 51, 64)}}
	file := filepath.Join(t.TempDir(), "table.json")
	must(t, before.writeJSON(file))
	read := readTable(file)
	if !reflect.DeepEqual(read, before) {
		t.Errorf("read %v, written %v", read, before)
	}
	now := table{Rows: []row{report(1.1, 1.2, 1.3), batch(1.7, 1.8, 1.9), memory("idle", 52, 64), memory("busy", 65, 64), memory("less", -0.3, 64)}}
	var out strings.Builder
	for _, r := range now.Rows {
		r.judge()
		r.print(&out, read)
	}
	now.printApart(&out, read)
	const want = `
report 1.0 s 1.0 s 1.20 (1.10 – 1.30) ≤ 2 yes 1.00 –
batch 1.0 s 1.0 s 1.80 (1.70 – 1.90) ≤ 2 yes 1.50 –
idle 52 – ≤ 64 yes 51 52
busy 65 – ≤ 64 NO 65
less – – ≤ 64 yes –

batch: apart from the run before, which found 1.50 (1.00 – 1.60).
`
	if got := regexp.MustCompile(` +`).ReplaceAllString("\n"+out.String(), " "); got != want {
		t.Errorf("printed %s\ninstead of %s", got, want)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
