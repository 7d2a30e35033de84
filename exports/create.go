package exports

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"maps"
	"strings"
	"time"

	"gorm.io/gorm"

	"partnerledger/ledger"
	"partnerledger/models"
)

//go:embed freeze.sql
var freezeSQL string

// Create freezes the whole report that the criteria select as a file. Mistakes in the criteria are UserErrors.
func (s *Service) Create(
	ctx context.Context, criteria ledger.Criteria, format models.ExportFormat, by string,
) (*models.LedgerExport, error) {
	if format != models.FormatCSV {
		return nil, models.Invalid([]string{"format"}, "there is no format %s", format)
	}
	report, err := s.Ledger.Statement(criteria)
	if err != nil {
		return nil, err
	}
	export, err := s.announce(report, criteria, by)
	if err != nil {
		return nil, err
	}
	err = s.DB.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		if err := tx.Create(export).Error; err != nil {
			return err
		}
		if err := freeze(tx, export, report); err != nil {
			return err
		}
		if err := seal(tx, export); err != nil {
			return err
		}
		return s.record(tx, export)
	})
	if err != nil {
		return nil, err
	}
	return export, nil
}

// announce returns the export as far as it is known before its rows are: its rows need its id.
func (s *Service) announce(report ledger.Statement, criteria ledger.Criteria, by string) (*models.LedgerExport, error) {
	asked, err := criteriaJSON(criteria, report.Period, report.Currency)
	// Postgres keeps microseconds: cut here, so that the export is the same when it is found again.
	now := s.Now().UTC().Truncate(time.Microsecond)
	return &models.LedgerExport{
		Format:       models.FormatCSV,
		FileName:     fileName(report.Period, report.Currency, now.In(s.Zone)),
		PeriodStart:  report.Period.Start,
		PeriodEnd:    report.Period.End,
		CurrencyCode: report.Currency,
		Criteria:     asked,
		CreatedAt:    now,
		CreatedBy:    by,
	}, err
}

// fileName says what is in the file, and when it was made by the business's clock: two exports of the same days don't
// take each other's place in a folder.
func fileName(period models.Period, currency string, made time.Time) string {
	return fmt.Sprintf("referral-partner-ledgers_%s_%s_%s_made-%s.csv",
		period.Start, period.End, currency, made.Format("20060102-150405"))
}

// freeze keeps the rows and puts their number and sums into the export.
func freeze(tx *gorm.DB, export *models.LedgerExport, report ledger.Statement) error {
	args := maps.Clone(report.Args)
	args["export_id"], args["digits"] = export.ID, models.Digits(export.CurrencyCode)
	var sums struct {
		RowCount int
		models.Figures
	}
	if err := models.PlanAnew(tx).Raw(strings.Replace(freezeSQL, "{ledgers}", report.SQL, 1), args).Scan(&sums).Error; err != nil {
		return err
	}
	export.RowCount, export.Figures = sums.RowCount, sums.Figures
	export.InCurrency(export.CurrencyCode)
	return nil
}

// seal records the sums and the digest of the file. What it updates is all that the server's role may update.
func seal(tx *gorm.DB, export *models.LedgerExport) error {
	digest := sha256.New()
	if err := write(tx, digest, export); err != nil {
		return err
	}
	export.SHA256 = hex.EncodeToString(digest.Sum(nil))
	return tx.Model(export).Select("sha256", "row_count", "beginning_balance", "commissions_earned", "clawbacks",
		"adjustments", "payments", "ending_balance").Updates(export).Error
}
