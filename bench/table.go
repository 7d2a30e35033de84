package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

// table is what a run found.
type table struct {
	Size     string  `json:"size"`
	Seed     int64   `json:"seed"`
	LastDay  string  `json:"lastDay"`
	Pairs    int     `json:"pairs"`
	LoadTime string  `json:"loadTime"`
	CPUs     int     `json:"cpus"`
	Postgres string  `json:"postgres"`
	Seconds  float64 `json:"seconds"` // how long it took
	Rows     []row   `json:"rows"`
}

// row is one figure that has a goal.
type row struct {
	Job    string  `json:"job"`
	What   string  `json:"what"`
	Unit   unit    `json:"unit"`
	Ours   float64 `json:"ours"`
	Limit  float64 `json:"limit,omitempty"` // 0 where ours has none beside it
	Ratio  float64 `json:"ratio,omitempty"`
	Low    float64 `json:"low,omitempty"` // the least ratio of a pair
	High   float64 `json:"high,omitempty"`
	Goal   goal    `json:"goal"`
	Met    bool    `json:"met"`
	Memory float64 `json:"peakMemoryMiB,omitempty"` // of the server
	Reason string  `json:"reason,omitempty"`        // why the goal isn't met
	Error  string  `json:"error,omitempty"`         // why nothing was measured
}

// unit is what a figure is in.
type unit string

const (
	seconds   unit = "s"
	perSecond unit = "1/s"
	mebibytes unit = "MiB"
)

// goal is what a ratio, or where there is none, our own figure shall be.
type goal struct {
	Sign  string  `json:"sign"`
	Value float64 `json:"value"`
}

func atMost(value float64) goal  { return goal{"≤", value} }
func atLeast(value float64) goal { return goal{"≥", value} }

func (c comparison) row(what string, u unit, g goal) row {
	return row{What: what, Unit: u, Ours: c.Ours, Limit: c.Limit, Ratio: c.Ratio, Low: c.Low, High: c.High, Goal: g}
}

// memory is a row about what a server has of it. A job may end with less than it began with: it takes none then.
func memory(what string, mib, most float64) row {
	mib = max(mib, 0)
	return row{What: what, Unit: mebibytes, Ours: mib, Goal: atMost(most), Memory: mib}
}

//go:embed reasons.txt
var reasons string

// judge tells whether the goal is met, and if not, why.
func (r *row) judge() {
	figure := r.Ratio
	if r.Limit == 0 {
		figure = r.Ours
	}
	r.Met = r.Error == "" && (figure > 0 || r.Unit == mebibytes) && (r.Goal.Sign == "≤" && figure <= r.Goal.Value || r.Goal.Sign == "≥" && figure >= r.Goal.Value)
	if r.Met {
		return
	}
	for line := range strings.Lines(reasons) {
		if what, reason, _ := strings.Cut(line, " | "); what == r.What {
			r.Reason = strings.TrimSpace(reason)
		}
	}
}

func (t table) writeJSON(file string) error {
	text, err := json.MarshalIndent(t, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(text, '\n'), 0o644)
}

// readTable returns what the run before has written, or an empty table where it can't be read.
func readTable(file string) (t table) {
	if text, err := os.ReadFile(file); err != nil || json.Unmarshal(text, &t) != nil {
		return table{}
	}
	return t
}

// row finds a row by what it measures.
func (t table) row(what string) (row, bool) {
	i := slices.IndexFunc(t.Rows, func(r row) bool { return r.What == what })
	if i < 0 {
		return row{}, false
	}
	return t.Rows[i], true
}

// apart tells whether all pairs of one run came out above all of the other.
func (r row) apart(other row) bool { return r.Low > other.High || other.Low > r.High }

// line is how the rows of the table are printed.
const line = "%-68s %10s %10s  %-20s %-8s %-4s %-9s %9s\n"

func (t table) printHead(w io.Writer) {
	fmt.Fprintf(w, "\nSize %s, seed %d, entries up to %s; PostgreSQL %s, %d processors. Ratios are medians of %d pairs, the least and the greatest in brackets.\n"+
		"The goals are meant for size L.\n\n",
		t.Size, t.Seed, t.LastDay, t.Postgres, t.CPUs, t.Pairs)
	fmt.Fprintf(w, line, "job", "ours", "limit", "ratio", "goal", "met", "before", "peak MiB")
}

func (r row) print(w io.Writer, before table) {
	if r.Error != "" {
		fmt.Fprintf(w, "%-68s not measured: %s\n", r.What, r.Error)
		return
	}
	fmt.Fprintf(w, line, r.What, r.Unit.write(r.Ours), r.Unit.write(r.Limit), r.ratio(),
		fmt.Sprintf("%s %g", r.Goal.Sign, r.Goal.Value), map[bool]string{true: "yes", false: "NO"}[r.Met], r.earlier(before), mebibytes.write(r.Memory))
}

// earlier is what the run before found.
func (r row) earlier(before table) string {
	earlier, found := before.row(r.What)
	switch {
	case !found:
		return ""
	case earlier.Limit == 0:
		return earlier.Unit.write(earlier.Ours)
	}
	return fmt.Sprintf("%.2f", earlier.Ratio)
}

// printApart names the ratios on which this run and the one before don't agree.
func (t table) printApart(w io.Writer, before table) {
	for _, r := range t.Rows {
		if earlier, found := before.row(r.What); found && r.apart(earlier) {
			fmt.Fprintf(w, "\n%s: apart from the run before, which found %s.\n", r.What, earlier.ratio())
		}
	}
}

// printReasons says why goals aren't met.
func (t table) printReasons(w io.Writer) {
	for _, r := range t.Rows {
		if r.Reason != "" {
			fmt.Fprintf(w, "\n%s: %s\n", r.What, r.Reason)
		}
	}
}

func (r row) ratio() string {
	if r.Limit == 0 {
		return ""
	}
	return fmt.Sprintf("%.2f (%.2f – %.2f)", r.Ratio, r.Low, r.High)
}

// write shows a figure with three digits that count.
func (u unit) write(figure float64) string {
	switch {
	case figure == 0:
		return "–"
	case u == seconds && figure < 0.001:
		return fmt.Sprintf("%.3f ms", figure*1000)
	case u == seconds && figure < 1:
		return fmt.Sprintf("%.3g ms", figure*1000)
	case u == seconds:
		return fmt.Sprintf("%.1f s", figure)
	case u == perSecond:
		return fmt.Sprintf("%.0f /s", figure)
	}
	return fmt.Sprintf("%.0f", figure)
}
