package payments

import (
	"context"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/models"
)

// Batch returns a batch by its batch id, in any case, and nil if there is none.
func (s *Service) Batch(ctx context.Context, batchID string) (*models.PaymentBatch, error) {
	return findBatch(s.DB.WithContext(ctx), batchID)
}

func findBatch(tx *gorm.DB, batchID string) (*models.PaymentBatch, error) {
	var found []*models.PaymentBatch
	if err := tx.Where("lower(batch_id) = lower(?)", batchID).Find(&found).Error; err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

// Batches is a page of batches. Count is set where it was asked for.
type Batches struct {
	models.Slice[*models.PaymentBatch]
	Count int
}

// Batches returns a page of batches, the newest first.
func (s *Service) Batches(ctx context.Context, page models.Page, count bool) (*Batches, error) {
	after, err := page.Check("batches", models.NoKey)
	if err != nil {
		return nil, err
	}
	db := s.DB.WithContext(ctx)
	query := db.Order("id DESC").Limit(page.First + 1)
	if after != nil {
		query = query.Where("id < ?", after.ID)
	}
	var rows []*models.PaymentBatch
	if err := query.Find(&rows).Error; err != nil {
		return nil, err
	}
	found := &Batches{Slice: models.Cut(rows, page, func(b *models.PaymentBatch) models.Position {
		return models.Position{List: "batches", ID: b.ID}
	})}
	if count {
		err = db.Raw("SELECT count(*) FROM payment_batches").Scan(&found.Count).Error
	}
	return found, err
}

// BatchesByID returns batches by their own ids.
func (s *Service) BatchesByID(ctx context.Context, ids []int64) (map[int64]*models.PaymentBatch, error) {
	var rows []*models.PaymentBatch
	err := s.DB.WithContext(ctx).Where("id = ANY(?)", models.Array[int64](ids)).Find(&rows).Error
	found := make(map[int64]*models.PaymentBatch, len(rows))
	for _, b := range rows {
		found[b.ID] = b
	}
	return found, err
}

// BatchIDsOfPayments returns the batch of each of some payments, by payment id; one-off payments have none.
func (s *Service) BatchIDsOfPayments(ctx context.Context, paymentIDs []int64) (map[int64]int64, error) {
	var rows []struct{ ID, BatchID int64 }
	err := s.DB.WithContext(ctx).Raw("SELECT id, batch_id FROM payments WHERE id = ANY(?) AND batch_id IS NOT NULL",
		models.Array[int64](paymentIDs)).Scan(&rows).Error
	found := make(map[int64]int64, len(rows))
	for _, r := range rows {
		found[r.ID] = r.BatchID
	}
	return found, err
}

// Skipped is a partner on the report of a batch, or of a preview, who got no payment.
type Skipped struct {
	PartnerID    int64
	Name         string
	CurrencyCode string
	Amount       decimal.Decimal
	Reason       models.SkipReason
	PaidBatchID  *int64 // of ALREADY_PAID
	BatchID      int64  // the batch that left the partner out; 0 in a preview
}

func (s *Skipped) position() models.Position {
	return models.Position{List: "skipped", Key: s.Name, ID: s.PartnerID}
}

// SkippedOf returns a page of the partners whom each of some batches left out, by name.
func (s *Service) SkippedOf(ctx context.Context, batchIDs []int64, page models.Page) (map[int64]*models.Slice[*Skipped], error) {
	after, err := page.Check((&Skipped{}).position().List, models.TextKey)
	if err != nil {
		return nil, err
	}
	args := map[string]any{"batches": models.Array[int64](batchIDs), "limit": page.First + 1}
	behind := "true"
	if after != nil {
		behind = `(p.name, p.id) > (CAST(@after_name AS text) COLLATE "und-x-icu", @after_id)`
		args["after_name"], args["after_id"] = after.Key, after.ID
	}
	var rows []*Skipped
	err = s.DB.WithContext(ctx).Raw(`SELECT s.* FROM unnest(CAST(@batches AS bigint[])) AS b (id) CROSS JOIN LATERAL (
		SELECT s.*, p.name, t.currency_code FROM skipped_partners s
		JOIN partners p ON p.id = s.partner_id JOIN payment_batches t ON t.id = s.batch_id
		WHERE s.batch_id = b.id AND `+behind+` ORDER BY p.name, p.id LIMIT @limit) AS s ORDER BY s.name, s.partner_id`, args).Scan(&rows).Error
	for _, r := range rows {
		r.Amount = models.InCurrency(r.Amount, r.CurrencyCode)
	}
	return cutByBatch(batchIDs, rows, page, func(s *Skipped) int64 { return s.BatchID }, (*Skipped).position), err
}

// cutByBatch makes a page for every batch; rows come in order.
func cutByBatch[T any](ids []int64, rows []T, page models.Page, batch func(T) int64, position func(T) models.Position) map[int64]*models.Slice[T] {
	byBatch := make(map[int64][]T, len(ids))
	for _, r := range rows {
		byBatch[batch(r)] = append(byBatch[batch(r)], r)
	}
	pages := make(map[int64]*models.Slice[T], len(ids))
	for _, id := range ids {
		slice := models.Cut(byBatch[id], page, position)
		pages[id] = &slice
	}
	return pages
}
