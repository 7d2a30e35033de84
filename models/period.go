package models

// Period is the days from Start to End, both included.
type Period struct {
	Start Date `json:"start"`
	End   Date `json:"end"`
}

// LastMonth returns the last full calendar month before a day.
func LastMonth(today Date) Period {
	return Period{Start: today.FirstOfLastMonth(), End: today.FirstOfMonth().AddDays(-1)}
}

// Check returns a problem with the period, or nil.
func (p Period) Check(field ...string) error {
	if p.End.Before(p.Start) {
		return Invalid(field, "the period ends on %s, before it starts on %s", p.End, p.Start)
	}
	return nil
}
