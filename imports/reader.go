package imports

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// maxRow is the most bytes that a row may have: many times what its texts may. It stops a quote that is never closed
// from reading all of a file into memory.
const maxRow = 1 << 20

// reader reads the rows of a CSV file.
type reader struct {
	csv     *csv.Reader
	source  *guard
	columns map[string]int
	line    int // of the last row
}

// row is a row of the file. unsure says that it may be several rows, by mistake.
type row struct {
	line    int
	cells   []string
	columns map[string]int
	problem string
	unsure  bool
}

func newReader(r io.Reader) *reader {
	buffered := bufio.NewReader(r)
	if start, _ := buffered.Peek(3); string(start) == "\uFEFF" {
		_, _ = buffered.Discard(3) // they are there: they were peeked at
	}
	source := &guard{Reader: buffered}
	c := csv.NewReader(source)
	c.FieldsPerRecord, c.ReuseRecord = -1, true
	return &reader{csv: c, source: source}
}

// next returns the next row; io.EOF behind the last one. A row that can't be read is returned with its problem.
func (r *reader) next() (row, error) {
	r.source.left = maxRow
	cells, err := r.csv.Read()
	var broken *csv.ParseError
	switch {
	case errors.As(err, &broken):
		r.line = broken.StartLine
		return row{
			line: r.line, cells: cells, columns: r.columns, unsure: true,
			problem: fmt.Sprintf("the quotes are not those of CSV, at line %d: %v", broken.Line, broken.Err),
		}, nil
	case err != nil:
		return row{}, err
	}
	r.line, _ = r.csv.FieldPos(0)
	found := row{line: r.line, cells: cells, columns: r.columns}
	if slices.ContainsFunc(cells, func(cell string) bool { return strings.Contains(cell, "\n") }) {
		found.unsure = true
		found.problem = fmt.Sprintf("the row goes on to line %d inside quotes: is one missing?", r.end(cells))
	}
	return found, nil
}

// end returns the line on which the last row ends.
func (r *reader) end(cells []string) int {
	last := len(cells) - 1
	line, _ := r.csv.FieldPos(last)
	return line + strings.Count(cells[last], "\n")
}

// cell returns what a row has in a column: nothing if the file, or the row, hasn't got the column.
func (r row) cell(column string) string {
	if at, found := r.columns[column]; found && at < len(r.cells) {
		return r.cells[at]
	}
	return ""
}

// either returns what a row may have in a column: with too few cells, or too many, that depends on which side of the
// column they are.
func (r row) either(column string) []string {
	var found []string
	left := r.columns[column]
	for _, at := range []int{left, left + len(r.cells) - len(r.columns)} {
		if at >= 0 && at < len(r.cells) {
			found = append(found, r.cells[at])
		}
	}
	return slices.Compact(found)
}

// optional returns what a row has in a column, nil if the file hasn't got the column.
func (r row) optional(column string) *string {
	if _, found := r.columns[column]; !found {
		return nil
	}
	cell := r.cell(column)
	return &cell
}

var errRowTooLong = errors.New("the row is too long")

// guard ends a file at a row that is too long.
type guard struct {
	io.Reader
	left int
}

func (g *guard) Read(p []byte) (int, error) {
	if g.left <= 0 {
		return 0, errRowTooLong
	}
	n, err := g.Reader.Read(p)
	g.left -= n
	return n, err
}
