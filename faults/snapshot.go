//go:build unix

package main

import (
	"fmt"
	"strconv"
	"strings"
)

// snapshot is what a statement saw: which transactions had ended when it began.
type snapshot struct {
	least, most uint64 // all before least had ended, none from most on
	running     map[uint64]bool
}

// parseSnapshot reads a pg_snapshot: least:most:running,running
func parseSnapshot(text string) (s snapshot, err error) {
	parts := strings.Split(text, ":")
	if len(parts) != 3 {
		return s, fmt.Errorf("%q is no snapshot", text)
	}
	s.running = map[uint64]bool{}
	if s.least, err = strconv.ParseUint(parts[0], 10, 64); err != nil {
		return s, err
	}
	if s.most, err = strconv.ParseUint(parts[1], 10, 64); err != nil {
		return s, err
	}
	for id := range strings.SplitSeq(parts[2], ",") {
		if id == "" {
			continue
		}
		n, err := strconv.ParseUint(id, 10, 64)
		if err != nil {
			return s, err
		}
		s.running[n] = true
	}
	return s, nil
}

// saw tells whether a transaction that has committed had done so when the snapshot was taken.
func (s snapshot) saw(transaction uint64) bool {
	return transaction < s.least || transaction < s.most && !s.running[transaction]
}
