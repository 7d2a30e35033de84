package checks

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"gorm.io/gorm"

	"partnerledger/models"
)

// checkLock is the advisory lock of whoever does a slice: "pl check" in ASCII.
const checkLock int64 = 0x706c20636865636b

// Slice does the next slice of the check that is under way, or the first of a new one where it is time for that. It tells
// whether there is more to do. Where another server is at it, it does nothing.
func (s *Service) Slice(ctx context.Context) (more bool, err error) {
	err = s.DB.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		free := false
		if err := tx.Raw("SELECT pg_try_advisory_xact_lock(?)", checkLock).Scan(&free).Error; err != nil || !free {
			return err
		}
		run, err := s.current(tx)
		if err != nil || run == nil {
			return err
		}
		if err := s.slice(tx, run); err != nil {
			return err
		}
		more = run.FinishedAt == nil
		return tx.Model(run).Select("finished_at", "step", "after", "differences", "found").Updates(run).Error
	}, &sql.TxOptions{Isolation: sql.LevelReadCommitted}) // so that what others did before the lock is seen behind it
	return more && err == nil, err
}

// current returns the check that is under way, a new one if it is time for that, else nil.
func (s *Service) current(tx *gorm.DB) (*models.CheckRun, error) {
	last, err := latest(tx)
	if err != nil || s.Every <= 0 {
		return nil, err
	}
	if last != nil && (last.FinishedAt == nil || s.Now().Before(last.StartedAt.Add(s.Every))) {
		return unfinished(last), nil
	}
	run := &models.CheckRun{StartedAt: s.Now().UTC()}
	return run, tx.Create(run).Error
}

func latest(tx *gorm.DB) (*models.CheckRun, error) {
	var found []*models.CheckRun
	if err := tx.Order("id DESC").Limit(1).Find(&found).Error; err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

func unfinished(run *models.CheckRun) *models.CheckRun {
	if run.FinishedAt != nil {
		return nil
	}
	return run
}

// slice looks at the next keys, and notes in the run how far it is.
func (s *Service) slice(tx *gorm.DB, run *models.CheckRun) error {
	if run.Step >= len(s.Checks) { // another version of the program has made it, with more of them
		return s.finish(tx, run)
	}
	keys, found, err := s.look(tx, run)
	if err != nil {
		return err
	}
	if err := s.take(tx, run, found); err != nil {
		return err
	}
	if run.After = keys.Until; run.After == "" {
		run.Step++
	}
	if run.Step == len(s.Checks) {
		return s.finish(tx, run)
	}
	return nil
}

// look finds what differs among the next keys, as many as have been learned to be good for this check.
func (s *Service) look(tx *gorm.DB, run *models.CheckRun) (keys models.Keys, found []models.Difference, err error) {
	if s.step != run.Step {
		s.step, s.size = run.Step, 1 // another check's keys cost something else
	}
	check, begin := s.Checks[run.Step], time.Now()
	if keys, err = check.Next(tx, run.After, s.keys()); err == nil {
		found, err = check.Find(tx, keys)
	}
	s.learn(time.Since(begin), err != nil)
	return keys, found, err
}

// keys is how many the next slice has.
func (s *Service) keys() int { return min(max(s.size, 1), 10_000) }

// learn makes the next slice as large as a fifth of a second allows. One that failed may have been too large.
func (s *Service) learn(took time.Duration, failed bool) {
	switch s.size = s.keys(); {
	case failed || took > 200*time.Millisecond:
		s.size /= 2
	case took < 100*time.Millisecond:
		s.size *= 2
	}
}

// kept is how many differences a run keeps the texts of.
const kept = 100

// take notes what was found.
func (s *Service) take(tx *gorm.DB, run *models.CheckRun, found []models.Difference) error {
	lines := First(run, kept)
	for _, d := range found {
		if len(lines) < kept {
			lines = append(lines, d.String())
		}
	}
	run.Found, run.Differences = strings.Join(lines, "\n"), run.Differences+len(found)
	if s.Stop && len(found) > 0 {
		return s.stop(tx, found[0])
	}
	return nil
}
