package imports

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"gorm.io/gorm"

	"partnerledger/commissions"
	"partnerledger/models"
)

// run is one file on its way.
type run struct {
	*Service
	Options
	format
	tx     *gorm.DB
	report *Report
	unsure bool // which rows the file has
}

// refused tells whether nothing of the file may be recorded.
func (r *run) refused() bool {
	return r.unsure || (r.report.Wrong() > 0 && !r.SkipInvalid)
}

func (r *run) file(tx *gorm.DB, f format, source io.Reader) error {
	// One file at a time: two of them would wait for each other's orders in a circle.
	if err := tx.Exec("SELECT pg_advisory_xact_lock(hashtextextended('partnerledger.imports', 0))").Error; err != nil {
		return err
	}
	r.tx, r.format = tx, f
	rows := newReader(source)
	problem, err := rows.header(f)
	if err != nil {
		return err
	}
	if problem != nil {
		r.report.add(*problem)
		r.unsure = true
		return nil
	}
	recorder, err := f.begin(r)
	if err != nil {
		return err
	}
	if err := r.readAll(rows, recorder); err != nil {
		return err
	}
	return recorder.record()
}

func (r *run) readAll(rows *reader, to recorder) error {
	for {
		row, err := rows.next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.Is(err, errRowTooLong):
			r.unsure = true
			r.report.Rows++
			r.report.add(Problem{rows.line + 1, "", "the row that begins here, or soon after, has more than a million bytes: " +
				"is a quote missing? What follows was not read"})
			return nil
		case err != nil:
			return err
		}
		r.report.Rows++
		r.unsure = r.unsure || row.unsure
		if err := to.take(row); err != nil {
			return err
		}
		if r.report.Rows%chunk == 0 {
			r.tell("reading", r.report.Rows, 0)
		}
	}
}

func (r *run) tell(doing string, done, total int) {
	if r.Progress != nil {
		r.Progress(doing, done, total)
	}
}

// chunk is how many rows are sent to Postgres, or read back, at once. More take more memory and, measured, little less time.
const chunk = 2000

// wrong lists a row for what err, UserErrors, says of it.
func (r *run) wrong(line int, err error) {
	var columns []string
	problem := Problem{Line: line}
	found, _ := models.UserErrors(err)
	for _, e := range found {
		column, reason := r.inFile(e)
		if slices.Contains(columns, column) {
			continue // a cell that can't be read is also, say, not more than zero
		}
		if columns = append(columns, column); len(columns) == 1 {
			problem.Column, problem.Reason = column, reason
		} else {
			problem.Reason += fmt.Sprintf("; %s: %s", column, reason)
		}
	}
	r.report.add(problem)
}

// inFile says in the words of the file what is wrong with a field of the API.
func (r *run) inFile(e *models.UserError) (column, reason string) {
	if len(e.Field) == 0 {
		return "", e.Message
	}
	field := e.Field[len(e.Field)-1]
	column, named := r.columnOf[field]
	if !named {
		return field, e.Message
	}
	if rest, begins := strings.CutPrefix(e.Message, field+" "); begins {
		return column, column + " " + rest
	}
	return column, e.Message
}

// outcome counts what became of an order or a refund that begins on a line.
func (r *run) outcome(line int, o commissions.Outcome) {
	switch {
	case o.Err != nil:
		r.wrong(line, o.Err)
	case o.Replayed:
		r.report.Unchanged++
	default:
		r.report.Recorded++
	}
}

// checkCells returns what is wrong with a row whatever it is about.
func (r *run) checkCells(row row) error {
	if row.problem != "" {
		return models.Invalid(nil, "%s", row.problem)
	}
	if len(row.cells) != len(row.columns) {
		return models.Invalid(nil, "the row has %d cells, the first row has %d", len(row.cells), len(row.columns))
	}
	return nil
}

// clean returns an id as far as a table can hold it.
func clean(id string) string {
	return strings.TrimSpace(strings.ReplaceAll(strings.ToValidUTF8(id, "?"), "\x00", ""))
}
