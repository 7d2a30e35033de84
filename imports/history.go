package imports

import "partnerledger/models"

// manyOld is how many rows of months that are over make it worth to carry ledgers forward anew, instead of adding each
// entry to every later month.
const manyOld = 1000

// history counts the rows of months that are over.
type history struct {
	rows int
	from models.Date
}

// old counts a row if its day is of a month that is over.
func (h *history) old(date, today models.Date) {
	if !date.Before(today.FirstOfMonth()) {
		return
	}
	h.rows++
	if h.from.IsZero() || date.Before(h.from) {
		h.from = date
	}
}

// within runs what records, between the two halves of Service.History where there is much history. Where there is some, in
// several chunks, nobody else records meanwhile: a chunk locks opening balances in their order, the next one others before them.
func (h *history) within(r *run, record func() error) error {
	if r.History == nil || h.rows == 0 || h.rows <= manyOld && r.report.Rows <= chunk {
		return record()
	}
	if h.rows <= manyOld {
		if err := r.Alone(r.tx); err != nil {
			return err
		}
		return record()
	}
	done, err := r.History(r.tx, h.from)
	if err != nil {
		return err
	}
	if err := record(); err != nil {
		return err
	}
	return done()
}
