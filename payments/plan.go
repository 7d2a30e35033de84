package payments

import (
	_ "embed"
	"maps"
	"strings"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/ledger"
	"partnerledger/models"
)

var (
	//go:embed plan.sql
	planSQL string
	//go:embed export.sql
	exportSQL string
	//go:embed summary.sql
	summarySQL string
)

// plan is a request with its defaults filled in: the statement that says who is paid what.
type plan struct {
	Date         models.Date
	Period       models.Period
	CurrencyCode string
	planned      string // the part "planned" of a statement
	args         map[string]any
}

// Summary is the whole of a plan.
type Summary struct {
	PaymentCount int
	Total        decimal.Decimal
	// ExceedingCount payments are above what is owed now, by ExceedingTotal in all.
	ExceedingCount int
	ExceedingTotal decimal.Decimal
	SkippedCount   int
	// Fingerprint stands for who is paid how much, and for who was paid for some of the days before, and by which batch.
	Fingerprint string
}

// plan finds the report that a request is about.
func (s *Service) plan(tx *gorm.DB, r Request) (*plan, error) {
	if err := r.check(); err != nil {
		return nil, err
	}
	ledgers, err := s.ledgers(tx, r)
	if err != nil {
		return nil, err
	}
	p := &plan{Date: s.Today(), Period: ledgers.Period, CurrencyCode: ledgers.Currency, args: maps.Clone(ledgers.Args)}
	if r.Date != nil {
		p.Date = *r.Date
	}
	minimum := decimal.Zero
	if r.MinimumPayment != nil {
		minimum = *r.MinimumPayment
		if err := models.CheckAmount(minimum, p.CurrencyCode, "minimumPayment"); err != nil {
			return nil, err
		}
	}
	p.planned = strings.ReplaceAll(planSQL, "{ledgers}", ledgers.SQL)
	maps.Copy(p.args, map[string]any{
		"method": r.Method, "cap": r.CapAtBalance, "allow_repeat": r.AllowRepeat, "minimum": minimum,
	})
	return p, nil
}

// ledgers is the report of the criteria, or the one that was exported.
func (s *Service) ledgers(tx *gorm.DB, r Request) (ledger.Statement, error) {
	if r.ExportID == nil {
		criteria := r.Criteria
		if criteria == nil {
			criteria = &ledger.Criteria{}
		}
		return s.Ledger.Statement(*criteria)
	}
	var exports []models.LedgerExport
	err := tx.Where("id = ?", *r.ExportID).Find(&exports).Error
	if err == nil && len(exports) == 0 {
		err = models.NotFound([]string{"exportId"}, "there is no such export")
	}
	if err != nil {
		return ledger.Statement{}, err
	}
	e := exports[0]
	owedNow, owedJoins := ledger.OwedNowSQL("r.partner_id")
	return ledger.Statement{
		SQL:    strings.NewReplacer("{owed_now}", owedNow, "{owed_joins}", owedJoins).Replace(exportSQL),
		Args:   map[string]any{"export_id": e.ID, "currency": e.CurrencyCode, "start": e.PeriodStart, "end": e.PeriodEnd},
		Period: e.Period(), Currency: e.CurrencyCode,
	}, nil
}

// read runs a SELECT over the plan.
func (p *plan) read(tx *gorm.DB, selection string, args map[string]any, into any) error {
	maps.Copy(args, p.args)
	return models.PlanAnew(tx).Raw("WITH "+p.planned+" "+selection, args).Scan(into).Error
}

// written gives the sums of a plan the digits of their currency.
func (s *Summary) written(currency string) {
	s.Total = models.InCurrency(s.Total, currency)
	s.ExceedingTotal = models.InCurrency(s.ExceedingTotal, currency)
}
