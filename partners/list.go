package partners

import (
	"context"
	"database/sql"

	"gorm.io/gorm"

	"partnerledger/ledger"
	"partnerledger/models"
)

// Query asks for a page of partners, by name. Search is part of a name, code or e-mail address, in any case.
type Query struct {
	Search *string
	Status *models.PartnerStatus
	Page   models.Page
	Count  bool
}

// Partners is a page of partners. Count is set where it was asked for.
type Partners struct {
	models.Slice[*models.Partner]
	Count int
}

const byName = "partners"

// List returns a page of partners. Page and count are of one snapshot. Mistakes in the query are UserErrors.
func (s *Service) List(ctx context.Context, q Query) (*Partners, error) {
	after, err := q.Page.Check(byName, models.TextKey)
	if err != nil {
		return nil, err
	}
	if q.Search != nil {
		if err := models.CheckText(*q.Search, "search"); err != nil {
			return nil, err
		}
	}
	found := new(Partners)
	return found, models.Snapshot(ctx, s.DB, func(tx *gorm.DB) error { return found.read(tx, q, after) })
}

func (ps *Partners) read(tx *gorm.DB, q Query, after *models.Position) error {
	if q.Count {
		var count int64
		if err := q.selected(tx).Count(&count).Error; err != nil {
			return err
		}
		ps.Count = int(count)
	}
	page := q.selected(tx).Order("p.name, p.id").Limit(q.Page.First + 1)
	if after != nil {
		page = page.Where(`(p.name, p.id) > (CAST(? AS text) COLLATE "und-x-icu", ?)`, after.Key, after.ID)
	}
	var rows []*models.Partner
	err := page.Find(&rows).Error
	ps.Slice = models.Cut(rows, q.Page, func(p *models.Partner) models.Position {
		return models.Position{List: byName, Key: p.Name, ID: p.ID}
	})
	return err
}

func (q Query) selected(tx *gorm.DB) *gorm.DB {
	found := tx.Table("partners AS p")
	if q.Search != nil && *q.Search != "" {
		found = found.Where(ledger.MatchesSearch, sql.Named("search", ledger.SearchPattern(*q.Search)))
	}
	if q.Status != nil {
		found = found.Where("p.status = ?", *q.Status)
	}
	return found
}
