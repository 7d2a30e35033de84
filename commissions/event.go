package commissions

import (
	"fmt"
	"time"

	"gorm.io/gorm"

	"partnerledger/audit"
	"partnerledger/models"
)

// What the audit log keeps of each.

type toldProgram struct {
	Name      string            `json:"name"`
	IsDefault bool              `json:"isDefault"`
	Rules     map[string]string `json:"rules"` // "level 1, SKU A" is "10%", or an amount per unit
}

type toldOrder struct {
	OrderedAt    time.Time         `json:"orderedAt"`
	CustomerID   *string           `json:"customerId,omitempty"`
	CurrencyCode string            `json:"currencyCode"`
	Total        string            `json:"total"`
	Lines        int               `json:"lines"`
	Commissions  map[string]string `json:"commissions"` // "level 1" is "10.00"
}

type toldRefund struct {
	OrderID      string            `json:"orderId"`
	RefundedAt   time.Time         `json:"refundedAt"`
	CurrencyCode string            `json:"currencyCode"`
	Amount       string            `json:"amount"`
	Clawbacks    map[string]string `json:"clawbacks"`
}

type toldAdjustment struct {
	Date         models.Date `json:"date"`
	CurrencyCode string      `json:"currencyCode"`
	Amount       string      `json:"amount"`
	Reason       string      `json:"reason"`
}

// recordProgram tells the audit log of a program. Old is what it was, empty if it is new.
func (s *Service) recordProgram(tx *gorm.DB, old []models.CommissionProgram, p *models.CommissionProgram) error {
	event := audit.Event{Action: models.ActionProgramSaved, Subject: "program " + p.Name, After: tellProgram(p)}
	if len(old) > 0 {
		event.Before = tellProgram(&old[0])
	}
	return audit.Record(tx, s.now(), event)
}

func tellProgram(p *models.CommissionProgram) toldProgram {
	told := toldProgram{p.Name, p.IsDefault, make(map[string]string, len(p.Rules))}
	for _, r := range p.Rules {
		about := fmt.Sprintf("level %d", r.Level)
		if r.SKU != nil {
			about += ", SKU " + *r.SKU
		}
		if r.Percent != nil {
			told.Rules[about] = models.DecimalString(*r.Percent) + "%"
		} else {
			told.Rules[about] = models.DecimalString(*r.Amount)
		}
	}
	return told
}

func (s *Service) recordedOrder(tx *gorm.DB, r *RecordedOrder) error {
	o := r.Order
	return audit.Record(tx, s.now(), audit.Event{
		Action: models.ActionOrderRecorded, Subject: "order " + o.OrderID, PartnerID: &o.PartnerID,
		After: toldOrder{
			o.OrderedAt, o.CustomerID, o.CurrencyCode, models.AmountString(o.Total, o.CurrencyCode), len(o.Lines),
			tellEntries(r.Entries),
		},
	})
}

func (s *Service) recordedRefund(tx *gorm.DB, in RefundInput, entries []models.LedgerEntry) error {
	var o models.Order
	if err := tx.Where("order_id = ?", in.OrderID).Take(&o).Error; err != nil {
		return err
	}
	return audit.Record(tx, s.now(), audit.Event{
		Action: models.ActionRefundRecorded, Subject: "refund " + in.RefundID, PartnerID: &o.PartnerID,
		After: toldRefund{
			in.OrderID, instant(in.RefundedAt), o.CurrencyCode, models.AmountString(in.Amount, o.CurrencyCode),
			tellEntries(entries),
		},
	})
}

func (s *Service) recordedAdjustment(tx *gorm.DB, in AdjustInput, e *models.LedgerEntry) error {
	return audit.Record(tx, s.now(), audit.Event{
		Action: models.ActionLedgerAdjusted, Subject: "adjustment " + in.RequestID, PartnerID: &e.PartnerID,
		After: toldAdjustment{e.Date, e.CurrencyCode, models.AmountString(e.Amount, e.CurrencyCode), e.Description},
	})
}

// tellEntries returns the amounts of entries by level, in which their sources end.
func tellEntries(entries []models.LedgerEntry) map[string]string {
	told := make(map[string]string, len(entries))
	for _, e := range entries {
		told["level "+e.Source[len(e.Source)-1:]] = models.AmountString(e.Amount, e.CurrencyCode)
	}
	return told
}
