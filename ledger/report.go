package ledger

import (
	"context"
	"fmt"
	"strings"

	"gorm.io/gorm"

	"partnerledger/models"
)

// OrderField is a column that the report can be ordered by.
type OrderField string

// Direction is which way a list is ordered.
type Direction string

// Order says how the report is ordered; ties by partner id, the same way.
type Order struct {
	Field     OrderField
	Direction Direction
}

// column is how the report is ordered by a field: the expression over a ledger l, and the key of a cursor as a value to
// compare it with, what such a key must be. Where a partner p alone tells it, or with it one of the two balances, the page
// is cut by that before any other figure is found.
type column struct {
	expression string
	key        string
	valid      func(string) error
	cutBy      string // over p, and over what cutJoin joins to it
	cutJoin    func(*builder) string
}

// ofPartner tells whether the page depends on no figure.
func (c column) ofPartner() bool { return c.cutBy != "" && c.cutJoin == nil }

var columns = map[OrderField]column{
	"PARTNER_NAME":      {"l.name", `CAST(@after_key AS text) COLLATE "und-x-icu"`, models.TextKey, "p.name", nil},
	"PARTNER_CODE":      {"l.code", `CAST(@after_key AS text) COLLATE "C"`, models.TextKey, "p.code", nil},
	"BEGINNING_BALANCE": {"l.beginning_balance", "CAST(@after_key AS numeric)", models.DecimalKey, balance, (*builder).beginning},
	"COMMISSIONS":       {"(l.commissions_earned + l.clawbacks)", "CAST(@after_key AS numeric)", models.DecimalKey, "", nil},
	"PAYMENTS":          {"l.payments", "CAST(@after_key AS numeric)", models.DecimalKey, "", nil},
	"ENDING_BALANCE":    {"l.ending_balance", "CAST(@after_key AS numeric)", models.DecimalKey, balance, (*builder).ending},
}

// Query asks for a page of the report, and for the totals and the count of the whole where they are wanted.
type Query struct {
	Criteria Criteria
	Order    Order
	Page     models.Page
	Totals   bool
	Count    bool
}

// Report is a page of the report. Totals and Count are set where they were asked for.
type Report struct {
	models.Slice[*Ledger]
	Period       models.Period
	CurrencyCode string
	Totals       models.Figures
	Count        int
}

// Report returns a page of the Referral Partner Ledgers report. Mistakes in the query are UserErrors.
func (s *Service) Report(ctx context.Context, q Query) (*Report, error) {
	period, currency, err := s.Scope(q.Criteria)
	if err != nil {
		return nil, err
	}
	by, known := columns[q.Order.Field]
	if !known {
		return nil, models.Invalid([]string{"orderBy", "field"}, "the report can't be ordered by %s", q.Order.Field)
	}
	after, err := q.Page.Check(q.list(), by.valid)
	if err != nil {
		return nil, err
	}
	report := &Report{Period: period, CurrencyCode: currency}
	if q.small(by) {
		return report, models.Read(ctx, s.DB, func(db *gorm.DB) error {
			_, err := report.page(db, q, newBuilder(q.Criteria, period, currency, withinStatement), by, after)
			return err
		})
	}
	return report, s.read(ctx, func(tx *gorm.DB) error {
		b := newBuilder(q.Criteria, period, currency, asParameters)
		if err := chooseMonths(tx, b.args); err != nil {
			return err
		}
		if !b.one {
			tx = models.PlanAnew(tx)
		}
		if whole, err := report.page(tx, q, b, by, after); err != nil || whole {
			return err
		}
		return report.whole(tx, q, b)
	})
}

// small tells whether the figures of a page alone are wanted, which no figure decides: that is one statement, prepared, since
// it is planned the same for any days.
func (q Query) small(by column) bool {
	return by.ofPartner() && !q.Totals && !q.Count && !q.Criteria.onFigures()
}

func (q Query) list() string { return fmt.Sprintf("ledgers/%s/%s", q.Order.Field, q.Order.Direction) }

// whole finds the totals and the count, each only where it is asked for: they read every ledger, a page doesn't.
func (r *Report) whole(tx *gorm.DB, q Query, b *builder) error {
	onFigures := q.Criteria.onFigures()
	onPartners := len(q.Criteria.partnerConditions(b.args)) > 0
	switch {
	case q.Totals && !onFigures && !onPartners:
		if err := r.everybody(tx); err != nil {
			return err
		}
	case q.Totals || (q.Count && onFigures):
		return r.sum(tx, b)
	}
	if q.Count {
		return tx.Raw(`SELECT count(*) FROM partners p WHERE `+strings.Join(b.partners(), " AND "), b.args).Scan(&r.Count).Error
	}
	return nil
}

// sums are the totals and the count of ledgers.
type sums struct {
	models.Figures
	Count int
}

// sum finds them ledger by ledger.
func (r *Report) sum(tx *gorm.DB, b *builder) error {
	var found sums
	err := tx.Raw("SELECT "+sumsOf("")+" FROM ("+b.filtered()+") AS l", b.args).Scan(&found).Error
	r.sums(found)
	return err
}

func (r *Report) sums(found sums) {
	r.Totals, r.Count = found.Figures, found.Count
	r.Totals.InCurrency(r.CurrencyCode)
}

// sumsOf are the columns of the totals and the count of ledgers l.
func sumsOf(prefix string) string {
	columns := "count(*) AS " + prefix + "count"
	for _, figure := range []string{"beginning_balance", "commissions_earned", "clawbacks", "adjustments", "payments", "ending_balance"} {
		columns += fmt.Sprintf(", coalesce(sum(l.%s), 0) AS %s%[1]s", figure, prefix)
	}
	return columns
}

// everybody finds the totals of all there is in the currency, which needs no partners: who has an entry in it is on the
// report.
func (r *Report) everybody(tx *gorm.DB) error {
	sums, err := sumsUpTo(tx, r.CurrencyCode, models.Array[string]{r.Period.Start.String(), r.Period.End.AddDays(1).String()}, everyone, "")
	if err != nil {
		return err
	}
	r.Totals = moves(sums[0], sums[1])
	r.Totals.InCurrency(r.CurrencyCode)
	return nil
}
