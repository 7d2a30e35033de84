package main

import "time"

// size is how much data there is, and how long it is worth to measure with it.
type size struct {
	name              string
	partners, entries int
	turn              time.Duration // how long a side of a pair works, at least once
	load              time.Duration // how long the load lasts after which memory is read
	lines             int           // of the file of orders that is imported
}

var sizes = map[string]size{
	"S": {"S", 1_000, 100_000, 200 * time.Millisecond, 10 * time.Second, 10_000},
	"M": {"M", 20_000, 2_000_000, 500 * time.Millisecond, time.Minute, 100_000},
	"L": {"L", 100_000, 20_000_000, 2 * time.Second, time.Minute, 1_000_000},
}

// spec says what the data are: the same spec makes the same data.
type spec struct {
	size
	seed    int64
	lastDay time.Time // of the last entry
}

// firstDay is that of the first entry: five years are whole months, and what there is of the current one.
func (s spec) firstDay() time.Time {
	return time.Date(s.lastDay.Year()-5, s.lastDay.Month(), 1, 0, 0, 0, 0, time.UTC)
}

func today() time.Time { return time.Now().UTC().Truncate(24 * time.Hour) }
