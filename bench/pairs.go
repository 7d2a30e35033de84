package main

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// side is one way to do a job: it does it once.
type side func(ctx context.Context) error

// measurement is a turn of one side: what it found.
type measurement func(ctx context.Context) ([]float64, error)

// comparison is one figure of two sides. Low and High are the least and the greatest ratio of a pair: quartiles of so few say
// little of where another run will be.
type comparison struct{ Ours, Limit, Ratio, Low, High float64 }

// compare lets two sides take turns, ours first, and compares each of the figures that they find.
func (b *bench) compare(ctx context.Context, ours, limit measurement) ([]comparison, error) {
	var left, right [][]float64
	for range b.pairs {
		ours, err := ours(ctx)
		if err != nil {
			return nil, fmt.Errorf("ours: %w", err)
		}
		limit, err := limit(ctx)
		if err != nil {
			return nil, fmt.Errorf("the limit: %w", err)
		}
		left, right = append(left, ours), append(right, limit)
	}
	comparisons := make([]comparison, len(left[0]))
	for i := range comparisons {
		var ours, limit, ratios []float64
		for n := range left {
			ours, limit, ratios = append(ours, left[n][i]), append(limit, right[n][i]), append(ratios, left[n][i]/right[n][i])
		}
		comparisons[i] = comparison{at(ours, 0.5), at(limit, 0.5), at(ratios, 0.5), slices.Min(ratios), slices.Max(ratios)}
	}
	return comparisons, nil
}

// compareTimes compares how long two sides take.
func (b *bench) compareTimes(ctx context.Context, ours, limit side) (comparison, error) {
	found, err := b.compare(ctx, b.again(ours), b.again(limit))
	if err != nil {
		return comparison{}, err
	}
	return found[0], nil
}

// again makes a turn of a side: it works as often as there is time for, at least once. The figure is the median. What is done
// is undone each time, which doesn't count.
func (b *bench) again(work side, undo ...side) measurement {
	return func(ctx context.Context) ([]float64, error) {
		var took []float64
		for begin := time.Now(); len(took) == 0 || time.Since(begin) < b.turn; {
			start := time.Now()
			if err := work(ctx); err != nil {
				return nil, err
			}
			took = append(took, time.Since(start).Seconds())
			for _, undo := range undo {
				if err := undo(ctx); err != nil {
					return nil, err
				}
			}
		}
		return []float64{at(took, 0.5)}, nil
	}
}

// at returns a quantile: 0.5 is the median.
func at(values []float64, quantile float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[min(int(quantile*float64(len(sorted))), len(sorted)-1)]
}
