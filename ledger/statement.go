package ledger

import (
	_ "embed"
	"strings"

	"partnerledger/models"
)

var (
	//go:embed moved.sql
	movedSQL string
	//go:embed balance.sql
	balanceSQL string
	//go:embed ledgers.sql
	ledgersSQL string
)

// Statement is a SELECT over ledgers as text, with its named arguments: the report reads it, an export and a batch of
// payments insert from it. Its columns are partner_id, code, name, email, status, the six figures and, if asked for,
// owed_now.
type Statement struct {
	SQL      string
	Args     map[string]any
	Period   models.Period
	Currency string
}

// Statement returns the SELECT for all ledgers that the criteria select, with what is owed now. It chooses the opening
// balances within itself, so it is right at READ COMMITTED too, beside a month that is closed or reopened.
func (s *Service) Statement(c Criteria) (Statement, error) {
	period, currency, err := s.Scope(c)
	if err != nil {
		return Statement{}, err
	}
	b := newBuilder(c, period, currency, withinStatement)
	b.withOwed = true
	return Statement{SQL: b.filtered(), Args: b.args, Period: period, Currency: currency}, nil
}

// builder puts a statement together. one tells to find the figures partner by partner: best where few partners are
// asked for, or where the first page of them is.
type builder struct {
	criteria Criteria
	months   map[string]string // how the opening balances are chosen: a parameter each, or a subselect each
	args     map[string]any
	one      bool
	withOwed bool
	anybody  bool // also partners who have nothing to do with the currency
	// cut leaves a page of the partners before any figure is found but those of cutJoin: it then doesn't matter how many the
	// planner expects a search to find, which row-level security keeps it from knowing.
	cutJoin, cut string
}

func newBuilder(c Criteria, period models.Period, currency string, months map[string]string) *builder {
	return &builder{
		criteria: c, months: months, one: c.few(),
		args: map[string]any{
			"start": period.Start, "end": period.End, "after_end": period.End.AddDays(1), "currency": currency,
		},
	}
}

// ledgers returns the ledgers of the partners that the criteria ask for, whatever the figures.
func (b *builder) ledgers() string {
	parts := map[string]string{
		"{partners}": strings.Join(b.partners(), " AND "), "{cut_join}": b.cutJoin, "{cut}": b.cut,
		"{before}": b.moved("{start_month}", toStart), "{after}": b.moved("{end_month}", toEnd),
		"{owed_now}": "", "{owed_join}": "",
	}
	if b.withOwed {
		parts["{owed_now}"], parts["{owed_join}"] = ", "+balance+" AS owed_now", owed("p.id", b.one)
	}
	return fill(fill(ledgersSQL, parts), b.months)
}

// What has moved before the period, and before its end, is bounded so.
const (
	toStart = "< CAST(@start AS date)"
	toEnd   = "<= CAST(@end AS date)"
)

// balance is a balance in a statement that joins one of the following, which take the names o and n.
const balance = "(coalesce(o.balance, 0) + coalesce(n.balance, 0))"

func (b *builder) beginning() string {
	return balanceOf("p.id", "{start_month}", b.moved("{start_month}", toStart))
}

func (b *builder) ending() string {
	return balanceOf("p.id", "{end_month}", b.moved("{end_month}", toEnd))
}

// owed is what a partner is owed now, every entry whatever its date. Who doesn't know the month when planning takes a third of
// all entries to be behind it, but few between two days.
func owed(partner string, one bool) string {
	return balanceOf(partner, "{last_month}", moved("{last_month}", "<= DATE 'infinity'", partner, one))
}

func balanceOf(partner, month, since string) string {
	return fill(balanceSQL, map[string]string{"{partner}": partner, "{month}": month, "{since}": since})
}

// moved is what has moved between an opening balance and an edge of the period.
func (b *builder) moved(from, to string) string { return moved(from, to, "p.id", b.one) }

// moved is what has moved in the ledgers of a currency from one day to another, a row for each partner who has an entry
// then; where one tells so, for one partner alone.
func moved(from, to, partner string, one bool) string {
	lateral, ofPartner := "", ""
	if one {
		lateral, ofPartner = "LATERAL", "AND partner_id = "+partner
	}
	return lateral + fill(movedSQL, map[string]string{"{from}": from, "{to}": to, "{of_partner}": ofPartner})
}

// inCurrency is who a report in a currency shows. The LIMIT keeps the planner from reading every entry at once instead
// of asking the index about the few partners who are usually paid in something else.
const inCurrency = `(p.currency_code = @currency OR
  (SELECT true FROM ledger_entries e WHERE e.partner_id = p.id AND e.currency_code = @currency LIMIT 1))`

func (b *builder) partners() []string {
	where := b.criteria.partnerConditions(b.args)
	if b.anybody {
		return append(where, "true")
	}
	return append(where, inCurrency)
}

// filtered returns the ledgers that the criteria select, the conditions on figures included.
func (b *builder) filtered() string {
	where := append(b.criteria.figureConditions(b.args), "true")
	return "SELECT l.* FROM (" + b.ledgers() + ") AS l WHERE " + strings.Join(where, " AND ")
}

func fill(text string, parts map[string]string) string {
	pairs := make([]string, 0, 2*len(parts))
	for name, value := range parts {
		pairs = append(pairs, name, value)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}
