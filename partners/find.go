package partners

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"partnerledger/models"
)

// Find returns one partner, by exactly one of id and code (in any case); nil if there is none.
func (s *Service) Find(ctx context.Context, id *int64, code *string) (*models.Partner, error) {
	if (id == nil) == (code == nil) {
		return nil, models.Invalid(nil, "give exactly one of id and code")
	}
	found := s.DB.WithContext(ctx)
	if id != nil {
		found = found.Where("id = ?", *id)
	} else {
		if err := models.CheckText(*code, "code"); err != nil {
			return nil, err
		}
		found = found.Where(sameCode, *code)
	}
	var p models.Partner
	err := found.Take(&p).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, nil
	}
	return &p, err
}

// ByIDs returns the partners of these ids, as far as there are any.
func (s *Service) ByIDs(ctx context.Context, ids []int64) (map[int64]*models.Partner, error) {
	var rows []*models.Partner
	err := s.DB.WithContext(ctx).Where("id = ANY(?)", models.Array[int64](ids)).Find(&rows).Error
	found := make(map[int64]*models.Partner, len(rows))
	for _, p := range rows {
		found[p.ID] = p
	}
	return found, err
}
