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
	return report, s.read(ctx, func(tx *gorm.DB) error {
		b := newBuilder(q.Criteria, period, currency, asParameters)
		if err := chooseMonths(tx, b.args); err != nil {
			return err
		}
		onFigures := len(q.Criteria.figureConditions(b.args)) > 0
		if everybody := !by.ofPartner() || q.Totals || onFigures; everybody && !b.one {
			tx = models.PlanAnew(tx)
		}
		if err := report.page(tx, q, b, by, after); err != nil {
			return err
		}
		return report.whole(tx, q, b)
	})
}

func (q Query) list() string { return fmt.Sprintf("ledgers/%s/%s", q.Order.Field, q.Order.Direction) }

// row is a ledger as the statements return it. SortKey is the column that the page is ordered by, written as a text.
type row struct {
	models.Partner
	models.Figures
	SortKey string
}

func (r *Report) page(tx *gorm.DB, q Query, b *builder, by column, after *models.Position) error {
	direction, comparison := "ASC", ">"
	if q.Order.Direction == "DESC" {
		direction, comparison = "DESC", "<"
	}
	page := *b
	where := q.Criteria.figureConditions(b.args)
	b.args["limit"] = q.Page.First + 1
	if after != nil {
		b.args["after_key"], b.args["after_id"] = after.Key, after.ID
	}
	cut := func(expression, id string) (behind, order string) {
		behind, order = "true", fmt.Sprintf("ORDER BY %s %s, %s %s LIMIT @limit", expression, direction, id, direction)
		if after != nil {
			behind = fmt.Sprintf("(%s, %s) %s (%s, @after_id)", expression, id, comparison, by.key)
		}
		return behind, order
	}
	behind, order := cut(by.expression, "l.partner_id")
	page.one = b.one || by.ofPartner()
	if by.cutBy != "" && len(where) == 0 {
		if by.cutJoin != nil {
			page.cutJoin = by.cutJoin(b)
		}
		before, first := cut(by.cutBy, "p.id")
		page.one, page.cut = true, "AND "+before+" "+first
	}
	var rows []row
	err := tx.Raw(`SELECT p.*, l.beginning_balance, l.commissions_earned, l.clawbacks, l.adjustments, l.payments,
		l.ending_balance, l.sort_key
		FROM (SELECT l.*, CAST(`+by.expression+` AS text) AS sort_key, row_number() OVER () AS position
		  FROM (SELECT l.* FROM (`+page.ledgers()+`) AS l WHERE `+strings.Join(append(where, behind), " AND ")+`
		    `+order+`) AS l) AS l
		JOIN partners p ON p.id = l.partner_id ORDER BY l.position`, b.args).Scan(&rows).Error
	found := models.Cut(rows, q.Page, func(r row) models.Position {
		return models.Position{List: q.list(), Key: r.SortKey, ID: r.ID}
	})
	r.Slice = models.Slice[*Ledger]{
		Cursors: found.Cursors, HasNextPage: found.HasNextPage, HasPreviousPage: found.HasPreviousPage,
	}
	for i := range found.Nodes {
		r.Nodes = append(r.Nodes, found.Nodes[i].ledger(r.Period, r.CurrencyCode))
	}
	return err
}

func (r *row) ledger(period models.Period, currency string) *Ledger {
	r.InCurrency(currency)
	return &Ledger{Partner: &r.Partner, Period: period, CurrencyCode: currency, Figures: r.Figures}
}

// whole finds the totals and the count, each only where it is asked for: they read every ledger, a page doesn't.
func (r *Report) whole(tx *gorm.DB, q Query, b *builder) error {
	onFigures := len(q.Criteria.figureConditions(b.args)) > 0
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

// sum finds totals and count ledger by ledger.
func (r *Report) sum(tx *gorm.DB, b *builder) error {
	var sums struct {
		models.Figures
		Count int
	}
	err := tx.Raw(`SELECT count(*) AS count, coalesce(sum(l.beginning_balance), 0) AS beginning_balance,
		coalesce(sum(l.commissions_earned), 0) AS commissions_earned, coalesce(sum(l.clawbacks), 0) AS clawbacks,
		coalesce(sum(l.adjustments), 0) AS adjustments, coalesce(sum(l.payments), 0) AS payments,
		coalesce(sum(l.ending_balance), 0) AS ending_balance FROM (`+b.filtered()+`) AS l`, b.args).Scan(&sums).Error
	r.Totals, r.Count = sums.Figures, sums.Count
	r.Totals.InCurrency(r.CurrencyCode)
	return err
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
