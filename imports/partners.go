package imports

import "partnerledger/partners"

// partnerFile records partners. They wait in memory: whether one can be recorded may depend on any other.
type partnerFile struct {
	*run
	records []partners.Record
	lines   []int
}

func (f *partnerFile) take(r row) error {
	if err := f.checkCells(r); err != nil {
		f.wrong(r.line, err)
		return nil
	}
	f.lines = append(f.lines, r.line)
	f.records = append(f.records, partners.Record{
		Code: r.cell("code"), Name: r.cell("name"), Email: r.optional("email"), Status: r.optional("status"),
		CurrencyCode: r.optional("currency"), ParentCode: r.optional("parent_code"), Program: r.optional("program"),
	})
	return nil
}

func (f *partnerFile) record() error {
	outcomes, err := f.Partners.SaveIn(f.tx, f.records)
	for i, o := range outcomes {
		switch {
		case o.Err != nil:
			f.wrong(f.lines[i], o.Err)
		case o.Change == partners.Created:
			f.report.Created++
		case o.Change == partners.Updated:
			f.report.Updated++
		default:
			f.report.Unchanged++
		}
	}
	f.tell("recording", len(outcomes), len(outcomes))
	return err
}
