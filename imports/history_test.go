package imports_test

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"partnerledger/commissions"
	"partnerledger/imports"
	"partnerledger/models"
)

// many is a file of n orders of partner A, one an hour from a day on.
func many(n int, from time.Time) string {
	var text strings.Builder
	text.WriteString("order_id,ordered_at,partner_code,sku,unit_price\n")
	for i := range n {
		fmt.Fprintf(&text, "%d,%s,A,X,10\n", i, from.Add(time.Duration(i)*time.Hour).Format(time.RFC3339))
	}
	return text.String()
}

// watch notes the days from which History is asked for, and how often it is done.
func (h *house) watch() (asked *[]string, done *int) {
	asked, done = new([]string), new(int)
	h.History = func(tx *gorm.DB, from models.Date) (func() error, error) {
		*asked = append(*asked, from.String())
		finish, err := h.ledger.History(tx, from)
		return func() error {
			*done++
			return finish()
		}, err
	}
	return asked, done
}

// TestAFileInChunksWithSomeHistoryRecordsAlone: two chunks lock the opening balances of months that are over in an order that
// nobody else could keep to.
func TestAFileInChunksWithSomeHistoryRecordsAlone(t *testing.T) {
	h := withPartners(t)
	alone := 0
	h.Alone = func(tx *gorm.DB) error {
		alone++
		return h.ledger.Alone(tx)
	}
	old := "order_id,ordered_at,partner_code,sku,unit_price\nold,2011-12-31T10:00:00Z,A,X,10\n"
	h.load(imports.Orders, old)
	if alone != 0 {
		t.Error("one chunk keeps others out")
	}
	_, rows, _ := strings.Cut(many(5000, time.Date(2012, 1, 1, 0, 0, 0, 0, time.UTC).Add(-time.Hour)), "\n")
	h.load(imports.Orders, strings.Replace(old, "old,", "older,", 1)+rows)
	if alone != 1 {
		t.Errorf("two chunks kept others out %d times", alone)
	}
	h.addsUp()
}

// TestFilesWaitWithoutAConnection: however many are sent at once, one of them is in a transaction.
func TestFilesWaitWithoutAConnection(t *testing.T) {
	h := withPartners(t)
	pool, err := h.DB.DB()
	must(t, err)
	pool.SetMaxOpenConns(2)
	file, writing := io.Pipe()
	ended := make(chan error)
	for n := range 4 {
		var source io.Reader = strings.NewReader(fmt.Sprintf("order_id,ordered_at,partner_code,sku,unit_price\n%d,2012-01-01T10:00:00Z,A,X,10\n", n))
		if n == 0 {
			source = file
		}
		go func() {
			_, err := h.Import(context.Background(), imports.Orders, source, imports.Options{})
			ended <- err
		}()
		if n == 0 { // it has its turn once somebody reads
			_, err := io.WriteString(writing, "order_id,ordered_at,partner_code,sku,unit_price\n")
			must(t, err)
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	must(t, h.DB.WithContext(ctx).Exec("SELECT 1").Error)
	must(t, writing.Close())
	for range 4 {
		must(t, <-ended)
	}
	if n := h.count("orders"); n != 3 {
		t.Errorf("%d orders", n)
	}
}

func TestHistoryIsCarriedForwardAtOnce(t *testing.T) {
	start := time.Date(2011, 2, 3, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name  string
		n     int
		from  time.Time
		asked string
	}{
		{"a thousand old orders", 1000, start, "[]"},
		{"one more", 1001, start, "[2011-02-03]"},
		{"new ones", 1001, time.Date(2012, 1, 1, 0, 0, 0, 0, time.UTC), "[]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := withPartners(t)
			asked, done := h.watch()
			h.load(imports.Orders, "order_id,ordered_at,partner_code,sku,unit_price\nbefore,2011-01-01T00:00:00Z,C,X,10\n")
			_, err := h.ledger.CloseMonths(t.Context())
			must(t, err)
			h.load(imports.Orders, many(c.n, c.from))
			equal(t, fmt.Sprint(*asked), c.asked)
			if *done != len(*asked) {
				t.Errorf("done %d times", *done)
			}
			equal(t, h.balances(), fmt.Sprintf("A %d.00, C 1.00", c.n))
			if months := h.count("closed_months"); months != 12 {
				t.Errorf("%d months are closed", months)
			}
			h.addsUp()
		})
	}
}

func TestHistoryOfRefunds(t *testing.T) {
	h := withPartners(t)
	h.load(imports.Orders, many(1001, time.Date(2011, 2, 3, 0, 0, 0, 0, time.UTC)))
	asked, _ := h.watch()
	var text strings.Builder
	text.WriteString(refundColumns)
	for i := range 1001 {
		text.WriteString(refundRow(fmt.Sprint("R", i), fmt.Sprint(i), "10"))
	}
	equal(t, counts(h.load(imports.Refunds, text.String())), "rows 1001, recorded 1001")
	equal(t, fmt.Sprint(*asked), "[2011-06-12]")
	equal(t, h.balances(), "A 0.00")
	h.addsUp()
}

// Several chunks: of orders that stand apart, and of refunds.
func TestManyChunks(t *testing.T) {
	h := withPartners(t)
	var orders, refunds strings.Builder
	orders.WriteString(orderColumns)
	refunds.WriteString(refundColumns)
	const n = 2500
	for _, sku := range []string{"X", "Y"} {
		for i := range n {
			orders.WriteString(line(fmt.Sprint("o", i), sku, "1", "10"))
			refunds.WriteString(refundRow(fmt.Sprint("r", sku, i), fmt.Sprint("o", i%100), "0.01"))
		}
	}
	var progress []string
	report, err := h.Import(t.Context(), imports.Orders, strings.NewReader(orders.String()), imports.Options{
		Progress: func(doing string, done, total int) { progress = append(progress, fmt.Sprint(doing, done, total)) },
	})
	must(t, err)
	equal(t, counts(report), "rows 5000, recorded 2500")
	equal(t, strings.Join(progress, " "), "reading2000 0 reading4000 0 recording2000 5000 recording4000 5000 recording5000 5000")
	equal(t, h.balances(), "A 5000.00")
	equal(t, counts(h.load(imports.Refunds, refunds.String())), "rows 5000, recorded 5000")
	// Each of 100 orders gave back 0.50 of 20.00: too little at a time to claw anything back but the rounding of 0.001.
	equal(t, h.balances(), "A 5000.00")
	h.addsUp()
}

// While a file of history waits for the ledger, orders of the same ids come in one by one. Neither side may wait for
// the other in a circle.
func TestFileBesideSingleOrders(t *testing.T) {
	h := withPartners(t)
	start := time.Date(2011, 2, 3, 0, 0, 0, 0, time.UTC)
	stop, stopped := context.WithCancel(t.Context())
	errs := make(chan error, 4)
	for worker := range 4 {
		go func() {
			for i := 1999 - worker; i >= 0; i -= 4 {
				if stop.Err() != nil {
					break
				}
				_, err := h.Commissions.RecordOrder(t.Context(), commissions.OrderInput{
					OrderID: fmt.Sprint(i), OrderedAt: start.Add(time.Duration(i) * time.Hour), PartnerCode: "A",
					Lines: []commissions.OrderLineInput{{SKU: "X", Quantity: dec("1"), UnitPrice: dec("10")}},
				})
				if err != nil {
					errs <- err
					return
				}
			}
			errs <- nil
		}()
	}
	report := h.load(imports.Orders, many(2000, start))
	stopped()
	for range 4 {
		must(t, <-errs)
	}
	if report.Recorded+report.Unchanged != 2000 {
		t.Errorf("%s", counts(report))
	}
	equal(t, h.balances(), "A 2000.00")
	h.addsUp()
}

// Two files have the same orders, one the other way round: recorded side by side, each would wait for the other.
func TestFilesAtOnce(t *testing.T) {
	h := withPartners(t)
	forward := many(6000, time.Date(2012, 1, 1, 0, 0, 0, 0, time.UTC))
	lines := strings.SplitAfter(forward, "\n")
	slices.Reverse(lines[1:])
	reports, errs := make(chan *imports.Report, 2), make(chan error, 2)
	for _, text := range []string{forward, strings.Join(lines, "")} {
		go func() {
			report, err := h.Import(t.Context(), imports.Orders, strings.NewReader(text), imports.Options{})
			reports <- report
			errs <- err
		}()
	}
	recorded := 0
	for range 2 {
		must(t, <-errs)
		recorded += (<-reports).Recorded
	}
	if recorded != 6000 {
		t.Errorf("%d orders were recorded", recorded)
	}
	equal(t, h.balances(), "A 6000.00")
}
