package imports

import (
	"encoding/json"

	"gorm.io/gorm"
)

// stage is a temporary table in which the rows of a file wait, so that the file needs no memory: what is wrong in its
// last row may refuse its first, and the lines of an order may stand anywhere.
type stage[T any] struct {
	tx      *gorm.DB
	table   string
	waiting []T // to be sent
	rows    int
}

// newStage makes the table. Its columns are those of T in JSON.
func newStage[T any](tx *gorm.DB, table, columns string) (*stage[T], error) {
	err := tx.Exec("CREATE TEMPORARY TABLE " + table + " (" + columns + ") ON COMMIT DROP").Error
	return &stage[T]{tx: tx, table: table}, err
}

func (s *stage[T]) add(row T) error {
	s.waiting = append(s.waiting, row)
	s.rows++
	if len(s.waiting) < chunk {
		return nil
	}
	return s.flush()
}

func (s *stage[T]) flush() error {
	if len(s.waiting) == 0 {
		return nil
	}
	rows, err := json.Marshal(s.waiting)
	s.waiting = s.waiting[:0]
	if err != nil {
		return err
	}
	return s.tx.Exec("INSERT INTO "+s.table+
		" SELECT * FROM json_populate_recordset(CAST(NULL AS "+s.table+"), CAST(@rows AS json))",
		map[string]any{"rows": string(rows)}).Error
}

// finish sends what is left, and lets Postgres know how much there is: nobody else tells it about a temporary table.
func (s *stage[T]) finish() error {
	if err := s.flush(); err != nil {
		return err
	}
	return s.tx.Exec("ANALYZE " + s.table).Error
}
