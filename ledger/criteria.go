package ledger

import (
	"strings"

	"github.com/shopspring/decimal"

	"partnerledger/models"
)

// Criteria say which ledgers, over which days. The report, its export and the payments made from it take the same. The
// zero Criteria is every partner's ledger over the last full calendar month in the business's own currency.
type Criteria struct {
	Period       *models.Period
	CurrencyCode *string
	// PartnerIDs selects only these; nil selects all, an empty list none.
	PartnerIDs []int64
	// Search is part of a partner's name, code or e-mail address, in any case.
	Search    *string
	ProgramID *int64
	ParentID  *int64
	Status    *models.PartnerStatus
	// MinimumEndingBalance leaves out smaller ending balances.
	MinimumEndingBalance *decimal.Decimal
	// NonZeroOnly leaves out partners whose five figures are all zero.
	NonZeroOnly bool
}

// Scope returns the period and the currency that the criteria select, with the defaults filled in.
func (s *Service) Scope(c Criteria) (models.Period, string, error) {
	period := models.LastMonth(s.Today())
	if c.Period != nil {
		period = *c.Period
	}
	currency := s.Currency
	if c.CurrencyCode != nil {
		currency = *c.CurrencyCode
	}
	if err := period.Check("criteria", "period", "end"); err != nil {
		return period, currency, err
	}
	if c.Search != nil {
		if err := models.CheckText(*c.Search, "criteria", "search"); err != nil {
			return period, currency, err
		}
	}
	return period, currency, models.CheckCurrency(currency, "criteria", "currencyCode")
}

// partnerConditions returns what the criteria ask of the partner p itself, and their arguments.
func (c Criteria) partnerConditions(args map[string]any) []string {
	var where []string
	add := func(condition, name string, value any) {
		where, args[name] = append(where, condition), value
	}
	if c.PartnerIDs != nil {
		add("p.id = ANY(CAST(@partner_ids AS bigint[]))", "partner_ids", models.Array[int64](c.PartnerIDs))
	}
	if c.Search != nil && *c.Search != "" {
		add(MatchesSearch, "search", SearchPattern(*c.Search))
	}
	if c.ProgramID != nil {
		add("p.program_id = @program_id", "program_id", *c.ProgramID)
	}
	if c.ParentID != nil {
		add("p.parent_id = @parent_id", "parent_id", *c.ParentID)
	}
	if c.Status != nil {
		add("p.status = @status", "status", *c.Status)
	}
	return where
}

// figureConditions returns what the criteria ask of the ledger l.
func (c Criteria) figureConditions(args map[string]any) []string {
	var where []string
	if c.MinimumEndingBalance != nil {
		where = append(where, "l.ending_balance >= CAST(@minimum_ending_balance AS numeric)")
		args["minimum_ending_balance"] = *c.MinimumEndingBalance
	}
	if c.NonZeroOnly {
		where = append(where, `(l.beginning_balance <> 0 OR l.commissions_earned + l.clawbacks <> 0
			OR l.adjustments <> 0 OR l.payments <> 0 OR l.ending_balance <> 0)`)
	}
	return where
}

// onFigures tells whether they ask anything of the ledger itself.
func (c Criteria) onFigures() bool { return c.MinimumEndingBalance != nil || c.NonZeroOnly }

// few tells whether the criteria are likely to select few partners, so that their figures are best found one by one.
func (c Criteria) few() bool {
	return c.PartnerIDs != nil || (c.Search != nil && *c.Search != "") || c.ProgramID != nil || c.ParentID != nil
}

// MatchesSearch is the condition on partners p that a search sets, for an argument made by SearchPattern.
const MatchesSearch = `p.search LIKE lower(CAST(@search AS text) COLLATE "und-x-icu")`

var likeSpecials = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

// SearchPattern makes the LIKE pattern that finds a text anywhere in another.
func SearchPattern(text string) string { return "%" + likeSpecials.Replace(text) + "%" }
