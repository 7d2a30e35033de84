package main

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// cpu returns how long the processors have worked for the server's connections to Postgres so far, in seconds. Linux counts it
// for every process, in nanoseconds.
func (w *writing) cpu(ctx context.Context) (float64, error) {
	rows, err := w.psql.rows(ctx, "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'partnerledger'")
	if err != nil {
		return 0, err
	}
	var sum float64
	for _, pid := range rows {
		text, err := os.ReadFile(fmt.Sprintf("/proc/%s/schedstat", pid))
		if err != nil {
			return 0, err
		}
		ns, err := strconv.ParseFloat(strings.Fields(string(text))[0], 64)
		if err != nil {
			return 0, err
		}
		sum += ns / float64(time.Second)
	}
	return sum, nil
}
