package ledger

import (
	"time"

	"gorm.io/gorm"

	"partnerledger/models"
)

// Stop lets nothing be recorded in any ledger from now on, by any server, until Resume. It tells whether that is new.
func Stop(tx *gorm.DB, at time.Time, reason string) (stopped bool, err error) {
	done := tx.Exec("INSERT INTO recording_stops (id, stopped_at, reason) VALUES (1, ?, ?) ON CONFLICT DO NOTHING", at.UTC(), reason)
	return done.RowsAffected == 1, done.Error
}

// Resume ends a stop from before a moment, whenever it was if that is zero, and returns it, nil if there was none.
func Resume(tx *gorm.DB, before time.Time) (*models.RecordingStop, error) {
	var ended []*models.RecordingStop
	err := tx.Raw("DELETE FROM recording_stops WHERE stopped_at < ? OR ? RETURNING *", before.UTC(), before.IsZero()).Scan(&ended).Error
	if err != nil || len(ended) == 0 {
		return nil, err
	}
	return ended[0], nil
}

// Stopped returns the stop that holds, nil if there is none.
func Stopped(db *gorm.DB) (*models.RecordingStop, error) {
	var found []*models.RecordingStop
	if err := db.Find(&found).Error; err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

// refuseStopped is the UserError of everything that records while there is a stop. Why stands in the audit log alone: it names
// partners.
func refuseStopped(tx *gorm.DB) error {
	stop, err := Stopped(tx)
	if err != nil || stop == nil {
		return err
	}
	return models.Problem(models.CodeRecordingStopped, nil,
		"Nothing can be recorded at present: a check has found figures that don't add up. An administrator finds them in the audit log.")
}
