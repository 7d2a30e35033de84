package imports

import (
	"fmt"
	"io"
	"strings"
)

// WriteTo writes the report for people.
func (r *Report) WriteTo(w io.Writer) (int64, error) {
	n, err := io.WriteString(w, r.String())
	return int64(n), err
}

// String returns the report for people: a line for each listed problem, then what was recorded.
func (r *Report) String() string {
	var b strings.Builder
	for _, p := range r.Problems {
		fmt.Fprintf(&b, "line %d, ", p.Line)
		if p.Column != "" {
			fmt.Fprintf(&b, "%s: ", p.Column)
		}
		fmt.Fprintln(&b, p.Reason)
	}
	if r.More > 0 {
		fmt.Fprintf(&b, "and %s more\n", counted(r.More, "wrong row"))
	}
	if r.Besides > 0 {
		fmt.Fprintf(&b, "%s besides, of orders that are refused for another row\n", counted(r.Besides, "row"))
	}
	fmt.Fprintf(&b, "%s; %s\n", r.rows(), r.result())
	return b.String()
}

func (r *Report) rows() string {
	read := counted(r.Rows, "row") + " read"
	if r.Wrong() > 0 {
		read += fmt.Sprintf(", %s wrong", grouped(r.Wrong()))
	}
	return read
}

func (r *Report) result() string {
	noun := strings.TrimSuffix(string(r.Kind), "s")
	verb, changes := "recorded", counted(r.Recorded, noun)
	if r.Kind == Partners {
		changes = fmt.Sprintf("%s created, %s updated", counted(r.Created, noun), grouped(r.Updated))
		verb = ""
	}
	changes = strings.TrimSpace(changes + " " + verb)
	if r.Recorded+r.Created+r.Updated == 0 {
		changes = "nothing recorded"
		if r.Unchanged > 0 && r.Wrong() == 0 {
			changes = "nothing new"
		}
	}
	if r.Unchanged > 0 {
		changes += fmt.Sprintf(", %s there already", counted(r.Unchanged, noun))
	}
	if r.DryRun {
		changes = "a dry run, nothing is kept: " + changes
	}
	return changes
}

// counted writes a number of things: "1 row", "12,345 rows".
func counted(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return grouped(n) + " " + noun
}

func grouped(n int) string {
	digits := fmt.Sprint(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
