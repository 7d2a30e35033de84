package ledger

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"

	"github.com/shopspring/decimal"
	"gorm.io/gorm"

	"partnerledger/models"
)

var (
	//go:embed entries.sql
	entriesText string
	entriesSQL  = fill(entriesText, withinStatement)
	//go:embed balances.sql
	balancesSQL string
)

// Entry is a line of a ledger, with the balance right after it where that is known.
type Entry struct {
	models.LedgerEntry
	Balance *decimal.Decimal
}

// Account names one partner's ledger in one currency.
type Account struct {
	PartnerID    int64
	CurrencyCode string
}

// Entries is a page of one ledger's entries. Count is set where it was asked for.
type Entries struct {
	models.Slice[*Entry]
	Count int
}

// EntriesQuery asks for the same page of the entries of several ledgers over one period.
type EntriesQuery struct {
	Period models.Period
	Page   models.Page
	Count  bool
}

// Entries returns a page of entries for every account, by date and then in the order of recording, each with the
// balance right after it. Accounts that have none get an empty page.
func (s *Service) Entries(ctx context.Context, q EntriesQuery, accounts []Account) (map[Account]*Entries, error) {
	from, err := q.position()
	if err != nil {
		return nil, err
	}
	args := map[string]any{"start": from.date, "after_id": from.id, "end": q.Period.End, "limit": q.Page.First + 1, "ledgers": len(accounts)}
	addAccounts(args, accounts)
	read := models.Read
	if q.Count {
		read = models.Snapshot
	}
	found := make(map[Account]*Entries, len(accounts))
	return found, read(ctx, s.DB, func(tx *gorm.DB) error {
		var rows []entryRow
		if err := tx.Raw(entriesSQL, args).Find(&rows).Error; err != nil {
			return err
		}
		q.cut(found, accounts, rows)
		if q.Count {
			return q.count(tx, found, accounts)
		}
		return nil
	})
}

type entryRow struct {
	models.LedgerEntry
	Balance decimal.Decimal
}

// start is a position among a ledger's entries, by date and id.
type start struct {
	date models.Date
	id   int64
}

func (q EntriesQuery) list() string {
	return fmt.Sprintf("entries/%s/%s", q.Period.Start, q.Period.End)
}

// position is where the page begins: behind the cursor, or before the first entry of the period.
func (q EntriesQuery) position() (start, error) {
	if err := q.Period.Check("period", "end"); err != nil {
		return start{}, err
	}
	after, err := q.Page.Check(q.list(), q.inPeriod)
	if err != nil || after == nil {
		return start{q.Period.Start, 0}, err
	}
	date, err := models.ParseDate(after.Key)
	return start{date, after.ID}, err
}

// inPeriod keeps a forged cursor from showing entries outside the period.
func (q EntriesQuery) inPeriod(key string) error {
	date, err := models.ParseDate(key)
	if err == nil && (date.Before(q.Period.Start) || q.Period.End.Before(date)) {
		return fmt.Errorf("%s is outside the period", date)
	}
	return err
}

func (q EntriesQuery) cut(found map[Account]*Entries, accounts []Account, rows []entryRow) {
	entries := make(map[Account][]*Entry, len(accounts))
	for i := range rows {
		e := &Entry{LedgerEntry: rows[i].LedgerEntry}
		e.Amount = models.InCurrency(e.Amount, e.CurrencyCode)
		balance := models.InCurrency(rows[i].Balance, e.CurrencyCode)
		e.Balance = &balance
		account := Account{e.PartnerID, e.CurrencyCode}
		entries[account] = append(entries[account], e)
	}
	for _, account := range accounts {
		found[account] = &Entries{Slice: models.Cut(entries[account], q.Page, func(e *Entry) models.Position {
			return models.Position{List: q.list(), Key: e.Date.String(), ID: e.ID}
		})}
	}
}

func (q EntriesQuery) count(tx *gorm.DB, found map[Account]*Entries, accounts []Account) error {
	args := map[string]any{"start": q.Period.Start, "end": q.Period.End}
	addAccounts(args, accounts)
	var counts []struct {
		Account
		Count int
	}
	err := tx.Raw(`SELECT partner_id, currency_code, count(*) AS count
		FROM unnest(CAST(@partner_ids AS bigint[]), CAST(@currencies AS text[])) AS k (partner_id, currency_code)
		JOIN ledger_entries USING (partner_id, currency_code)
		WHERE date BETWEEN @start AND @end GROUP BY partner_id, currency_code`, args).Scan(&counts).Error
	for _, c := range counts {
		found[c.Account].Count = c.Count
	}
	return err
}

func addAccounts(args map[string]any, accounts []Account) {
	ids, currencies := make(models.Array[int64], len(accounts)), make(models.Array[string], len(accounts))
	for i, a := range accounts {
		ids[i], currencies[i] = a.PartnerID, a.CurrencyCode
	}
	args["partner_ids"], args["currencies"] = ids, currencies
}

// Balances returns the balance right after each of some entries, by entry id.
func (s *Service) Balances(ctx context.Context, entries []*models.LedgerEntry) (map[int64]decimal.Decimal, error) {
	type key struct {
		PartnerID    int64       `json:"partner_id"`
		CurrencyCode string      `json:"currency_code"`
		Date         models.Date `json:"date"`
		ID           int64       `json:"id"`
	}
	keys, currencies := make([]key, len(entries)), make(map[int64]string, len(entries))
	for i, e := range entries {
		keys[i], currencies[e.ID] = key{e.PartnerID, e.CurrencyCode, e.Date, e.ID}, e.CurrencyCode
	}
	given, err := json.Marshal(keys)
	if err != nil {
		return nil, err
	}
	var rows []struct {
		ID      int64
		Balance decimal.Decimal
	}
	err = s.DB.WithContext(ctx).Raw(balancesSQL, map[string]any{"entries": string(given)}).Scan(&rows).Error
	balances := make(map[int64]decimal.Decimal, len(rows))
	for _, r := range rows {
		balances[r.ID] = models.InCurrency(r.Balance, currencies[r.ID])
	}
	return balances, err
}
