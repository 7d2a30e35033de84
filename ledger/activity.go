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

// everyone is the one row that stands for all partners.
var everyone = []int64{0}

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
	months, err := s.months(ctx, last, until, currency, everyone, "")
	return months[everyone[0]], err
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
	err = s.read(ctx, func(tx *gorm.DB) (err error) {
		sums, err = sumsUpTo(tx, code, days, partnerIDs, ofPartner)
		return err
	})
	found := make(map[int64][]*Month, len(partnerIDs))
	for each := range slices.Chunk(sums, len(days)) {
		found[each[0].PartnerID] = between(first, each, code)
	}
	return found, err
}

// sumsUpTo returns the sums up to each of some days, partner by partner.
func sumsUpTo(tx *gorm.DB, currency string, days models.Array[string], partnerIDs []int64, ofPartner string) (sums []models.OpeningBalance, err error) {
	err = tx.Raw(fill(activitySQL, map[string]string{"{of_partner}": ofPartner}), map[string]any{
		"days": days, "currency": currency, "partner_ids": models.Array[int64](partnerIDs),
	}).Scan(&sums).Error
	return sums, err
}

// moves is what has moved between two days, by the sums up to each.
func moves(before, after models.OpeningBalance) models.Figures {
	f := models.Figures{
		BeginningBalance: before.Balance,
		Clawbacks:        after.ClawedBack.Sub(before.ClawedBack),
		Adjustments:      after.Adjusted.Sub(before.Adjusted),
		Payments:         after.Paid.Sub(before.Paid),
		EndingBalance:    after.Balance,
	}
	f.CommissionsEarned = after.Balance.Sub(before.Balance).Sub(f.Clawbacks).Sub(f.Adjustments).Add(f.Payments)
	return f
}

// between makes the months between sums that follow one another.
func between(first models.Date, sums []models.OpeningBalance, currency string) []*Month {
	months := make([]*Month, len(sums)-1)
	for i := range months {
		m := &Month{CurrencyCode: currency, Sums: moves(sums[i], sums[i+1])}
		m.Sums.InCurrency(currency)
		m.Period = models.Period{Start: first.AddMonths(i), End: first.AddMonths(i + 1).AddDays(-1)}
		months[i] = m
	}
	return months
}
