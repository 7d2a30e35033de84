package partners

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"partnerledger/models"
)

// Input is what is recorded of a partner. A nil Status or CurrencyCode leaves it as it is; of a new partner they are
// ACTIVE and the business's own.
type Input struct {
	Code, Name          string
	Email               *string
	Status              *models.PartnerStatus
	CurrencyCode        *string
	ParentID, ProgramID *int64
}

// Create records a new partner. Mistakes are UserErrors.
func (s *Service) Create(ctx context.Context, in Input) (*models.Partner, error) {
	p := &models.Partner{Status: models.PartnerActive, CurrencyCode: s.Currency, CreatedAt: s.now()}
	in.fill(p)
	if err := check(p, "input"); err != nil {
		return nil, err
	}
	err := s.write(ctx, func(tx *gorm.DB) error {
		if err := checkOthers(tx, p); err != nil {
			return err
		}
		if err := tx.Create(p).Error; err != nil {
			return err
		}
		return s.record(tx, models.ActionPartnerCreated, nil, p)
	})
	if err != nil {
		return nil, err
	}
	return p, nil
}

// Update replaces what is recorded of a partner. Mistakes are UserErrors.
func (s *Service) Update(ctx context.Context, id int64, in Input) (*models.Partner, error) {
	p := new(models.Partner)
	err := s.write(ctx, func(tx *gorm.DB) error { return s.update(tx, p, id, in) })
	if err != nil {
		return nil, err
	}
	return p, nil
}

func (s *Service) update(tx *gorm.DB, p *models.Partner, id int64, in Input) error {
	err := tx.Where("id = ?", id).Take(p).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return models.NotFound([]string{"id"}, "there is no such partner")
	}
	if err != nil {
		return err
	}
	old := *p
	in.fill(p)
	if err := check(p, "input"); err != nil {
		return err
	}
	if err := checkOthers(tx, p); err != nil {
		return err
	}
	if err := tx.Model(p).Select(changeable).Updates(p).Error; err != nil {
		return err
	}
	return s.record(tx, models.ActionPartnerChanged, &old, p)
}

var changeable = []string{"code", "name", "email", "status", "currency_code", "parent_id", "program_id"}

func (in Input) fill(p *models.Partner) {
	p.Code, p.Name, p.ParentID, p.ProgramID = in.Code, in.Name, in.ParentID, in.ProgramID
	p.Email = nonEmpty(in.Email)
	if in.Status != nil {
		p.Status = *in.Status
	}
	if in.CurrencyCode != nil {
		p.CurrencyCode = *in.CurrencyCode
	}
}

// nonEmpty takes an empty text for none.
func nonEmpty(s *string) *string {
	if s == nil || *s == "" {
		return nil
	}
	return s
}
