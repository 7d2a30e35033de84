package partners

import (
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"partnerledger/models"
)

// atOnce is how many partners one statement writes.
const atOnce = 500

// write inserts the new partners, then sets parents, since all have ids now, and whatever else has changed.
func (b *batch) write(tx *gorm.DB) error {
	if err := insertAll(tx, b.created()); err != nil {
		return err
	}
	return updateAll(tx, b.changed())
}

func (b *batch) created() []*models.Partner {
	var created []*models.Partner
	for _, r := range b.rows {
		if r.problem == nil && r.old == nil {
			r.change = Created
			r.partner.ParentID = nil
			created = append(created, r.partner)
		}
	}
	return created
}

func (b *batch) changed() []*models.Partner {
	var changed []*models.Partner
	for _, r := range b.rows {
		if r.problem != nil {
			continue
		}
		r.partner.ParentID = r.parentID()
		switch {
		case r.old != nil && !same(r.old, r.partner):
			r.change = Updated
			changed = append(changed, r.partner)
		case r.old == nil && r.partner.ParentID != nil:
			changed = append(changed, r.partner)
		}
	}
	return changed
}

func insertAll(tx *gorm.DB, created []*models.Partner) error {
	if len(created) == 0 {
		return nil
	}
	return tx.CreateInBatches(created, atOnce).Error
}

func updateAll(tx *gorm.DB, changed []*models.Partner) error {
	if len(changed) == 0 {
		return nil
	}
	return tx.Clauses(clause.OnConflict{
		Columns: []clause.Column{{Name: "id"}}, DoUpdates: clause.AssignmentColumns(changeable),
	}).CreateInBatches(changed, atOnce).Error
}

func same(a, b *models.Partner) bool {
	return a.Name == b.Name && a.Status == b.Status && a.CurrencyCode == b.CurrencyCode &&
		equal(a.Email, b.Email) && equal(a.ParentID, b.ParentID) && equal(a.ProgramID, b.ProgramID)
}

func equal[T comparable](a, b *T) bool {
	return (a == nil) == (b == nil) && (a == nil || *a == *b)
}
