package ledger

import (
	"gorm.io/gorm"

	"partnerledger/models"
)

// The opening balances that a statement starts from are those of the last closed month before each edge of the period,
// and before now. A month before all others stands for "none": it has no rows, and every entry is after it.
const noMonth = "1800-01-01"

// withinStatement chooses them in subselects of the statement itself: the same snapshot for a statement that writes.
var withinStatement = map[string]string{
	"{start_month}": "(SELECT coalesce(max(month), DATE '" + noMonth + "') FROM closed_months WHERE month <= @start)",
	"{end_month}":   "(SELECT coalesce(max(month), DATE '" + noMonth + "') FROM closed_months WHERE month <= @after_end)",
	"{last_month}":  "(SELECT coalesce(max(month), DATE '" + noMonth + "') FROM closed_months)",
}

// asParameters takes them from chooseMonths, so that the planner sees constants. Only within one snapshot.
var asParameters = map[string]string{
	"{start_month}": "CAST(@start_month AS date)", "{end_month}": "CAST(@end_month AS date)", "{last_month}": "CAST(@last_month AS date)",
}

// chooseMonths finds the closed months to start from and puts them into a statement's arguments.
func chooseMonths(tx *gorm.DB, args map[string]any) error {
	var m struct{ StartMonth, EndMonth, LastMonth models.Date }
	err := tx.Raw(`SELECT coalesce(max(month) FILTER (WHERE month <= @start), DATE '`+noMonth+`') AS start_month,
		coalesce(max(month) FILTER (WHERE month <= @after_end), DATE '`+noMonth+`') AS end_month,
		coalesce(max(month), DATE '`+noMonth+`') AS last_month FROM closed_months`, args).Scan(&m).Error
	args["start_month"], args["end_month"], args["last_month"] = m.StartMonth, m.EndMonth, m.LastMonth
	return err
}
