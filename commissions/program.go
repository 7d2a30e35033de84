package commissions

import (
	"context"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/models"
)

// ProgramInput is a program to make (nil ID) or to change. Rules are all of its rules.
type ProgramInput struct {
	ID        *int64
	Name      string
	IsDefault bool
	Rules     []RuleInput
}

// RuleInput is a rule: exactly one of Percent and Amount. A nil SKU is for all lines that no other rule of the level
// names.
type RuleInput struct {
	Level           int
	SKU             *string
	Percent, Amount *decimal.Decimal
}

// SaveProgram makes or changes a program. Orders that are recorded already keep their commissions. Mistakes are
// UserErrors.
func (s *Service) SaveProgram(ctx context.Context, in ProgramInput) (*models.CommissionProgram, error) {
	if err := in.check(); err != nil {
		return nil, err
	}
	var saved *models.CommissionProgram
	err := s.Write(ctx, func(tx *gorm.DB) (err error) {
		saved, err = s.save(tx, in)
		return err
	})
	return saved, err
}

func (s *Service) save(tx *gorm.DB, in ProgramInput) (*models.CommissionProgram, error) {
	// One at a time: what is checked here must hold when it is written.
	if err := tx.Exec("SELECT pg_advisory_xact_lock(hashtextextended('partnerledger.programs', 0))").Error; err != nil {
		return nil, err
	}
	program := &models.CommissionProgram{Name: in.Name, IsDefault: in.IsDefault}
	if in.ID != nil {
		program.ID = *in.ID
	}
	if err := in.checkOthers(tx); err != nil {
		return nil, err
	}
	old, err := findPrograms(tx.Where("id = ?", program.ID))
	if err != nil {
		return nil, err
	}
	if in.IsDefault {
		err := tx.Model(&models.CommissionProgram{}).Where("is_default AND id <> ?", program.ID).Update("is_default", false).Error
		if err != nil {
			return nil, err
		}
	}
	if err := tx.Omit("Rules").Save(program).Error; err != nil {
		return nil, err
	}
	if err := replaceRules(tx, program.ID, in.Rules); err != nil {
		return nil, err
	}
	found, err := findPrograms(tx.Where("id = ?", program.ID))
	if err != nil {
		return nil, err
	}
	return &found[0], s.recordProgram(tx, old, &found[0])
}

func replaceRules(tx *gorm.DB, programID int64, given []RuleInput) error {
	if err := tx.Where("program_id = ?", programID).Delete(&models.CommissionRule{}).Error; err != nil {
		return err
	}
	if len(given) == 0 {
		return nil
	}
	rules := make([]models.CommissionRule, len(given))
	for i, r := range given {
		rules[i] = models.CommissionRule{ProgramID: programID, Level: r.Level, SKU: r.SKU, Percent: r.Percent, Amount: r.Amount}
	}
	return tx.CreateInBatches(rules, 500).Error
}
