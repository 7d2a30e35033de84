package partners

import (
	"errors"

	"gorm.io/gorm"

	"partnerledger/models"
)

// Record is a partner as a file has it. Code, in any case, says who it is. What is nil the file doesn't tell: it stays
// as it is. What is empty becomes empty, but for status and currency, which stay.
type Record struct {
	Code, Name                                       string
	Email, Status, CurrencyCode, ParentCode, Program *string
}

// Outcome is what became of a record: Err, UserErrors, if it was refused.
type Outcome struct {
	Change Change
	Err    error
}

// Change is what a record changed.
type Change int

const (
	Unchanged Change = iota
	Created
	Updated
)

// SaveIn records many partners within the caller's transaction, those that can be, in a handful of statements. A parent
// may stand behind its children. The outcomes are in the order of the records.
func (s *Service) SaveIn(tx *gorm.DB, records []Record) ([]Outcome, error) {
	if err := lock(tx); err != nil {
		return nil, err
	}
	b, err := s.newBatch(tx, records)
	if err != nil {
		return nil, err
	}
	b.tree.settle()
	if err := b.write(tx); err != nil {
		return nil, err
	}
	outcomes := make([]Outcome, len(b.rows))
	for i, r := range b.rows {
		outcomes[i] = Outcome{r.change, r.problem}
	}
	return outcomes, nil
}

// batch is many partners on their way into the table, in the order of the file.
type batch struct {
	rows []*row
	tree tree
}

// row is one of them.
type row struct {
	*node
	old     *models.Partner // as recorded, nil for a new one
	problem error
	change  Change
}

func (s *Service) newBatch(tx *gorm.DB, records []Record) (*batch, error) {
	there, err := recorded(tx, records)
	if err != nil {
		return nil, err
	}
	programs, err := programsByName(tx, records)
	if err != nil {
		return nil, err
	}
	b := new(batch)
	if b.tree, err = newTree(tx); err != nil {
		return nil, err
	}
	for _, record := range records {
		p := models.Partner{Code: record.Code, Status: models.PartnerActive, CurrencyCode: s.Currency, CreatedAt: s.now()}
		r := &row{old: there[fold(record.Code)]}
		if r.old != nil {
			p = *r.old
		}
		r.problem = errors.Join(record.fill(&p, programs), check(&p))
		b.rows = append(b.rows, r)
		b.tree.add(r, &p, record)
	}
	return b, nil
}

// fill sets what the record tells, but for the parent, who may not be there yet.
func (r Record) fill(p *models.Partner, programs map[string]int64) error {
	p.Name = r.Name
	if r.Email != nil {
		p.Email = nonEmpty(r.Email)
	}
	if status := nonEmpty(r.Status); status != nil {
		p.Status = models.PartnerStatus(*status)
	}
	if currency := nonEmpty(r.CurrencyCode); currency != nil {
		p.CurrencyCode = *currency
	}
	return r.fillProgram(p, programs)
}

func (r Record) fillProgram(p *models.Partner, programs map[string]int64) error {
	if r.Program == nil {
		return nil
	}
	p.ProgramID = nil
	if *r.Program == "" {
		return nil
	}
	id, found := programs[*r.Program]
	if !found {
		return models.NotFound([]string{"program"}, "there is no program of this name")
	}
	p.ProgramID = &id
	return nil
}
