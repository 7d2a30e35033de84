package main

import (
	"context"
	"fmt"
	"slices"
)

// grown are the numbers of entries that the same partners have before and after. At the sizes below L the data before are
// a tenth of the size's own.
func (s spec) grown() (before, after spec) {
	before, after = s, s
	if s.name == "L" {
		before.size, after.size = sizes["M"], sizes["M"]
		after.entries = 20_000_000
		after.name = "M20"
	} else {
		before.entries /= 10
		before.name += "10"
	}
	before.turn, after.turn = s.turn, s.turn
	return before, after
}

// needed are the data that jobs measure with.
func (s spec) needed(jobs []job) []spec {
	needed := []spec{s}
	if !slices.ContainsFunc(jobs, func(j job) bool { return j.name == "growth" }) {
		return needed
	}
	before, after := s.grown()
	if needed = append(needed, before); after.name != s.name {
		needed = append(needed, after)
	}
	return needed
}

// The report by ending balance beside itself where the same partners have ten times as many entries.
func growthJob(ctx context.Context, b *bench) ([]row, error) {
	small, large := b.spec.grown()
	before, err := open(ctx, b.programs, small)
	if err != nil {
		return nil, err
	}
	defer before.close()
	after := b
	if large.name != b.name {
		if after, err = open(ctx, b.programs, large); err != nil {
			return nil, err
		}
		defer after.close()
	}
	one, err := before.server(ctx, original)
	if err != nil {
		return nil, err
	}
	defer one.stop()
	other, err := after.server(ctx, original)
	if err != nil {
		return nil, err
	}
	defer other.stop()
	for _, s := range []struct {
		*server
		*bench
	}{{one, before}, {other, after}} {
		if err := s.bench.isRight(ctx, s.server); err != nil {
			return nil, err
		}
	}
	found, err := b.compareTimes(ctx, other.report(after.lastMonth()), one.report(before.lastMonth()))
	r := found.row(fmt.Sprintf("report by ending balance, %d partners: %d entries beside %d", small.partners, large.entries, small.entries), seconds, atMost(1.2))
	r.Memory = other.peak()
	return []row{r}, err
}

// isRight checks that a server's report is that of its database.
func (b *bench) isRight(ctx context.Context, s *server) error {
	psql, err := b.plain(ctx, serverRole, original)
	if err != nil {
		return err
	}
	defer psql.Close(ctx)
	return sameReport(ctx, s, psql, b.lastMonth(), sqlOf("report_whole", b.lastMonth().constants()...))
}
