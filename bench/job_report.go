package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

const reportQuery = `query ($criteria: LedgerCriteria!) {
  referralPartnerLedgers(criteria: $criteria, orderBy: { field: ENDING_BALANCE, direction: DESC }, first: 50) {
    totalCount
    totals { beginningBalance commissionsEarned clawbacks adjustments payments endingBalance }
    nodes { partner { code name } beginningBalance commissionsEarned clawbacks adjustments payments endingBalance }
    pageInfo { hasNextPage endCursor }
  }
}`

type figures struct {
	BeginningBalance, CommissionsEarned, Clawbacks, Adjustments, Payments, EndingBalance string
}

func (f figures) text(before string) string {
	return strings.Join([]string{before, f.BeginningBalance, f.CommissionsEarned, f.Clawbacks, f.Adjustments, f.Payments, f.EndingBalance}, "|")
}

// reportRows is a report as the limits write it: its rows, then the count and the totals.
func (c *client) reportRows(ctx context.Context, p period) ([]string, error) {
	var found struct {
		ReferralPartnerLedgers struct {
			TotalCount int
			Totals     figures
			Nodes      []struct {
				Partner struct{ Code string }
				figures
			}
		}
	}
	err := c.ask(ctx, reportQuery, reportVariables(p), &found)
	report := found.ReferralPartnerLedgers
	var rows []string
	for _, node := range report.Nodes {
		rows = append(rows, node.text(node.Partner.Code))
	}
	return append(rows, report.Totals.text(fmt.Sprint(report.TotalCount))), err
}

func reportVariables(p period) variables {
	return variables{"criteria": map[string]any{"period": p.input()}}
}

// report makes a side of the report over HTTP.
func (c *client) report(p period) side {
	body := operation(reportQuery, reportVariables(p))
	return func(ctx context.Context) error {
		_, err := c.graphql(ctx, body)
		return err
	}
}

// The report by ending balance, with totals and count.
func reportJob(ctx context.Context, b *bench) ([]row, error) {
	s, err := b.server(ctx, original)
	if err != nil {
		return nil, err
	}
	defer s.stop()
	psql, err := b.plain(ctx, serverRole, original)
	if err != nil {
		return nil, err
	}
	defer psql.Close(ctx)
	whole, odd := b.lastMonth(), b.oddDays()
	wholeSQL, oddSQL := sqlOf("report_whole", whole.constants()...), sqlOf("report_odd", odd.constants()...)
	if err := sameReport(ctx, s, psql, whole, wholeSQL); err != nil {
		return nil, err
	}
	if err := sameReport(ctx, s, psql, odd, oddSQL); err != nil {
		return nil, err
	}
	var rows []row
	for _, about := range []struct {
		what        string
		ours, limit side
		goal        goal
	}{
		{"report by ending balance, totals, count; whole months", s.report(whole), psql.run(wholeSQL), atMost(1.5)},
		{"report by ending balance, totals, count; odd days", s.report(odd), psql.run(oddSQL), atMost(1.5)},
		{"the SQL of odd days beside the SQL of whole months", psql.run(oddSQL), psql.run(wholeSQL), atMost(4)},
	} {
		found, err := b.compareTimes(ctx, about.ours, about.limit)
		if err != nil {
			return rows, err
		}
		rows = append(rows, found.row(about.what, seconds, about.goal))
	}
	rows[0].Memory, rows[1].Memory = s.peak(), s.peak()
	return rows, nil
}

// sameReport checks that both sides answer the same.
func sameReport(ctx context.Context, s *server, psql plain, p period, statements string) error {
	ours, err := s.reportRows(ctx, p)
	if err != nil {
		return err
	}
	limit, err := psql.rows(ctx, statements)
	if err != nil {
		return err
	}
	return same(ours, limit)
}

// same tells where two answers differ.
func same(ours, limit []string) error {
	if slices.Equal(ours, limit) {
		return nil
	}
	for i := range min(len(ours), len(limit)) {
		if ours[i] != limit[i] {
			return fmt.Errorf("the answers differ: ours is %s, the limit's %s", ours[i], limit[i])
		}
	}
	return fmt.Errorf("the answers differ: ours has %d rows, the limit's %d", len(ours), len(limit))
}

// The report beside a plain aggregation of all entries.
func naiveJob(ctx context.Context, b *bench) ([]row, error) {
	s, err := b.server(ctx, original)
	if err != nil {
		return nil, err
	}
	defer s.stop()
	psql, err := b.plain(ctx, serverRole, original)
	if err != nil {
		return nil, err
	}
	defer psql.Close(ctx)
	month := b.lastMonth()
	naive := sqlOf("report_naive", month.constants()...)
	if err := sameAsNaive(ctx, s, psql, month, naive); err != nil {
		return nil, err
	}
	found, err := b.compareTimes(ctx, psql.run(naive), s.report(month))
	if err != nil {
		return nil, err
	}
	r := found.row("the same beside naive aggregation: how many times faster", seconds, atLeast(60))
	r.Ours, r.Limit, r.Memory = r.Limit, r.Ours, s.peak() // the ratio is the naive one's to ours
	return []row{r}, nil
}

// sameAsNaive compares the rows. What the naive ones have behind the seventh cell is the count and the totals.
func sameAsNaive(ctx context.Context, s *server, psql plain, p period, statements string) error {
	ours, err := s.reportRows(ctx, p)
	if err != nil {
		return err
	}
	naive, err := psql.rows(ctx, statements)
	if err != nil {
		return err
	}
	for i := range naive {
		naive[i] = strings.Join(strings.SplitN(naive[i], "|", 8)[:7], "|")
	}
	return same(ours[:len(ours)-1], naive)
}
