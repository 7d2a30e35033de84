//go:build unix

package main

import (
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"
)

// counts is what a run did.
type counts struct {
	mu     sync.Mutex
	faults map[string]int
	other  map[string]int // calls, answers, reads
	back   map[string][]time.Duration
}

func newCounts() *counts {
	return &counts{faults: map[string]int{}, other: map[string]int{}, back: map[string][]time.Duration{}}
}

func (c *counts) fault(kind string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.faults[kind]++
}

func (c *counts) one(what string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.other[what]++
}

// cameBack notes how long something took to answer again.
func (c *counts) cameBack(what string, took time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.back[what] = append(c.back[what], took)
}

func (c *counts) add(other *counts) {
	for kind, n := range other.faults {
		c.faults[kind] += n
	}
	for kind, n := range other.other {
		c.other[kind] += n
	}
	for what, all := range other.back {
		c.back[what] = append(c.back[what], all...)
	}
}

// short is the line of a run, String the table of all.
func (c *counts) short() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return fmt.Sprintf("%d faults, %d operations acknowledged, %d outcomes unknown at first, %d reports and ledgers read",
		sum(c.faults), c.other["acknowledged"], c.other["unknown outcomes"], c.other["reports"]+c.other["ledgers"])
}

func (c *counts) String() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	text := fmt.Sprintf("%d faults\n%s%s", sum(c.faults), table(c.faults), table(c.other))
	for _, what := range slices.Sorted(maps.Keys(c.back)) {
		took := slices.Sorted(slices.Values(c.back[what]))
		text += fmt.Sprintf("%s answers again after %d ms, at most %d\n", what, took[len(took)/2].Milliseconds(), took[len(took)-1].Milliseconds())
	}
	return text
}

func sum(of map[string]int) (all int) {
	for _, n := range of {
		all += n
	}
	return all
}

func table(of map[string]int) (text string) {
	for _, what := range slices.Sorted(maps.Keys(of)) {
		text += fmt.Sprintf("%7d  %s\n", of[what], what)
	}
	return text
}
