package checks

import (
	"context"
	"log/slog"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

var (
	differences = prometheus.NewDesc("partnerledger_check_differences", "What the last check has found, by whichever server.", nil, nil)
	finished    = prometheus.NewDesc("partnerledger_check_finished_timestamp_seconds", "When the last check has ended.", nil, nil)
	stopped     = prometheus.NewDesc("partnerledger_recording_stopped", "1 while nothing is recorded because a check has found something.", nil, nil)
)

var _ prometheus.Collector = (*Service)(nil)

// Describe is a prometheus.Collector's.
func (s *Service) Describe(to chan<- *prometheus.Desc) {
	to <- differences
	to <- finished
	to <- stopped
}

// Collect is a prometheus.Collector's. It asks the database, so that every server tells the same; while that is out of
// reach, nothing is told.
func (s *Service) Collect(to chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	state, err := s.State(ctx)
	if err != nil {
		slog.WarnContext(ctx, "metrics of checks", "error", err)
		return
	}
	gauge := func(what *prometheus.Desc, value float64) {
		to <- prometheus.MustNewConstMetric(what, prometheus.GaugeValue, value)
	}
	if state.Last != nil {
		gauge(differences, float64(state.Last.Differences))
		gauge(finished, float64(state.Last.FinishedAt.Unix()))
	}
	if state.Stopped != nil {
		gauge(stopped, 1)
	} else {
		gauge(stopped, 0)
	}
}
