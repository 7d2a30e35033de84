package commissions

import (
	"context"

	"gorm.io/gorm"

	"partnerledger/models"
)

// Programs returns every program, the default one first, then by name; their rules by level, then SKU, the rule for all
// others last.
func (s *Service) Programs(ctx context.Context) ([]models.CommissionProgram, error) {
	return findPrograms(s.DB.WithContext(ctx))
}

// ProgramsByIDs returns the programs of these ids, as far as there are any.
func (s *Service) ProgramsByIDs(ctx context.Context, ids []int64) (map[int64]*models.CommissionProgram, error) {
	rows, err := findPrograms(s.DB.WithContext(ctx).Where("id = ANY(?)", models.Array[int64](ids)))
	found := make(map[int64]*models.CommissionProgram, len(rows))
	for i := range rows {
		found[rows[i].ID] = &rows[i]
	}
	return found, err
}

func findPrograms(selected *gorm.DB) ([]models.CommissionProgram, error) {
	var programs []models.CommissionProgram
	err := selected.Preload("Rules", func(rules *gorm.DB) *gorm.DB {
		return rules.Order(`level, sku COLLATE "C" NULLS LAST`)
	}).Order("is_default DESC, lower(name), id").Find(&programs).Error
	return programs, err
}
