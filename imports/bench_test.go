package imports_test

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"partnerledger/imports"
)

// generated is a file of orders of 1,000 partners over two years, of one to four lines each, written while it is read.
func generated(orders int) io.Reader {
	r, w := io.Pipe()
	go func() {
		fmt.Fprint(w, orderColumns)
		start := time.Date(2010, 1, 1, 0, 0, 0, 0, time.UTC)
		for i := range orders {
			at := start.Add(time.Duration(i) * 2 * 365 * 24 * time.Hour / time.Duration(orders)).Format(time.RFC3339)
			for l := range 1 + (i*7+i/3)%4 {
				fmt.Fprintf(w, "%d,%s,P%04d,c%d,%05d,A THING THAT IS NEEDED AT HOME,%d,%d.%02d,GBP\n",
					500000+i, at, i*31%1000, i%9000, (i+l)%4000, 1+l, i%90, 1+i%99)
			}
		}
		w.Close()
	}()
	return r
}

func generatedPartners() string {
	var text strings.Builder
	text.WriteString("code,name,parent_code\n")
	for i := range 1000 {
		parent := ""
		if i%5 != 0 {
			parent = fmt.Sprintf("P%04d", i/5*5)
		}
		fmt.Fprintf(&text, "P%04d,Partner %d,%s\n", i, i, parent)
	}
	return text.String()
}

// BenchmarkOrders imports a file of 70,000 orders: all of them new, then all of them there already.
func BenchmarkOrders(b *testing.B) {
	const orders = 70_000
	for b.Loop() {
		h := open(b)
		h.sampleRules()
		h.load(imports.Partners, generatedPartners())
		for _, name := range []string{"new", "again"} {
			begin := time.Now()
			report, err := h.Import(b.Context(), imports.Orders, generated(orders), imports.Options{})
			must(b, err)
			if report.Recorded+report.Unchanged != orders {
				b.Fatal(report)
			}
			b.ReportMetric(float64(report.Rows), "lines")
			b.ReportMetric(time.Since(begin).Seconds(), "s/"+name)
		}
		b.StopTimer()
		h.addsUp()
		b.StartTimer()
	}
}
