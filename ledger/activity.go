package ledger

import (
	"context"
	_ "embed"
	"slices"

	"gorm.io/gorm"

	"partnerledger/models"
)

//go:embed activity.sql
var activitySQL string

// maxMonths is the most months that can be asked for at once: ten years.
const maxMonths = 120

// Month is what moved in one calendar month, over all partners or in one partner's ledger.
type Month struct {
	Period models.Period
	Sums   models.Figures
	// CurrencyCode is the one currency of the sums.
	CurrencyCode string
}

// Months returns what moved, over all partners, in each of the last months up to the one that until is in, the current
// one if nil; the oldest first. Mistakes are UserErrors.
func (s *Service) Months(ctx context.Context, last int, until *models.Date, currency *string) ([]*Month, error) {
	const everybody = 0
	months, err := s.months(ctx, last, until, currency, []int64{everybody}, "")
	return months[everybody], err
}

// MonthsOf returns what moved in each of some partners' ledgers, as Months does, by partner id.
func (s *Service) MonthsOf(ctx context.Context, last int, until *models.Date, currency string, partnerIDs []int64) (map[int64][]*Month, error) {
	return s.months(ctx, last, until, &currency, partnerIDs, "AND partner_id = k.partner_id")
}

func (s *Service) months(ctx context.Context, last int, until *models.Date, currency *string, partnerIDs []int64, ofPartner string) (map[int64][]*Month, error) {
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
	err = s.read(ctx, func(tx *gorm.DB) error {
		return tx.Raw(fill(activitySQL, map[string]string{"{of_partner}": ofPartner}), map[string]any{
			"days": days, "currency": code, "partner_ids": models.Array[int64](partnerIDs),
		}).Scan(&sums).Error
	})
	found := make(map[int64][]*Month, len(partnerIDs))
	for each := range slices.Chunk(sums, len(days)) {
		found[each[0].PartnerID] = between(first, each, code)
	}
	return found, err
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
