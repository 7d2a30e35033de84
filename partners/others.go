package partners

import (
	"errors"

	"gorm.io/gorm"

	"partnerledger/models"
)

// sameCode compares codes as the unique index does. The collation is the column's: another one would fold letters
// differently, and not find the index.
const sameCode = `lower(code) = lower(CAST(? AS text) COLLATE "C")`

// checkOthers returns what is wrong with a partner because of what else is recorded. Only under the lock.
func checkOthers(tx *gorm.DB, p *models.Partner) error {
	problems := make([]error, 0, 3)
	for _, check := range []func(*gorm.DB, *models.Partner) (problem, err error){codeTaken, parentUnfit, programMissing} {
		problem, err := check(tx, p)
		if err != nil {
			return err
		}
		problems = append(problems, problem)
	}
	return errors.Join(problems...)
}

func codeTaken(tx *gorm.DB, p *models.Partner) (problem, err error) {
	var others int64
	err = tx.Model(&models.Partner{}).Where(sameCode, p.Code).Where("id <> ?", p.ID).Count(&others).Error
	if others > 0 {
		problem = models.Problem(models.CodeConflict, []string{"input", "code"}, "the code %s is another partner's", p.Code)
	}
	return problem, err
}

func parentUnfit(tx *gorm.DB, p *models.Partner) (problem, err error) {
	if p.ParentID == nil {
		return nil, nil
	}
	var up struct{ Found, Circle bool }
	// UNION, not UNION ALL: the climb would end even if there were a circle already.
	err = tx.Raw(`WITH RECURSIVE up AS (
		  SELECT id, parent_id FROM partners WHERE id = @parent
		  UNION SELECT p.id, p.parent_id FROM partners p JOIN up ON p.id = up.parent_id)
		SELECT count(*) > 0 AS found, coalesce(bool_or(id = @id), false) AS circle FROM up`,
		map[string]any{"parent": *p.ParentID, "id": p.ID}).Scan(&up).Error
	field := []string{"input", "parentId"}
	switch {
	case err != nil:
		return nil, err
	case !up.Found:
		return models.NotFound(field, "there is no such partner"), nil
	case up.Circle:
		return models.Invalid(field, "a partner can't stand above itself: this parent was referred by %s", p.Code), nil
	}
	return nil, nil
}

func programMissing(tx *gorm.DB, p *models.Partner) (problem, err error) {
	if p.ProgramID == nil {
		return nil, nil
	}
	var found int64
	err = tx.Model(&models.CommissionProgram{}).Where("id = ?", *p.ProgramID).Count(&found).Error
	if found == 0 {
		problem = models.NotFound([]string{"input", "programId"}, "there is no such program")
	}
	return problem, err
}
