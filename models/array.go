package models

import (
	"database/sql/driver"
	"sync"

	"github.com/jackc/pgx/v5/pgtype"
)

// Array is a Postgres array, as a column and as one parameter of a statement: GORM would spread a plain slice into many.
type Array[T any] []T

// Value hands the slice to pgx, which knows how to send it.
func (a Array[T]) Value() (driver.Value, error) { return []T(a), nil }

// Scan reads what database/sql got of the column: its text.
func (a *Array[T]) Scan(value any) error {
	types := arrayTypes.Get().(*pgtype.Map)
	defer arrayTypes.Put(types)
	return types.SQLScanner((*[]T)(a)).Scan(value)
}

// A Map remembers what it has planned, and so must not be used twice at once.
var arrayTypes = sync.Pool{New: func() any { return pgtype.NewMap() }}
