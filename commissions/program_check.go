package commissions

import (
	"errors"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/models"
)

// maxRules is the most rules that a program may have: one for each article of a large shop.
const maxRules = 10_000

func (in ProgramInput) check() error {
	problems := []error{models.CheckName(in.Name, "name")}
	if len(in.Rules) > maxRules {
		problems = append(problems, models.Invalid([]string{"rules"}, "a program has at most %d rules", maxRules))
	}
	first := map[[2]string]int{}
	for i, r := range in.Rules {
		field := []string{"rules", strconv.Itoa(i)}
		problems = append(problems, r.check(field))
		if other, twice := first[r.about()]; twice {
			problems = append(problems, models.Invalid(field, "rule %d is about the same level and SKU", other))
		} else {
			first[r.about()] = i
		}
	}
	return errors.Join(problems...)
}

// about is what no two rules of a program have in common.
func (r RuleInput) about() [2]string {
	sku := ""
	if r.SKU != nil {
		sku = "/" + *r.SKU
	}
	return [2]string{strconv.Itoa(r.Level), sku}
}

func (r RuleInput) check(path []string) error {
	field := func(name string) []string { return append(slices.Clone(path), name) }
	var problems []error
	if r.Level < 1 || r.Level > models.MaxLevel {
		problems = append(problems, models.Invalid(field("level"), "a level is 1 to %d", models.MaxLevel))
	}
	if r.SKU != nil {
		problems = append(problems, models.CheckName(*r.SKU, field("sku")...))
	}
	if (r.Percent == nil) == (r.Amount == nil) {
		problems = append(problems, models.Invalid(path, "a rule has exactly one of percent and amount"))
	}
	if r.Percent != nil && (r.Percent.IsNegative() || r.Percent.GreaterThan(decimal.New(100, 0))) {
		problems = append(problems, models.Invalid(field("percent"), "a percent is 0 to 100"))
	}
	if r.Amount != nil && (r.Amount.IsNegative() || r.Amount.GreaterThanOrEqual(limit)) {
		problems = append(problems, models.Invalid(field("amount"),
			"an amount is zero or more, with at most 15 digits before the point"))
	}
	return errors.Join(problems...)
}

// checkOthers returns what is wrong with a program because of the other ones.
func (in ProgramInput) checkOthers(tx *gorm.DB) error {
	var id int64
	if in.ID != nil {
		id = *in.ID
		var was models.CommissionProgram
		err := tx.Where("id = ?", id).Take(&was).Error
		switch {
		case errors.Is(err, gorm.ErrRecordNotFound):
			return models.NotFound([]string{"id"}, "there is no such program")
		case err != nil:
			return err
		case was.IsDefault && !in.IsDefault:
			return models.Invalid([]string{"isDefault"}, "one program must be the default: make another one the default instead")
		}
	}
	var taken int64
	err := tx.Model(&models.CommissionProgram{}).Where("lower(name) = lower(?) AND id <> ?", in.Name, id).Count(&taken).Error
	if taken > 0 {
		return models.Problem(models.CodeConflict, []string{"name"}, "there is a program of this name")
	}
	return err
}
