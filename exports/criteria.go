package exports

import (
	"encoding/json"

	"github.com/shopspring/decimal"

	"partnerledger/ledger"
	"partnerledger/models"
)

// asked is ledger.Criteria with the names that the API has for its fields. Where the two part, this doesn't compile.
// An empty list of partners, which selects none, is kept apart from no list, which selects all.
type asked struct {
	Period               *models.Period        `json:"period,omitzero"`
	CurrencyCode         *string               `json:"currencyCode,omitzero"`
	PartnerIDs           []int64               `json:"partnerIds,omitzero"`
	Search               *string               `json:"search,omitzero"`
	ProgramID            *int64                `json:"programId,omitzero"`
	ParentID             *int64                `json:"parentId,omitzero"`
	Status               *models.PartnerStatus `json:"status,omitzero"`
	MinimumEndingBalance *decimal.Decimal      `json:"minimumEndingBalance,omitzero"`
	NonZeroOnly          bool                  `json:"nonZeroOnly,omitzero"`
}

// criteriaJSON writes what was asked for. The period and the currency are those that were meant: what is left out means
// something else next month.
func criteriaJSON(criteria ledger.Criteria, period models.Period, currency string) (string, error) {
	criteria.Period, criteria.CurrencyCode = &period, &currency
	text, err := json.Marshal(asked(criteria))
	return string(text), err
}
