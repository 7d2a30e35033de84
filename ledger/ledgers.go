package ledger

import (
	"context"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/models"
)

// Ledgers returns the ledgers of some partners over a period, by partner id, whether or not they have anything in the
// currency. Partners who aren't there are left out. A period of nil is the last full calendar month.
func (s *Service) Ledgers(ctx context.Context, period *models.Period, currency string, partnerIDs []int64) (map[int64]*Ledger, error) {
	criteria := Criteria{Period: period, CurrencyCode: &currency, PartnerIDs: partnerIDs}
	days, currency, err := s.Scope(criteria)
	if err != nil {
		return nil, err
	}
	b := newBuilder(criteria, days, currency, asParameters)
	b.anybody = true
	found := make(map[int64]*Ledger, len(partnerIDs))
	return found, s.read(ctx, func(tx *gorm.DB) error {
		if err := chooseMonths(tx, b.args); err != nil {
			return err
		}
		var rows []struct {
			PartnerID int64
			models.Figures
		}
		if err := tx.Raw(b.ledgers(), b.args).Scan(&rows).Error; err != nil {
			return err
		}
		for _, r := range rows {
			r.InCurrency(currency)
			found[r.PartnerID] = &Ledger{Period: days, CurrencyCode: currency, Figures: r.Figures}
		}
		if len(found) < len(partnerIDs) && models.IsLate(tx.Statement.Context) {
			return models.ErrNotYetThere
		}
		return addPartners(tx, partnerIDs, found)
	})
}

// WithoutFigures returns a partner's ledger over a period as Ledgers does, for those who ask for none of its figures.
func (s *Service) WithoutFigures(p *models.Partner, period *models.Period, currency string) (*Ledger, error) {
	days, currency, err := s.Scope(Criteria{Period: period, CurrencyCode: &currency})
	return &Ledger{Partner: p, Period: days, CurrencyCode: currency}, err
}

func addPartners(tx *gorm.DB, partnerIDs []int64, ledgers map[int64]*Ledger) error {
	var partners []*models.Partner
	err := tx.Where("id = ANY(?)", models.Array[int64](partnerIDs)).Find(&partners).Error
	for _, p := range partners {
		ledgers[p.ID].Partner = p
	}
	return err
}

// OwedNowSQL returns, for a statement that has the argument @currency, what each partner is owed in it, every entry
// whatever its date: an expression, and the joins that it needs. They take the names o and n.
func OwedNowSQL(partner string) (expression, joins string) {
	return balance, fill(owed(partner, false), withinStatement)
}

// OwedNow returns what some partners are owed in a currency, every entry whatever its date, by partner id.
func (s *Service) OwedNow(ctx context.Context, currency string, partnerIDs []int64) (map[int64]decimal.Decimal, error) {
	var rows []struct {
		PartnerID int64
		OwedNow   decimal.Decimal
	}
	err := s.DB.WithContext(ctx).Raw(`SELECT k.partner_id, `+balance+` AS owed_now
		FROM unnest(CAST(@partner_ids AS bigint[])) AS k (partner_id) `+fill(owed("k.partner_id", true), withinStatement),
		map[string]any{"currency": currency, "partner_ids": models.Array[int64](partnerIDs)}).Scan(&rows).Error
	owed := make(map[int64]decimal.Decimal, len(partnerIDs))
	for _, id := range partnerIDs {
		owed[id] = models.InCurrency(decimal.Zero, currency)
	}
	for _, r := range rows {
		owed[r.PartnerID] = models.InCurrency(r.OwedNow, currency)
	}
	return owed, err
}
