package models

import (
	"context"
	"fmt"

	"gorm.io/gorm"
)

// Difference is a stored figure that isn't what the entries say.
type Difference struct {
	What     string
	Expected string // recomputed
	Found    string // stored
}

func (d Difference) String() string {
	return fmt.Sprintf("%s: expected %s, found %s", d.What, d.Expected, d.Found)
}

// FindDifferences runs a statement that recomputes stored figures and selects what, expected and found where they differ.
func FindDifferences(ctx context.Context, db *gorm.DB, statement string) ([]Difference, error) {
	var found []Difference
	err := db.WithContext(ctx).Raw(statement).Scan(&found).Error
	return found, err
}
