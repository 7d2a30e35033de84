package commissions

import (
	"fmt"
	"maps"
	"slices"

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

// referrersOf finds those of the partners that orders name.
func referrersOf(tx *gorm.DB, orders []*models.Order) (*referrers, error) {
	partners := make(map[int64]bool)
	for _, o := range orders {
		partners[o.PartnerID] = true
	}
	ids := models.Array[int64](slices.Collect(maps.Keys(partners)))
	found, err := findReferrers(tx, "p.id = ANY(CAST(? AS bigint[]))", ids)
	if err == nil && len(found.chains) != len(ids) {
		err = fmt.Errorf("%d of %d partners of orders don't exist", len(ids)-len(found.chains), len(ids))
	}
	return found, err
}

// referrersOfCode finds those of one partner, and its id. Codes are compared as partners_code does, which folds the letters of
// ASCII.
func referrersOfCode(tx *gorm.DB, code string) (*referrers, int64, error) {
	found, err := findReferrers(tx, `lower(p.code) = lower(CAST(? AS text) COLLATE "C")`, code)
	if err != nil {
		return nil, 0, err
	}
	for id := range found.chains {
		return found, id, nil
	}
	return nil, 0, models.NotFound([]string{"input", "partnerCode"}, "there is no partner of the code %s", code)
}

func findReferrers(tx *gorm.DB, condition string, arg any) (*referrers, error) {
	var rows []struct {
		ID        int64
		ProgramID int64
		Chain     models.Array[int64] `gorm:"type:bigint[]"`
	}
	err := tx.Raw(`SELECT p.id, coalesce(p.program_id, (SELECT id FROM commission_programs WHERE is_default)) AS program_id,
		  array_remove(ARRAY[p.id, parent.id, parent.parent_id], NULL) AS chain
		FROM partners p LEFT JOIN partners parent ON parent.id = p.parent_id
		WHERE `+condition, arg).Scan(&rows).Error
	found := &referrers{map[int64]models.Array[int64]{}, map[int64]int64{}, map[int64]*rulebook{}}
	for _, row := range rows {
		found.chains[row.ID], found.programs[row.ID] = row.Chain, row.ProgramID
	}
	if err != nil || len(rows) == 0 {
		return found, err
	}
	return found, found.findRules(tx)
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
