package payments

import (
	"context"
	_ "embed"
	"fmt"
	"maps"
	"strings"

	"gorm.io/gorm"

	"partnerledger/ledger"
	"partnerledger/models"
)

//go:embed create.sql
var createSQL string

// Create records a batch of payments: all of them or none. The batch id makes it safe to repeat: replayed tells that
// the batch was there already, from the same request. Mistakes are UserErrors: BATCH_ID_TAKEN, STALE_PREVIEW,
// NOTHING_TO_PAY, INVALID, NOT_FOUND.
func (s *Service) Create(ctx context.Context, r Request, by string) (batch *models.PaymentBatch, replayed bool, err error) {
	if err := r.check(); err != nil {
		return nil, false, err
	}
	err = s.alone(ctx, func(tx *gorm.DB) (err error) {
		batch, err = replay(tx, r)
		if err != nil || batch != nil {
			replayed = batch != nil
			return err
		}
		if batch, err = s.create(tx, r, by); err != nil {
			return err
		}
		return s.recordBatch(tx, models.ActionBatchCreated, nil, batch)
	})
	if err != nil {
		return nil, false, err
	}
	if !replayed {
		batches.WithLabelValues("created").Inc()
	}
	return batch, replayed, nil
}

// replay returns the batch that the request has made before, nil if there is none of its id.
func replay(tx *gorm.DB, r Request) (*models.PaymentBatch, error) {
	if r.BatchID == nil {
		return nil, nil
	}
	batch, err := findBatch(tx, *r.BatchID)
	if err == nil && batch != nil && batch.RequestHash != r.hash() {
		return nil, models.Problem(models.CodeBatchIDTaken, []string{"batchId"},
			"the batch %s is there already, made with other arguments", batch.BatchID)
	}
	return batch, err
}

func (s *Service) create(tx *gorm.DB, r Request, by string) (*models.PaymentBatch, error) {
	plan, err := s.plan(tx, r)
	if err != nil {
		return nil, err
	}
	batch := &models.PaymentBatch{
		Method: r.Method, Type: r.Type, Date: plan.Date, PeriodStart: plan.Period.Start, PeriodEnd: plan.Period.End,
		CurrencyCode: plan.CurrencyCode, RequestHash: r.hash(), CreatedAt: s.Now().UTC(), CreatedBy: by,
	}
	if batch.BatchID, err = batchID(tx, r.BatchID, plan.Date); err != nil {
		return nil, err
	}
	if err := tx.Create(batch).Error; err != nil {
		return nil, err
	}
	summary, err := plan.record(tx, batch)
	if err != nil {
		return nil, err
	}
	if r.Fingerprint != nil && *r.Fingerprint != summary.Fingerprint {
		return nil, models.Problem(models.CodeStalePreview, []string{"fingerprint"},
			"the figures have changed since the preview, or another batch has paid some of the same days; nothing was recorded: look at a new one")
	}
	if summary.PaymentCount == 0 {
		return nil, models.Problem(models.CodeNothingToPay, nil,
			"nobody on the report is to be paid: %d skipped; the preview says why", summary.SkippedCount)
	}
	batch.PaymentCount, batch.Total, batch.SkippedCount = summary.PaymentCount, summary.Total, summary.SkippedCount
	return batch, tx.Model(batch).Select("payment_count", "total", "skipped_count").Updates(batch).Error
}

// record inserts what the plan says. The figures are read by the statement that inserts, so they can't be outdated.
func (p *plan) record(tx *gorm.DB, batch *models.PaymentBatch) (*Summary, error) {
	args := maps.Clone(p.args)
	maps.Copy(args, map[string]any{
		"batch": batch.ID, "type": batch.Type, "date": batch.Date, "now": batch.CreatedAt, "by": batch.CreatedBy,
		"description": "Payment, " + batch.BatchID,
	})
	statement := strings.NewReplacer("{planned}", p.planned, "{carried}", ledger.Carried(), "{summary}", summarySQL).Replace(createSQL)
	var summary Summary
	err := models.PlanAnew(tx).Raw(statement, args).Scan(&summary).Error
	summary.written(p.CurrencyCode)
	ledger.Count(tx, models.PaymentMade, summary.PaymentCount)
	return &summary, err
}

// batchID returns the id that was asked for, or the first free one of the date.
func batchID(tx *gorm.DB, asked *string, date models.Date) (string, error) {
	if asked != nil {
		return *asked, nil
	}
	base := "Batch-" + date.Compact()
	var taken []string
	err := tx.Raw("SELECT lower(batch_id) FROM payment_batches WHERE lower(batch_id) LIKE lower(?) || '%'", base).Scan(&taken).Error
	if err != nil {
		return "", err
	}
	used := make(map[string]bool, len(taken))
	for _, id := range taken {
		used[id] = true
	}
	id := base
	for n := 2; used[strings.ToLower(id)]; n++ {
		id = fmt.Sprintf("%s-%d", base, n)
	}
	return id, nil
}
