package exports

import (
	"context"

	"gorm.io/gorm"

	"partnerledger/ledger"
	"partnerledger/models"
)

// Service makes exports, finds them and hands out their files.
type Service struct {
	*models.Business
	DB     *gorm.DB
	Ledger *ledger.Service
}

// Exports is a page of exports. Count is set where it was asked for.
type Exports struct {
	models.Slice[*models.LedgerExport]
	Count int
}

// Find returns an export, nil if there is none.
func (s *Service) Find(ctx context.Context, id int64) (*models.LedgerExport, error) {
	var found []*models.LedgerExport
	err := s.DB.WithContext(ctx).Where("id = ?", id).Find(&found).Error
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

const list = "exports"

// List returns a page of exports, the newest first.
func (s *Service) List(ctx context.Context, page models.Page, count bool) (*Exports, error) {
	after, err := page.Check(list, models.NoKey)
	if err != nil {
		return nil, err
	}
	db := s.DB.WithContext(ctx)
	query := db.Order("id DESC").Limit(page.First + 1)
	if after != nil {
		query = query.Where("id < ?", after.ID)
	}
	var found []*models.LedgerExport
	if err := query.Find(&found).Error; err != nil {
		return nil, err
	}
	exports := &Exports{Slice: models.Cut(found, page, position)}
	if count {
		exports.Count, err = counted(db)
	}
	return exports, err
}

func position(e *models.LedgerExport) models.Position {
	return models.Position{List: list, ID: e.ID}
}

func counted(db *gorm.DB) (int, error) {
	var count int64
	err := db.Model(&models.LedgerExport{}).Count(&count).Error
	return int(count), err
}
