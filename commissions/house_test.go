package commissions_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/commissions"
	"partnerledger/ledger"
	"partnerledger/models"
	"partnerledger/postgres/pgtest"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// house is the service on a database of its own, at noon of 15 June 2011.
type house struct {
	*commissions.Service
	t     testing.TB
	clock time.Time
}

func open(t testing.TB) *house {
	h := &house{t: t, clock: time.Date(2011, 6, 15, 12, 0, 0, 0, time.UTC)}
	h.Service = &commissions.Service{DB: pgtest.New(t), Business: &models.Business{
		Zone: time.UTC, Currency: "USD", Now: func() time.Time { return h.clock },
	}}
	return h
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func day(s string) models.Date { return known(models.ParseDate(s)) }

func at(s string) time.Time { return known(models.ParseInstant(s)) }

func known[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func ptr[T any](v T) *T { return &v }

// partner makes a partner, below a parent if it has one.
func (h *house) partner(code string, parent *models.Partner) *models.Partner {
	h.t.Helper()
	p := &models.Partner{Code: code, Name: code, Status: models.PartnerActive, CurrencyCode: "USD", CreatedAt: h.clock}
	if parent != nil {
		p.ParentID = &parent.ID
	}
	must(h.t, h.DB.Create(p).Error)
	return p
}

// family makes A, whose parent is B, whose parent is C, whose parent is D.
func (h *house) family() (a, b, c *models.Partner) {
	c = h.partner("C", h.partner("D", nil))
	b = h.partner("B", c)
	return h.partner("A", b), b, c
}

// rules makes rules the default program: "1 10%", "2 A 5%", "3 0.25".
func (h *house) rules(texts ...string) *models.CommissionProgram {
	h.t.Helper()
	programs, err := h.Programs(h.t.Context())
	must(h.t, err)
	saved, err := h.SaveProgram(h.t.Context(), commissions.ProgramInput{
		ID: &programs[0].ID, Name: programs[0].Name, IsDefault: true, Rules: rules(texts...),
	})
	must(h.t, err)
	return saved
}

func rules(texts ...string) []commissions.RuleInput {
	var rules []commissions.RuleInput
	for _, text := range texts {
		words := strings.Fields(text)
		rule := commissions.RuleInput{Level: int(words[0][0] - '0')}
		if len(words) == 3 {
			rule.SKU = &words[1]
		}
		if number, percent := strings.CutSuffix(words[len(words)-1], "%"); percent {
			rule.Percent = ptr(dec(number))
		} else {
			rule.Amount = ptr(dec(number))
		}
		rules = append(rules, rule)
	}
	return rules
}

// order is an order of partner A, of lines "SKU quantity price".
func order(id string, lines ...string) commissions.OrderInput {
	in := commissions.OrderInput{OrderID: id, OrderedAt: at("2011-06-10T10:00:00Z"), PartnerCode: "A"}
	for _, line := range lines {
		words := strings.Fields(line)
		in.Lines = append(in.Lines, commissions.OrderLineInput{
			SKU: words[0], Description: "thing " + words[0], Quantity: dec(words[1]), UnitPrice: dec(words[2]),
		})
	}
	return in
}

func (h *house) record(in commissions.OrderInput) *commissions.RecordedOrder {
	h.t.Helper()
	recorded, err := h.RecordOrder(h.t.Context(), in)
	must(h.t, err)
	return recorded
}

func refund(id, order, amount string) commissions.RefundInput {
	return commissions.RefundInput{RefundID: id, OrderID: order, RefundedAt: at("2011-06-12T10:00:00Z"), Amount: dec(amount)}
}

func (h *house) refund(id, order, amount string) *commissions.RecordedRefund {
	h.t.Helper()
	recorded, err := h.RecordRefund(h.t.Context(), refund(id, order, amount))
	must(h.t, err)
	return recorded
}

// told writes entries as "partner kind amount source".
func told(entries []models.LedgerEntry, partners ...*models.Partner) []string {
	codes := map[int64]string{}
	for _, p := range partners {
		codes[p.ID] = p.Code
	}
	texts := []string{}
	for _, e := range entries {
		texts = append(texts, fmt.Sprintf("%s %s %s %s", codes[e.PartnerID], e.Kind, models.DecimalString(e.Amount), e.Source))
	}
	return texts
}

func equal(t testing.TB, got, want []string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// refusedWith expects UserErrors, each told as "CODE field.path".
func refusedWith(t testing.TB, err error, want ...string) {
	t.Helper()
	found, all := models.UserErrors(err)
	if err == nil || !all {
		t.Fatalf("got the error %v, want %v", err, want)
	}
	var got []string
	for _, e := range found {
		got = append(got, strings.TrimSpace(string(e.Code)+" "+strings.Join(e.Field, ".")))
	}
	equal(t, got, want)
}

// entries counts all entries there are.
func (h *house) entries() (n int64) {
	h.t.Helper()
	must(h.t, h.DB.Model(&models.LedgerEntry{}).Count(&n).Error)
	return n
}

// balance sums all entries of a partner.
func (h *house) balance(p *models.Partner) string {
	h.t.Helper()
	var sum decimal.Decimal
	must(h.t, h.DB.Raw("SELECT coalesce(sum(amount), 0) FROM ledger_entries WHERE partner_id = ?", p.ID).Scan(&sum).Error)
	return sum.StringFixed(2)
}

// addsUp ends every test that writes: do the opening balances still say what the entries say?
func (h *house) addsUp() {
	h.t.Helper()
	differences, err := h.ledger().Check(h.t.Context())
	must(h.t, err)
	totals, err := h.Check(h.t.Context())
	must(h.t, err)
	for _, d := range append(differences, totals...) {
		h.t.Error(d)
	}
}

func (h *house) ledger() *ledger.Service { return &ledger.Service{Business: h.Business, DB: h.DB} }

func (h *house) closeMonths() {
	h.t.Helper()
	_, err := h.ledger().CloseMonths(h.t.Context())
	must(h.t, err)
}

// tenTimes does something from ten sides at once and returns the errors.
func tenTimes(do func(i int) error) []error {
	start, errs := make(chan struct{}), make(chan error)
	for i := range 10 {
		go func() {
			<-start
			errs <- do(i)
		}()
	}
	close(start)
	var all []error
	for range 10 {
		if err := <-errs; err != nil {
			all = append(all, err)
		}
	}
	return all
}

func (h *house) inTransaction(do func(tx *gorm.DB) error) error { return h.DB.Transaction(do) }
