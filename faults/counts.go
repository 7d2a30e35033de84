//go:build unix

package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
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

func (c *counts) String() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	all := 0
	for _, n := range c.faults {
		all += n
	}
	text := fmt.Sprintf("%d faults (%s); %s", all, list(c.faults), list(c.other))
	for _, what := range slices.Sorted(maps.Keys(c.back)) {
		took := slices.Sorted(slices.Values(c.back[what]))
		text += fmt.Sprintf("; %s back after %d ms, at most %d", what, took[len(took)/2].Milliseconds(), took[len(took)-1].Milliseconds())
	}
	return text
}

func list(of map[string]int) string {
	var parts []string
	for _, kind := range slices.Sorted(maps.Keys(of)) {
		parts = append(parts, fmt.Sprintf("%s %d", kind, of[kind]))
	}
	return strings.Join(parts, ", ")
}
