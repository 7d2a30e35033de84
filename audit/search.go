package audit

import (
	"context"
	"time"

	"gorm.io/gorm"

	"partnerledger/models"
)

// Criteria say which events. The zero Criteria is all of them.
type Criteria struct {
	Period    *models.Period // days, where the business is
	Action    *models.AuditAction
	PartnerID *int64
	Search    *string // part of the actor, the subject or the address, in any case
}

// Events is a page of events. Count is set where it was asked for.
type Events struct {
	models.Slice[*models.AuditEvent]
	Count int
}

const list = "audit"

func position(e *models.AuditEvent) models.Position {
	return models.Position{List: list, Key: e.At.UTC().Format(time.RFC3339Nano), ID: e.ID}
}

// Search returns a page of events, the newest first. Page and count are of one snapshot. Mistakes are UserErrors.
func (s *Service) Search(ctx context.Context, c Criteria, page models.Page, count bool) (*Events, error) {
	after, err := page.Check(list, models.InstantKey)
	if err != nil {
		return nil, err
	}
	if err := c.check("criteria"); err != nil {
		return nil, err
	}
	found := new(Events)
	return found, models.Snapshot(ctx, s.DB, func(tx *gorm.DB) error { return s.read(tx, found, c, page, after, count) })
}

func (s *Service) read(tx *gorm.DB, into *Events, c Criteria, page models.Page, after *models.Position, count bool) error {
	if count {
		var n int64
		if err := s.selected(tx, c).Count(&n).Error; err != nil {
			return err
		}
		into.Count = int(n)
	}
	var rows []*models.AuditEvent
	err := s.behind(s.selected(tx, c), after).Limit(page.First + 1).Find(&rows).Error
	into.Slice = models.Cut(rows, page, position)
	return err
}

// behind orders events, and leaves out those up to a position.
func (s *Service) behind(selected *gorm.DB, after *models.Position) *gorm.DB {
	if after != nil {
		selected = selected.Where("(e.at, e.id) < (CAST(? AS timestamptz), ?)", after.Key, after.ID)
	}
	return selected.Order("e.at DESC, e.id DESC")
}

func (c Criteria) check(prefix ...string) error {
	field := func(names ...string) []string { return append(prefix[:len(prefix):len(prefix)], names...) }
	if c.Period != nil {
		if err := c.Period.Check(field("period", "end")...); err != nil {
			return err
		}
	}
	if c.Search != nil {
		return models.CheckText(*c.Search, field("search")...)
	}
	return nil
}

func (s *Service) selected(tx *gorm.DB, c Criteria) *gorm.DB {
	found := tx.Table("audit_events AS e")
	if c.Period != nil {
		found = found.Where("e.at >= ? AND e.at < ?", c.Period.Start.In(s.Zone), c.Period.End.AddDays(1).In(s.Zone))
	}
	if c.Action != nil {
		found = found.Where("e.action = ?", *c.Action)
	}
	if c.PartnerID != nil {
		found = found.Where("e.partner_id = ?", *c.PartnerID)
	}
	if c.Search != nil && *c.Search != "" {
		found = found.Where("position(lower(?) IN lower(concat_ws(E'\\n', e.actor, e.subject, e.address))) > 0", *c.Search)
	}
	return found
}
