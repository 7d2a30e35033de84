package ledger

import (
	"context"
	_ "embed"

	"partnerledger/models"
)

//go:embed activity.sql
var activitySQL string

// maxMonths is the most months that can be asked for at once: ten years.
const maxMonths = 120

// Month is what moved in one calendar month, over all partners.
type Month struct {
	Period models.Period
	Sums   models.Figures
	// CurrencyCode is the one currency of the sums.
	CurrencyCode string
}

// Months returns what moved in each of the last months up to the one that until is in, the current one if nil; the oldest
// first. Mistakes are UserErrors.
func (s *Service) Months(ctx context.Context, last int, until *models.Date, currency *string) ([]*Month, error) {
	if last < 1 || last > maxMonths {
		return nil, models.Invalid([]string{"last"}, "last must be between 1 and %d", maxMonths)
	}
	_, code, err := s.Scope(Criteria{CurrencyCode: currency})
	if err != nil {
		return nil, err
	}
	end := s.Today()
	if until != nil {
		end = *until
	}
	first := end.AddMonths(1 - last)
	days := make(models.Array[string], last+1)
	for i := range days {
		days[i] = first.AddMonths(i).String()
	}
	var sums []models.OpeningBalance
	err = s.DB.WithContext(ctx).Raw(activitySQL, map[string]any{"days": days, "currency": code}).Scan(&sums).Error
	if err != nil {
		return nil, err
	}
	return between(first, sums, code), nil
}

// between makes the months between sums that follow one another.
func between(first models.Date, sums []models.OpeningBalance, currency string) []*Month {
	months := make([]*Month, len(sums)-1)
	for i := range months {
		before, after := sums[i], sums[i+1]
		m := &Month{CurrencyCode: currency, Sums: models.Figures{
			BeginningBalance: before.Balance,
			Clawbacks:        after.ClawedBack.Sub(before.ClawedBack),
			Adjustments:      after.Adjusted.Sub(before.Adjusted),
			Payments:         after.Paid.Sub(before.Paid),
			EndingBalance:    after.Balance,
		}}
		m.Sums.CommissionsEarned = after.Balance.Sub(before.Balance).
			Sub(m.Sums.Clawbacks).Sub(m.Sums.Adjustments).Add(m.Sums.Payments)
		m.Sums.InCurrency(currency)
		m.Period = models.Period{Start: first.AddMonths(i), End: first.AddMonths(i + 1).AddDays(-1)}
		months[i] = m
	}
	return months
}
