package exports

import (
	"context"
	_ "embed"
	"errors"
	"io"
	"strings"

	"partnerledger/ledger"
	"partnerledger/models"
	"partnerledger/sheet"
)

//go:embed entries.sql
var entriesSQL string

// entriesHeader names the columns of a file of entries. Programs read it by these names: they never change.
var entriesHeader = []string{
	"code", "name", "source", "description", "batch_id", "date", "kind", "currency", "amount", "recorded_at",
}

// EntriesQuery says which entries: of some days, the last full calendar month if nil; in one currency, the business's own if
// nil; of one partner or, if nil, of all.
type EntriesQuery struct {
	Period       *models.Period
	CurrencyCode *string
	PartnerID    *int64
}

// resolve puts in what was left out.
func (s *Service) resolve(q EntriesQuery) (EntriesQuery, error) {
	period, currency, err := s.Ledger.Scope(q.criteria())
	q.Period, q.CurrencyCode = &period, &currency
	return q, err
}

// WriteEntries writes the entries as a file, by date and then in the order of recording, all as they were at one moment, and
// returns how many they are. Mistakes are UserErrors.
func (s *Service) WriteEntries(ctx context.Context, w io.Writer, q EntriesQuery) (n int, err error) {
	if q, err = s.resolve(q); err != nil {
		return 0, err
	}
	currency := *q.CurrencyCode
	args := map[string]any{"start": q.Period.Start, "end": q.Period.End, "currency": currency, "digits": models.Digits(currency)}
	ofPartner := ""
	if q.PartnerID != nil {
		ofPartner, args["partner"] = "AND e.partner_id = @partner", *q.PartnerID
	}
	statement := strings.Replace(entriesSQL, "{of_partner}", ofPartner, 1)
	rows, err := models.PlanAnew(s.DB.WithContext(ctx)).Raw(statement, args).Rows()
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	file := sheet.NewWriter(w, entriesHeader...)
	var code, name, source, description, batch, numbers string
	for ; rows.Next(); n++ {
		if err := rows.Scan(&code, &name, &source, &description, &batch, &numbers); err != nil {
			return n, err
		}
		if err := file.WriteJoined(numbers, code, name, source, description, batch); err != nil {
			return n, err
		}
	}
	return n, errors.Join(rows.Err(), file.Flush())
}

func (q EntriesQuery) criteria() ledger.Criteria {
	return ledger.Criteria{Period: q.Period, CurrencyCode: q.CurrencyCode}
}
