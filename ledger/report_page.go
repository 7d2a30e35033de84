package ledger

import (
	_ "embed"
	"fmt"
	"strings"

	"gorm.io/gorm"

	"partnerledger/models"
)

var (
	//go:embed report_page.sql
	reportPageSQL string
	//go:embed report_found.sql
	reportFoundSQL string
)

// row is a ledger as the statements return it. SortKey is the column that the page is ordered by, written as a text.
type row struct {
	models.Partner
	models.Figures
	SortKey string
	Sums    sums `gorm:"embedded;embeddedPrefix:all_"` // where they are found with the page
}

// page finds the page, and, where few partners are asked for, what is asked for of the whole. It tells whether it did.
func (r *Report) page(tx *gorm.DB, q Query, b *builder, by column, after *models.Position) (whole bool, err error) {
	if after != nil {
		b.args["after_key"], b.args["after_id"] = after.Key, after.ID
	}
	whole = b.one && (q.Totals || q.Count)
	find := q.pageOf
	if whole {
		find = q.foundOf
	}
	var rows []row
	if err := tx.Raw(find(b, by, after != nil), b.args).Scan(&rows).Error; err != nil {
		return false, err
	}
	if whole {
		r.sums(rows[0].Sums)
		if rows[0].ID == 0 {
			rows = nil
		}
	}
	found := models.Cut(rows, q.Page, func(r row) models.Position {
		return models.Position{List: q.list(), Key: r.SortKey, ID: r.ID}
	})
	r.Cursors, r.HasNextPage, r.HasPreviousPage = found.Cursors, found.HasNextPage, found.HasPreviousPage
	r.Nodes = make([]*Ledger, len(found.Nodes)) // anew, where a replica has failed and the primary is asked
	for i := range found.Nodes {
		r.Nodes[i] = found.Nodes[i].ledger(r.Period, r.CurrencyCode)
	}
	return whole, nil
}

// pageOf is the statement of the page alone.
func (q Query) pageOf(b *builder, by column, after bool) string {
	page, where := *b, q.Criteria.figureConditions(b.args)
	page.one = b.one || by.ofPartner()
	if by.cutBy != "" && len(where) == 0 {
		if by.cutJoin != nil {
			page.cutJoin = by.cutJoin(b)
		}
		behind, order := q.behind(by, after, by.cutBy, "p.id")
		page.one, page.cut = true, "AND "+behind+" "+order
	}
	cut := q.cut(by, after && page.cut == "", "("+page.ledgers()+")", strings.Join(append(where, "true"), " AND "))
	return fill(reportPageSQL, map[string]string{"{page}": cut})
}

// foundOf is the statement of the page and of the sums over all that is found.
func (q Query) foundOf(b *builder, by column, after bool) string {
	return fill(reportFoundSQL, map[string]string{
		"{found}": b.filtered(), "{sums}": sumsOf("all_"), "{page}": q.cut(by, after, "found", "true"),
	})
}

// cut is the page of a source of ledgers, numbered.
func (q Query) cut(by column, after bool, source, where string) string {
	behind, order := q.behind(by, after, by.expression, "l.partner_id")
	return fmt.Sprintf(`(SELECT l.*, CAST(%s AS text) AS sort_key, row_number() OVER () AS position
		FROM (SELECT l.* FROM %s AS l WHERE %s AND %s %s) AS l)`, by.expression, source, where, behind, order)
}

// behind is the condition on what comes behind the cursor, and the order, by an expression and an id.
func (q Query) behind(by column, after bool, expression, id string) (condition, order string) {
	direction, comparison := "ASC", ">"
	if q.Order.Direction == "DESC" {
		direction, comparison = "DESC", "<"
	}
	// As a number, and not a parameter, it tells the planner also of a prepared statement how few they are.
	condition, order = "true", fmt.Sprintf("ORDER BY %s %s, %s %[2]s LIMIT %[4]d", expression, direction, id, q.Page.First+1)
	if after {
		condition = fmt.Sprintf("(%s, %s) %s (%s, @after_id)", expression, id, comparison, by.key)
	}
	return condition, order
}

func (r *row) ledger(period models.Period, currency string) *Ledger {
	r.InCurrency(currency)
	return &Ledger{Partner: &r.Partner, Period: period, CurrencyCode: currency, Figures: r.Figures}
}
