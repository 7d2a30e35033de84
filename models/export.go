package models

import (
	"time"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"
)

// ExportFormat is the kind of file that an export is.
type ExportFormat string

// FormatCSV is RFC 4180 with a BOM.
const FormatCSV ExportFormat = "CSV"

// LedgerExport is a report that was frozen as a file.
type LedgerExport struct {
	ID           int64 `gorm:"primaryKey"`
	Format       ExportFormat
	FileName     string
	PeriodStart  Date
	PeriodEnd    Date
	CurrencyCode string
	Criteria     string // what was asked for, as JSON
	RowCount     int
	Figures
	SHA256    string `gorm:"column:sha256"`
	CreatedAt time.Time
	CreatedBy string
}

// AfterFind gives every figure the digits of its currency.
func (e *LedgerExport) AfterFind(*gorm.DB) error {
	e.InCurrency(e.CurrencyCode)
	return nil
}

// Period returns the days that the export covers.
func (e *LedgerExport) Period() Period { return Period{Start: e.PeriodStart, End: e.PeriodEnd} }

// LedgerExportRow is one row of an export as it was.
type LedgerExportRow struct {
	ExportID  int64 `gorm:"primaryKey"`
	PartnerID int64 `gorm:"primaryKey"`
	Position  int64
	Code      string
	Name      string
	Email     *string
	Status    PartnerStatus
	Figures
	OwedNow decimal.Decimal
}
