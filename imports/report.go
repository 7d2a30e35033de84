package imports

import (
	"cmp"
	"slices"
)

// maxProblems is how many wrong rows a report lists.
const maxProblems = 100

// Report says what became of a file.
type Report struct {
	Kind   Kind `json:"kind"`
	DryRun bool `json:"dryRun"` // what follows would be, but was not
	Rows   int  `json:"rows"`   // all rows of the file but the first, which names the columns
	// Orders or refunds that are recorded now.
	Recorded int `json:"recorded"`
	// Partners.
	Created int `json:"created"`
	Updated int `json:"updated"`
	// Partners, orders or refunds that were there already, just so.
	Unchanged int `json:"unchanged"`
	// Problems are the first wrong rows, by line; More is how many wrong rows there are besides.
	Problems []Problem `json:"problems"`
	More     int       `json:"more"`
	// Besides are the rows that are right themselves, but belong to orders that are refused for another row.
	Besides int `json:"besides"`
}

// Problem is what is wrong with one row. Line is the line of the file where the row begins, from 1.
type Problem struct {
	Line   int    `json:"line"`
	Column string `json:"column"` // empty where it is about the whole row
	Reason string `json:"reason"`
}

// Wrong returns how many rows are wrong.
func (r *Report) Wrong() int { return len(r.Problems) + r.More }

// add counts a wrong row, and lists it if it is among the first. Rows may come in any order.
func (r *Report) add(p Problem) {
	at, _ := slices.BinarySearchFunc(r.Problems, p, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
	if at < maxProblems {
		r.Problems = slices.Insert(r.Problems, at, p)
	}
	switch {
	case at >= maxProblems:
		r.More++
	case len(r.Problems) > maxProblems:
		r.Problems, r.More = r.Problems[:maxProblems], r.More+1
	}
}

// forget takes back what was not recorded after all.
func (r *Report) forget() { r.Recorded, r.Created, r.Updated, r.Unchanged, r.Besides = 0, 0, 0, 0, 0 }
