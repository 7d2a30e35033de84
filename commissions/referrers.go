package commissions

import (
	"fmt"

	"gorm.io/gorm"

	"partnerledger/models"
)

// referrers is who earns on the orders of some partners, and by which rules.
type referrers struct {
	chains   map[int64]models.Array[int64] // the partner, its parent, the parent's parent
	programs map[int64]int64
	books    map[int64]*rulebook // by program
}

func (r *referrers) rulebook(partner int64) *rulebook { return r.books[r.programs[partner]] }

func findReferrers(tx *gorm.DB, orders []*models.Order) (*referrers, error) {
	var partners models.Array[int64]
	found := &referrers{map[int64]models.Array[int64]{}, map[int64]int64{}, map[int64]*rulebook{}}
	for _, o := range orders {
		if _, seen := found.chains[o.PartnerID]; !seen {
			found.chains[o.PartnerID] = nil
			partners = append(partners, o.PartnerID)
		}
	}
	if err := found.findChains(tx, partners); err != nil {
		return nil, err
	}
	return found, found.findRules(tx)
}

func (r *referrers) findChains(tx *gorm.DB, partners models.Array[int64]) error {
	var rows []struct {
		ID        int64
		ProgramID int64
		Chain     models.Array[int64] `gorm:"type:bigint[]"`
	}
	err := tx.Raw(`SELECT p.id, coalesce(p.program_id, (SELECT id FROM commission_programs WHERE is_default)) AS program_id,
		  array_remove(ARRAY[p.id, parent.id, parent.parent_id], NULL) AS chain
		FROM partners p LEFT JOIN partners parent ON parent.id = p.parent_id
		WHERE p.id = ANY(CAST(@partners AS bigint[]))`, map[string]any{"partners": partners}).Scan(&rows).Error
	if err == nil && len(rows) != len(partners) {
		err = fmt.Errorf("%d of %d partners of orders don't exist", len(partners)-len(rows), len(partners))
	}
	for _, row := range rows {
		r.chains[row.ID], r.programs[row.ID] = row.Chain, row.ProgramID
	}
	return err
}

func (r *referrers) findRules(tx *gorm.DB) error {
	var programs models.Array[int64]
	for _, id := range r.programs {
		programs = append(programs, id)
	}
	var rules []models.CommissionRule
	err := tx.Where("program_id = ANY(?)", programs).Find(&rules).Error
	byProgram := map[int64][]models.CommissionRule{}
	for _, rule := range rules {
		byProgram[rule.ProgramID] = append(byProgram[rule.ProgramID], rule)
	}
	for _, id := range programs {
		r.books[id] = newRulebook(byProgram[id])
	}
	return err
}
