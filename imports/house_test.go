package imports_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/commissions"
	"partnerledger/imports"
	"partnerledger/ledger"
	"partnerledger/models"
	"partnerledger/partners"
	"partnerledger/postgres/pgtest"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// house is the services on a database of their own, on 15 January 2012: after all of the sample.
type house struct {
	*imports.Service
	DB     *gorm.DB
	ledger *ledger.Service
	t      testing.TB
}

func open(t testing.TB) *house {
	clock := time.Date(2012, 1, 15, 12, 0, 0, 0, time.UTC)
	business := &models.Business{Zone: time.UTC, Currency: "GBP", Now: func() time.Time { return clock }}
	db := pgtest.New(t)
	books := &ledger.Service{Business: business, DB: db}
	return &house{t: t, DB: db, ledger: books, Service: &imports.Service{
		Business: business, History: books.History, Alone: books.Alone,
		Partners:    &partners.Service{Business: business, DB: db},
		Commissions: &commissions.Service{Business: business, DB: db},
	}}
}

// withPartners has the partners A, B below A, and C.
func withPartners(t testing.TB) *house {
	h := open(t)
	h.load(imports.Partners, "code,name,parent_code\nA,Anna,\nB,Ben,A\nC,Cleo,\n")
	return h
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func ptr[T any](v T) *T { return &v }

// tried imports a text; the report is all there is to know, or the test fails.
func (h *house) tried(kind imports.Kind, text string, o imports.Options) *imports.Report {
	h.t.Helper()
	report, err := h.Import(h.t.Context(), kind, strings.NewReader(text), o)
	if err != nil && !errors.Is(err, imports.ErrRefused) {
		h.t.Fatal(err)
	}
	if refused := report.Wrong() > 0 && !o.SkipInvalid; refused && err == nil {
		h.t.Fatal("problems, but no ErrRefused")
	}
	return report
}

// load imports a text that is right.
func (h *house) load(kind imports.Kind, text string) *imports.Report {
	h.t.Helper()
	report, err := h.Import(h.t.Context(), kind, strings.NewReader(text), imports.Options{})
	if err != nil {
		h.t.Fatalf("%v\n%v", err, report)
	}
	return report
}

func sample(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile("../testdata/sample/" + name + ".csv")
	must(t, err)
	return string(text)
}

// told writes the problems of a report as "line column: reason".
func told(r *imports.Report) string {
	var lines []string
	for _, p := range r.Problems {
		lines = append(lines, fmt.Sprintf("%d %s: %s", p.Line, p.Column, p.Reason))
	}
	return strings.Join(lines, "\n")
}

// counts writes the numbers of a report, those that aren't zero.
func counts(r *imports.Report) string {
	var texts []string
	for _, c := range []struct {
		name string
		n    int
	}{
		{"rows", r.Rows},
		{"recorded", r.Recorded},
		{"created", r.Created},
		{"updated", r.Updated},
		{"unchanged", r.Unchanged},
		{"wrong", r.Wrong()},
		{"besides", r.Besides},
	} {
		if c.n != 0 {
			texts = append(texts, fmt.Sprintf("%s %d", c.name, c.n))
		}
	}
	return strings.Join(texts, ", ")
}

func equal(t testing.TB, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("got\n  %s\nwant\n  %s", strings.ReplaceAll(got, "\n", "\n  "), strings.ReplaceAll(want, "\n", "\n  "))
	}
}

// balances writes what everybody is owed who has an entry, "A 1.00, B 2.00".
func (h *house) balances() string {
	h.t.Helper()
	var rows []struct {
		Code   string
		Amount decimal.Decimal
	}
	must(h.t, h.DB.Raw(`SELECT p.code, sum(e.amount) AS amount FROM ledger_entries e JOIN partners p ON p.id = e.partner_id
		GROUP BY p.code ORDER BY p.code`).Scan(&rows).Error)
	var texts []string
	for _, r := range rows {
		texts = append(texts, r.Code+" "+r.Amount.StringFixed(2))
	}
	return strings.Join(texts, ", ")
}

func (h *house) count(table string) (n int) {
	h.t.Helper()
	must(h.t, h.DB.Raw("SELECT count(*) FROM "+table).Scan(&n).Error)
	return n
}

// addsUp ends every test that writes: do the opening balances still say what the entries say?
func (h *house) addsUp() {
	h.t.Helper()
	differences, err := h.ledger.Check(h.t.Context())
	must(h.t, err)
	for _, d := range differences {
		h.t.Error(d)
	}
}
