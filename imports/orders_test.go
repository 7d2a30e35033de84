package imports_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"partnerledger/imports"
	"partnerledger/models"
)

const orderColumns = "order_id,ordered_at,partner_code,customer_id,sku,product,quantity,unit_price,currency\n"

// line is a row of an order of partner A.
func line(order, sku, quantity, price string) string {
	return fmt.Sprintf("%s,2011-06-10T10:00:00Z,A,c1,%s,thing,%s,%s,GBP\n", order, sku, quantity, price)
}

func TestFewestColumns(t *testing.T) {
	h := withPartners(t)
	report := h.load(imports.Orders, "unit_price,sku,partner_code,ordered_at,order_id\n2.50,X,a,2011-06-10T23:30:00-05:00,1\n")
	equal(t, counts(report), "rows 1, recorded 1")
	o, err := h.Commissions.Order(t.Context(), "1")
	must(t, err)
	equal(t, fmt.Sprint(o.Date, " ", o.CurrencyCode, " ", models.DecimalString(o.Total), " ", o.CustomerID, " ", o.Lines[0].Quantity),
		"2011-06-11 GBP 2.50 <nil> 1")
	equal(t, h.balances(), "A 0.25")
}

func TestLinesOfAnOrderNeedNotStandTogether(t *testing.T) {
	h := withPartners(t)
	report := h.load(imports.Orders, orderColumns+line("2", "X", "1", "10")+line("1", "X", "1", "5")+line("2", "Y", "2", "20"))
	equal(t, counts(report), "rows 3, recorded 2")
	o, err := h.Commissions.Order(t.Context(), "2")
	must(t, err)
	if len(o.Lines) != 2 || o.Lines[1].SKU != "Y" || models.DecimalString(o.Total) != "50.00" {
		t.Errorf("recorded %+v", o)
	}
	// The same order through the API is the same order.
	again := h.load(imports.Orders, orderColumns+line("2", "X", "1.0", "10.00")+line("2", "Y", "2", "20"))
	equal(t, counts(again), "rows 2, unchanged 1")
}

func TestWrongOrders(t *testing.T) {
	h := withPartners(t)
	h.load(imports.Orders, orderColumns+line("there", "X", "1", "10"))
	text := orderColumns +
		line("good", "X", "1", "10") + // 2
		line("1", "X", "-1", "0") +
		line("1", "Y", "1", "10") +
		line("", "X", "1", "10") + // 5
		line("2", "X", "1", "10") +
		line("2 ", "Y", "1", "10") +
		"3,yesterday,A,c1,,thing,one,1e3,GB\n" + // 8
		"4,2011-06-10T10:00:00Z,Z,c1,X,thing,1,10,GBP\n" +
		"5,2011-06-10T10:00:00Z,A,c1,X,thing,1,10,GBP\n" + // 10
		"5,2011-06-10T10:01:00Z,a,c1,Y,thing,1,10,GBP\n" +
		"5,2011-06-10T10:00:00Z,B,c2,Z,thing,1,10,EUR\n" +
		line("there", "X", "1", "10") + // 13
		line("there", "Y", "1", "10") +
		line("good", "Y", "1", "10") +
		"6,2011-06-10T10:00:00Z,,c1,X,thing,,10,GBP\n" +
		"7,2011-06-10T10:00:00Z,A,c1,X\n" +
		line("7", "Y", "1", "10") // 18
	problems := strings.Join([]string{
		"3 quantity: the quantity must be more than zero; unit_price: the unit price must be more than zero",
		"5 order_id: order_id is missing",
		"7 order_id: order_id has spaces around it",
		`8 ordered_at: "yesterday" is not an instant like 2011-06-24T09:41:00Z; unit_price: "1e3" is not a decimal number like "1234.50";` +
			` quantity: "one" is not a decimal number like "1234.50"; currency: "GB" is not a currency code of ISO 4217; sku: sku is missing`,
		"9 partner_code: there is no partner of the code Z",
		"12 partner_code: it is another one than on line 10, where order 5 begins;" +
			" customer_id: it is another one than on line 10, where order 5 begins; currency: it is another one than on line 10, where order 5 begins",
		"13 order_id: order there is recorded already, with another content",
		`16 partner_code: partner_code is missing; quantity: "" is not a decimal number like "1234.50"`,
		"17 : the row has 5 cells, the first row has 9",
	}, "\n")
	problems = strings.Replace(problems, "2011-06-24T09", "2015-06-24T09", 1)
	refused := h.tried(imports.Orders, text, imports.Options{})
	equal(t, told(refused), problems)
	equal(t, counts(refused), "rows 17, wrong 9")
	equal(t, h.balances(), "A 1.00")
	skipped := h.tried(imports.Orders, text, imports.Options{SkipInvalid: true})
	equal(t, told(skipped), problems)
	equal(t, counts(skipped), "rows 17, recorded 1, wrong 9, besides 6")
	equal(t, h.balances(), "A 3.00")
	if text := skipped.String(); !strings.HasSuffix(text, "6 rows besides, of orders that are refused for another row\n17 rows read, 9 wrong; 1 order recorded\n") {
		t.Errorf("told:\n%s", text)
	}
	h.addsUp()
}

// A row with a cell too many, or one too few, may belong to either of two orders: none of them is recorded.
func TestOrderOfARowThatIsShifted(t *testing.T) {
	h := withPartners(t)
	text := "sku,unit_price,ordered_at,partner_code,order_id,customer_id\n" +
		"X,10,2011-06-10T10:00:00Z,A,1,c\n" +
		"X,Y,10,2011-06-10T10:00:00Z,A,1,c\n" +
		"X,10,2011-06-10T10:00:00Z,A,2,c\n" +
		"Y,10,2011-06-10T10:00:00Z,A,2,c,d\n" +
		"X,10,2011-06-10T10:00:00Z,A,3,c\n" +
		"X\n"
	report := h.tried(imports.Orders, text, imports.Options{SkipInvalid: true})
	equal(t, counts(report), "rows 6, recorded 1, wrong 3, besides 2")
	if o, err := h.Commissions.Order(t.Context(), "3"); err != nil || o == nil {
		t.Errorf("order 3 is not there, %v", err)
	}
}

func TestDryRun(t *testing.T) {
	h := withPartners(t)
	report := h.tried(imports.Orders, orderColumns+line("1", "X", "1", "10"), imports.Options{DryRun: true})
	equal(t, report.String(), "1 row read; a dry run, nothing is kept: 1 order recorded\n")
	if h.count("orders")+h.count("order_lines")+h.count("ledger_entries") != 0 {
		t.Error("a dry run recorded something")
	}
	_, err := h.Import(t.Context(), imports.Orders, strings.NewReader(orderColumns+line("1", "X", "0", "10")), imports.Options{DryRun: true})
	if !errors.Is(err, imports.ErrRefused) {
		t.Errorf("a dry run of a wrong file: %v", err)
	}
}

// Whatever rows are wrong, and whatever the order of the rows: with SkipInvalid exactly the orders without a wrong row are
// recorded, and every row is accounted for.
func TestEveryRowIsAccountedFor(t *testing.T) {
	h := withPartners(t)
	wrongs := []string{
		line("%s", "X", "0", "1"), line("%s", "", "1", "1"), "%s,2011-06-10T10:00:00Z\n", line("%s ", "X", "1", "1"),
		strings.Replace(line("%s", "X", "1", "1"), ",A,", ",Z,", 1),
	}
	rapid.Check(t, func(t *rapid.T) {
		orders := rapid.IntRange(1, 8).Draw(t, "orders")
		rowsOf, wrongOf := map[int]int{}, map[int]int{}
		var rows []string
		for i := range rapid.IntRange(1, 30).Draw(t, "rows") {
			order := rapid.IntRange(1, orders).Draw(t, "order")
			row := line(fmt.Sprint(order), fmt.Sprint("S", i), "1", "10")
			if rapid.IntRange(0, 7).Draw(t, "wrong") == 0 {
				row = fmt.Sprintf(rapid.SampledFrom(wrongs).Draw(t, "how"), fmt.Sprint(order))
				wrongOf[order]++
			}
			rowsOf[order]++
			rows = append(rows, row)
		}
		var recorded, wrong, besides int
		for order, n := range rowsOf {
			if wrongOf[order] == 0 {
				recorded++
				continue
			}
			wrong, besides = wrong+wrongOf[order], besides+n-wrongOf[order]
		}
		report := h.tried(imports.Orders, orderColumns+strings.Join(rows, ""), imports.Options{SkipInvalid: true, DryRun: true})
		if report.Rows != len(rows) || report.Recorded != recorded || report.Wrong() != wrong || report.Besides != besides {
			t.Fatalf("%s\nwant %d recorded, %d wrong, %d besides\n%s", counts(report), recorded, wrong, besides, report)
		}
	})
}

func TestProblemsAreListedByLine(t *testing.T) {
	h := withPartners(t)
	var text strings.Builder
	text.WriteString(orderColumns)
	for i := range 300 { // an unknown partner is found last, a wrong quantity first
		row := line(fmt.Sprint(i), "X", "0", "10")
		if i%2 == 0 {
			row = strings.Replace(line(fmt.Sprint(i), "X", "1", "10"), ",A,", ",Z,", 1)
		}
		text.WriteString(row)
	}
	report := h.tried(imports.Orders, text.String(), imports.Options{})
	if len(report.Problems) != 100 || report.More != 200 {
		t.Fatalf("%d listed, %d more", len(report.Problems), report.More)
	}
	for i, p := range report.Problems {
		if p.Line != i+2 {
			t.Fatalf("problem %d is on line %d", i, p.Line)
		}
	}
}
