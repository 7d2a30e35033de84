package payments

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/models"
)

// Preview is what a batch would record.
type Preview struct {
	BatchID string
	Summary
	plan
	db *gorm.DB
}

// Planned is a payment that a batch would record.
type Planned struct {
	PartnerID int64
	Amount    decimal.Decimal
	OwedNow   decimal.Decimal
	Status    models.PartnerStatus
	Exceeds   bool
	Capped    bool
	Name      string
}

// OwedAfter returns what is owed after the payment; negative where it is above what is owed.
func (p *Planned) OwedAfter() decimal.Decimal { return p.OwedNow.Sub(p.Amount) }

// Warnings returns what a person should know before the payment is recorded.
func (p *Planned) Warnings() []models.PaymentWarning {
	warnings := []models.PaymentWarning{}
	if p.Exceeds {
		warnings = append(warnings, models.WarnExceedsBalance)
	}
	if p.Capped {
		warnings = append(warnings, models.WarnCappedAtBalance)
	}
	if p.Status == models.PartnerInactive {
		warnings = append(warnings, models.WarnPartnerInactive)
	}
	return warnings
}

// Preview returns what Create would record for the same request, found by the same statement. It records nothing.
func (s *Service) Preview(ctx context.Context, r Request) (*Preview, error) {
	db := s.DB.WithContext(ctx)
	preview := &Preview{db: db}
	return preview, db.Transaction(func(tx *gorm.DB) error {
		plan, err := s.plan(tx, r)
		if err != nil {
			return err
		}
		preview.plan = *plan
		if preview.BatchID, err = batchID(tx, r.BatchID, plan.Date); err != nil {
			return err
		}
		err = plan.read(tx, summarySQL, map[string]any{}, &preview.Summary)
		preview.written(plan.CurrencyCode)
		return err
	}, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
}

// Lines returns a page of the payments that the batch would record, by the partner's name. It is read after the
// preview's sums were: their fingerprint tells whether anything has changed when the batch is recorded.
func (p *Preview) Lines(page models.Page) (*models.Slice[*Planned], error) {
	return planned(p, page, "reason IS NULL", func(l *Planned) models.Position {
		return models.Position{List: plannedList, Key: l.Name, ID: l.PartnerID}
	})
}

// Skipped returns a page of the partners whom the batch would leave out, by name.
func (p *Preview) Skipped(page models.Page) (*models.Slice[*Skipped], error) {
	return planned(p, page, "reason IS NOT NULL", (*Skipped).position)
}

const plannedList = "planned"

// planned reads a page of the plan.
func planned[T any](p *Preview, page models.Page, which string, position func(*T) models.Position) (*models.Slice[*T], error) {
	after, err := page.Check(position(new(T)).List, models.TextKey)
	if err != nil {
		return nil, err
	}
	args := map[string]any{"limit": page.First + 1}
	if after != nil {
		which += ` AND (name, partner_id) > (CAST(@after_name AS text) COLLATE "und-x-icu", @after_id)`
		args["after_name"], args["after_id"] = after.Key, after.ID
	}
	digits := models.Digits(p.CurrencyCode)
	var rows []*T
	err = p.read(p.db, fmt.Sprintf(`SELECT partner_id, name, status, round(amount, %d) AS amount, round(owed_now, %[1]d) AS owed_now,
		exceeds, capped, reason, CASE WHEN reason = 'ALREADY_PAID' THEN paid_batch_id END AS paid_batch_id
		FROM planned WHERE %s ORDER BY name, partner_id LIMIT @limit`, digits, which), args, &rows)
	slice := models.Cut(rows, page, position)
	return &slice, err
}
