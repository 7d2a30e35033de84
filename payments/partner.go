package payments

import (
	"context"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/models"
)

// OfPartnersQuery asks for the same page of the payments to several partners, in one currency.
type OfPartnersQuery struct {
	Period       *models.Period // of the payment's date; all days if nil
	CurrencyCode string
	Page         models.Page
	Whole        bool // asks for count and total, too
}

const ofPartnerList = "payments of a partner"

// OfPartners returns a page of the payments to each of some partners, by partner id: by their date, the newest first.
func (s *Service) OfPartners(ctx context.Context, q OfPartnersQuery, partnerIDs []int64) (map[int64]*Payments, error) {
	after, err := q.Page.Check(ofPartnerList, models.DateKey)
	if err != nil {
		return nil, err
	}
	if err := models.CheckCurrency(q.CurrencyCode, "currencyCode"); err != nil {
		return nil, err
	}
	args := map[string]any{
		"partners": models.Array[int64](partnerIDs), "currency": q.CurrencyCode, "limit": q.Page.First + 1,
	}
	where := "currency_code = @currency"
	if q.Period != nil {
		if err := q.Period.Check("period", "end"); err != nil {
			return nil, err
		}
		where += " AND date BETWEEN @start AND @end"
		args["start"], args["end"] = q.Period.Start, q.Period.End
	}
	db := s.DB.WithContext(ctx)
	rows, err := ofPartners(db, where, args, after)
	if err != nil {
		return nil, err
	}
	found := q.pages(partnerIDs, rows)
	if !q.Whole {
		return found, nil
	}
	return found, wholeOfPartners(db, where, args, found)
}

// ofPartners finds the payments of all pages. The newest of each partner are chosen by what partners may see, too.
func ofPartners(db *gorm.DB, where string, args map[string]any, after *models.Position) (rows []*models.Payment, err error) {
	if after != nil {
		where += " AND (date, id) < (CAST(@after_date AS date), @after_id)"
		args["after_date"], args["after_id"] = after.Key, after.ID
	}
	return rows, db.Where(`(partner_id, id) IN (
		SELECT k.partner_id, newest.id FROM unnest(CAST(@partners AS bigint[])) AS k (partner_id) CROSS JOIN LATERAL (
		  SELECT p.id FROM payments p WHERE p.partner_id = k.partner_id AND `+where+` ORDER BY date DESC, id DESC LIMIT @limit
		) AS newest)`, args).Order("date DESC, id DESC").Find(&rows).Error
}

func (q OfPartnersQuery) pages(partnerIDs []int64, rows []*models.Payment) map[int64]*Payments {
	of := make(map[int64][]*models.Payment, len(partnerIDs))
	for _, p := range rows {
		of[p.PartnerID] = append(of[p.PartnerID], p)
	}
	found := make(map[int64]*Payments, len(partnerIDs))
	for _, id := range partnerIDs {
		found[id] = &Payments{
			TotalAmount: models.InCurrency(decimal.Zero, q.CurrencyCode),
			Slice: models.Cut(of[id], q.Page, func(p *models.Payment) models.Position {
				return models.Position{List: ofPartnerList, Key: p.Date.String(), ID: p.ID}
			}),
		}
	}
	return found
}

func wholeOfPartners(db *gorm.DB, where string, args map[string]any, found map[int64]*Payments) error {
	var sums []struct {
		PartnerID int64
		Count     int
		Total     decimal.Decimal
	}
	err := db.Raw(`SELECT partner_id, count(*) AS count, coalesce(sum(amount) FILTER (WHERE voided_at IS NULL), 0) AS total
		FROM payments WHERE partner_id = ANY(CAST(@partners AS bigint[])) AND `+where+` GROUP BY partner_id`, args).Scan(&sums).Error
	for _, r := range sums {
		f := found[r.PartnerID]
		f.Count, f.TotalAmount = r.Count, models.InCurrency(r.Total, args["currency"].(string))
	}
	return err
}
