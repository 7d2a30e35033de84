package checks

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"time"

	"gorm.io/gorm"

	"partnerledger/audit"
	"partnerledger/ledger"
	"partnerledger/models"
)

// Record keeps what Whole has found, as a check that was made by hand. One that has found nothing ends a stop of recording
// from before it began.
func (s *Service) Record(ctx context.Context, began time.Time, found []models.Difference) error {
	return s.DB.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		run := &models.CheckRun{StartedAt: began.UTC(), Step: len(s.Checks)}
		if err := tx.Create(run).Error; err != nil {
			return err
		}
		if err := errors.Join(s.take(tx, run, found), s.finish(tx, run)); err != nil {
			return err
		}
		return tx.Model(run).Select("finished_at", "differences", "found").Updates(run).Error
	})
}

// Resume ends a stop of recording, whatever was found. It tells whether there was one.
func (s *Service) Resume(ctx context.Context) (was bool, err error) {
	err = s.DB.WithContext(ctx).Transaction(func(tx *gorm.DB) (err error) {
		was, err = s.resume(tx, time.Time{})
		return err
	})
	return was && err == nil, err
}

// finish ends a run, and a stop of recording where it has found nothing. A stop that came while it ran stays: what is off may
// have come where the run had looked already. Both times are of servers' clocks.
func (s *Service) finish(tx *gorm.DB, run *models.CheckRun) error {
	run.FinishedAt = new(s.Now().UTC())
	log := slog.InfoContext
	if run.Differences > 0 {
		log = slog.ErrorContext
	}
	log(tx.Statement.Context, "checked", "differences", run.Differences, "took", run.FinishedAt.Sub(run.StartedAt))
	err := audit.Record(tx, s.Now(), audit.Event{
		Action: models.ActionLedgersChecked, Subject: "every stored figure",
		After: map[string]any{"differences": run.Differences, "found": run.Found},
	})
	if err == nil && run.Differences == 0 {
		_, err = s.resume(tx, run.StartedAt)
	}
	return err
}

// stop stops recording, unless it is stopped.
func (s *Service) stop(tx *gorm.DB, found models.Difference) error {
	stopped, err := ledger.Stop(tx, s.Now(), found.String())
	if err != nil || !stopped {
		return err
	}
	slog.ErrorContext(tx.Statement.Context, "recording is stopped", "found", found.String())
	return audit.Record(tx, s.Now(), audit.Event{
		Action: models.ActionRecordingStopped, Subject: "recording", After: map[string]any{"reason": found.String()},
	})
}

func (s *Service) resume(tx *gorm.DB, before time.Time) (was bool, err error) {
	stop, err := ledger.Resume(tx, before)
	if err != nil || stop == nil {
		return false, err
	}
	return true, audit.Record(tx, s.Now(), audit.Event{
		Action: models.ActionRecordingResumed, Subject: "recording", Before: map[string]any{"reason": stop.Reason},
	})
}

// State is what is known of checks, by all servers.
type State struct {
	Running *models.CheckRun // nil if none is under way
	Last    *models.CheckRun // that has ended
	Stopped *models.RecordingStop
}

// State returns what is known now.
func (s *Service) State(ctx context.Context) (state State, err error) {
	db := s.DB.WithContext(ctx)
	last, err := latest(db)
	if err != nil {
		return state, err
	}
	if last != nil && last.FinishedAt == nil {
		state.Running = last
	}
	var ended []*models.CheckRun
	if err := db.Where("finished_at IS NOT NULL").Order("id DESC").Limit(1).Find(&ended).Error; err != nil {
		return state, err
	}
	if len(ended) > 0 {
		state.Last = ended[0]
	}
	state.Stopped, err = ledger.Stopped(db)
	return state, err
}

// First returns the first lines of what a run has found.
func First(run *models.CheckRun, n int) []string {
	lines := strings.FieldsFunc(run.Found, func(r rune) bool { return r == '\n' })
	return lines[:min(n, len(lines))]
}
