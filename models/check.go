package models

import "time"

// CheckRun is a check of everything that servers make by themselves, slice by slice.
type CheckRun struct {
	ID          int64 `gorm:"primaryKey"`
	StartedAt   time.Time
	FinishedAt  *time.Time // nil while it goes on
	Step        int        // which check is next
	After       string     // the last key of it that was looked at
	Differences int
	Found       string // the first of them, a line each
}

// RecordingStop says that nothing is recorded in any ledger, and why. There is one at most.
type RecordingStop struct {
	ID        int64 `gorm:"primaryKey"`
	StoppedAt time.Time
	Reason    string
}
