package payments

import (
	"context"
	"strings"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/models"
)

// Criteria say which payments. The zero Criteria is every payment in the business's own currency.
type Criteria struct {
	Period        *models.Period // of the payment's date
	BatchID       *string        // in any case
	PartnerIDs    []int64        // nil selects all, an empty list none
	MinimumAmount *decimal.Decimal
	MaximumAmount *decimal.Decimal
	Type          *models.PaymentType
	InBatch       *bool
	CurrencyCode  *string // the batch's, or the business's own, if nil
}

// Payments is a page of payments. Count and TotalAmount are set where they were asked for.
type Payments struct {
	models.Slice[*models.Payment]
	Count       int
	TotalAmount decimal.Decimal // without those that were voided
}

const searchList = "payments"

// Search returns a page of payments by their date, the newest first, and their count and total if whole asks for them.
func (s *Service) Search(ctx context.Context, c Criteria, page models.Page, whole bool) (*Payments, error) {
	after, err := page.Check(searchList, models.DateKey)
	if err != nil {
		return nil, err
	}
	db := s.DB.WithContext(ctx)
	currency, err := s.searchCurrency(db, c)
	if err != nil {
		return nil, err
	}
	where, args, err := c.conditions(currency)
	if err != nil {
		return nil, err
	}
	found := &Payments{}
	if whole {
		if err := found.whole(db, currency, where, args); err != nil {
			return nil, err
		}
	}
	if after != nil {
		where += " AND (date, id) < (CAST(@after_date AS date), @after_id)"
		args["after_date"], args["after_id"] = after.Key, after.ID
	}
	var rows []*models.Payment
	err = db.Where(where, args).Order("date DESC, id DESC").Limit(page.First + 1).Find(&rows).Error
	found.Slice = models.Cut(rows, page, func(p *models.Payment) models.Position {
		return models.Position{List: searchList, Key: p.Date.String(), ID: p.ID}
	})
	return found, err
}

func (f *Payments) whole(db *gorm.DB, currency, where string, args map[string]any) error {
	var sums struct {
		Count int
		Total decimal.Decimal
	}
	err := db.Model(&models.Payment{}).Where(where, args).
		Select("count(*) AS count, coalesce(sum(amount) FILTER (WHERE voided_at IS NULL), 0) AS total").Scan(&sums).Error
	f.Count, f.TotalAmount = sums.Count, models.InCurrency(sums.Total, currency)
	return err
}

// searchCurrency is the one currency of a search: amounts of several would not add up.
func (s *Service) searchCurrency(db *gorm.DB, c Criteria) (string, error) {
	if c.CurrencyCode != nil {
		return *c.CurrencyCode, models.CheckCurrency(*c.CurrencyCode, "criteria", "currencyCode")
	}
	if c.BatchID == nil {
		return s.Currency, nil
	}
	batch, err := findBatch(db, *c.BatchID)
	if err != nil || batch == nil {
		return s.Currency, err
	}
	return batch.CurrencyCode, nil
}

func (c Criteria) conditions(currency string) (string, map[string]any, error) {
	where, args := []string{"currency_code = @currency"}, map[string]any{"currency": currency}
	add := func(condition, name string, value any) {
		where, args[name] = append(where, condition), value
	}
	if c.Period != nil {
		if err := c.Period.Check("criteria", "period", "end"); err != nil {
			return "", nil, err
		}
		add("date >= @start", "start", c.Period.Start)
		add("date <= @end", "end", c.Period.End)
	}
	if c.BatchID != nil {
		add("batch_id = (SELECT b.id FROM payment_batches b WHERE lower(b.batch_id) = lower(@batch))", "batch", *c.BatchID)
	}
	if c.PartnerIDs != nil {
		add("partner_id = ANY(@partners)", "partners", models.Array[int64](c.PartnerIDs))
	}
	if c.MinimumAmount != nil {
		add("amount >= @minimum", "minimum", *c.MinimumAmount)
	}
	if c.MaximumAmount != nil {
		add("amount <= @maximum", "maximum", *c.MaximumAmount)
	}
	if c.Type != nil {
		add("type = @type", "type", *c.Type)
	}
	if c.InBatch != nil {
		add("(batch_id IS NOT NULL) = @in_batch", "in_batch", *c.InBatch)
	}
	return strings.Join(where, " AND "), args, nil
}

// OfBatches returns a page of the payments of each of some batches, by the partner's name when they were recorded, and
// their count and total.
func (s *Service) OfBatches(ctx context.Context, batchIDs []int64, page models.Page) (map[int64]*Payments, error) {
	after, err := page.Check("batch", models.NoKey)
	if err != nil {
		return nil, err
	}
	position := models.Position{}
	if after != nil {
		position = *after
	}
	db := s.DB.WithContext(ctx)
	var rows []*models.Payment
	// A batch's payments get their ids in the order of names.
	err = db.Raw(`SELECT p.* FROM unnest(CAST(@batches AS bigint[])) AS b (id) CROSS JOIN LATERAL (
		SELECT * FROM payments p WHERE p.batch_id = b.id AND p.id > @after ORDER BY p.id LIMIT @limit) AS p ORDER BY p.id`,
		map[string]any{"batches": models.Array[int64](batchIDs), "after": position.ID, "limit": page.First + 1}).Find(&rows).Error
	if err != nil {
		return nil, err
	}
	slices := cutByBatch(batchIDs, rows, page, func(p *models.Payment) int64 { return *p.BatchID },
		func(p *models.Payment) models.Position { return models.Position{List: "batch", ID: p.ID} })
	found := make(map[int64]*Payments, len(batchIDs))
	for id, slice := range slices {
		found[id] = &Payments{Slice: *slice}
	}
	return found, standing(db, found)
}

// standing adds the counts of the batches' payments and the totals of those that still stand.
func standing(db *gorm.DB, found map[int64]*Payments) error {
	ids := make(models.Array[int64], 0, len(found))
	for id := range found {
		ids = append(ids, id)
	}
	var sums []struct {
		ID           int64
		CurrencyCode string
		PaymentCount int
		Total        decimal.Decimal
	}
	err := db.Raw(`SELECT b.id, b.currency_code, b.payment_count, (SELECT coalesce(sum(p.amount), 0) FROM payments p
		WHERE p.batch_id = b.id AND p.voided_at IS NULL) AS total FROM payment_batches b WHERE b.id = ANY(?)`, ids).Scan(&sums).Error
	for _, b := range sums {
		found[b.ID].Count, found[b.ID].TotalAmount = b.PaymentCount, models.InCurrency(b.Total, b.CurrencyCode)
	}
	return err
}
