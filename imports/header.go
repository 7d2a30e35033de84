package imports

import (
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

// header reads the first row, which names the columns. A problem in it says all there is to say about the file.
func (r *reader) header(f format) (*Problem, error) {
	first, err := r.next()
	switch {
	case errors.Is(err, io.EOF):
		return &Problem{Line: 1, Reason: "the file is empty: its first row must name the columns"}, nil
	case errors.Is(err, errRowTooLong):
		return &Problem{Line: 1, Reason: "this is not a CSV file"}, nil
	case err != nil:
		return nil, err
	case first.problem != "":
		return &Problem{Line: first.line, Reason: first.problem}, nil
	}
	columns := map[string]int{}
	for i, cell := range first.cells {
		name := strings.ToLower(strings.TrimSpace(cell))
		if !utf8.ValidString(cell) {
			return &Problem{Line: first.line, Reason: "the file is not UTF-8"}, nil
		}
		if problem := f.checkColumn(name, columns); problem != "" {
			return &Problem{first.line, name, problem}, nil
		}
		columns[name] = i
	}
	for _, name := range f.required {
		if _, found := columns[name]; !found {
			return &Problem{first.line, name, "the column is missing; " + f.describe()}, nil
		}
	}
	r.columns = columns
	return nil, nil
}

func (f format) checkColumn(name string, before map[string]int) string {
	if _, twice := before[name]; twice {
		return "two columns have this name"
	}
	if !f.knows(name) {
		return "there is no such column; " + f.describe()
	}
	return ""
}

func (f format) describe() string {
	text := "the columns, with commas between them, are " + strings.Join(f.required, ", ")
	if len(f.optional) > 0 {
		text += ", and if wanted " + strings.Join(f.optional, ", ")
	}
	return text
}
