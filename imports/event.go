package imports

import (
	"encoding/hex"

	"gorm.io/gorm"

	"partnerledger/audit"
	"partnerledger/models"
)

// told is what the audit log keeps of a file.
type told struct {
	Rows      int    `json:"rows"`
	Recorded  int    `json:"recorded,omitempty"`
	Created   int    `json:"created,omitempty"`
	Updated   int    `json:"updated,omitempty"`
	Unchanged int    `json:"unchanged,omitempty"`
	Wrong     int    `json:"wrong,omitempty"`
	Besides   int    `json:"besides,omitempty"`
	SHA256    string `json:"sha256"`
}

// record tells the audit log of a file, unless all of it was there already.
func (s *Service) record(tx *gorm.DB, r *Report, digest []byte) error {
	if r.Recorded+r.Created+r.Updated == 0 {
		return nil
	}
	return audit.Record(tx, s.Now(), audit.Event{
		Action: models.ActionFileImported, Subject: "a file of " + string(r.Kind),
		After: told{r.Rows, r.Recorded, r.Created, r.Updated, r.Unchanged, r.Wrong(), r.Besides, hex.EncodeToString(digest)},
	})
}
