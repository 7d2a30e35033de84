package resolvers

import (
	"context"

	"github.com/shopspring/decimal"

	"partnerledger/ledger"
	"partnerledger/models"
	"partnerledger/payments"
)

// inGroups calls find for every group of keys that can be found together, and joins what it finds.
func inGroups[K, G comparable, V any](keys []K, group func(K) G, find func(G, []K) (map[K]V, error)) (map[K]V, error) {
	groups := make(map[G][]K)
	for _, key := range keys {
		groups[group(key)] = append(groups[group(key)], key)
	}
	all := make(map[K]V, len(keys))
	for g, members := range groups {
		found, err := find(g, members)
		if err != nil {
			return nil, err
		}
		for key, value := range found {
			all[key] = value
		}
	}
	return all, nil
}

func (r *Resolver) ledgers(ctx context.Context, keys []ledgerKey) (map[ledgerKey]*ledger.Ledger, error) {
	type group struct {
		period   models.Period
		currency string
	}
	return inGroups(keys, func(k ledgerKey) group { return group{k.period, k.CurrencyCode} },
		func(g group, keys []ledgerKey) (map[ledgerKey]*ledger.Ledger, error) {
			var period *models.Period
			if g.period != (models.Period{}) {
				period = &g.period
			}
			found, err := r.services.Ledger.Ledgers(ctx, period, g.currency, partnerIDs(keys, func(k ledgerKey) ledger.Account { return k.Account }))
			return byKey(keys, func(k ledgerKey) *ledger.Ledger { return found[k.PartnerID] }), err
		})
}

func (r *Resolver) months(ctx context.Context, keys []monthsKey) (map[monthsKey][]*ledger.Month, error) {
	return inGroups(keys, func(k monthsKey) monthsKey { k.PartnerID = 0; return k },
		func(g monthsKey, keys []monthsKey) (map[monthsKey][]*ledger.Month, error) {
			var until *models.Date
			if !g.until.IsZero() {
				until = &g.until
			}
			found, err := r.services.Ledger.MonthsOf(ctx, g.last, until, g.CurrencyCode,
				partnerIDs(keys, func(k monthsKey) ledger.Account { return k.Account }))
			return byKey(keys, func(k monthsKey) []*ledger.Month { return found[k.PartnerID] }), err
		})
}

func (r *Resolver) paymentsTo(ctx context.Context, keys []paymentsToKey) (map[paymentsToKey]*payments.Payments, error) {
	return inGroups(keys, func(k paymentsToKey) paymentsToKey { k.PartnerID = 0; return k },
		func(g paymentsToKey, keys []paymentsToKey) (map[paymentsToKey]*payments.Payments, error) {
			query := payments.OfPartnersQuery{CurrencyCode: g.CurrencyCode, Page: g.page(), Whole: g.whole}
			if g.period != (models.Period{}) {
				query.Period = &g.period
			}
			found, err := r.services.Payments.OfPartners(ctx, query,
				partnerIDs(keys, func(k paymentsToKey) ledger.Account { return k.Account }))
			return byKey(keys, func(k paymentsToKey) *payments.Payments { return found[k.PartnerID] }), err
		})
}

func (r *Resolver) owedNow(ctx context.Context, keys []ledger.Account) (map[ledger.Account]decimal.Decimal, error) {
	return inGroups(keys, func(k ledger.Account) string { return k.CurrencyCode },
		func(currency string, keys []ledger.Account) (map[ledger.Account]decimal.Decimal, error) {
			found, err := r.services.Ledger.OwedNow(ctx, currency, partnerIDs(keys, func(k ledger.Account) ledger.Account { return k }))
			return byKey(keys, func(k ledger.Account) decimal.Decimal { return found[k.PartnerID] }), err
		})
}

func (r *Resolver) entries(ctx context.Context, keys []entriesKey) (map[entriesKey]*ledger.Entries, error) {
	return inGroups(keys, func(k entriesKey) entriesPage { return k.entriesPage },
		func(p entriesPage, keys []entriesKey) (map[entriesKey]*ledger.Entries, error) {
			accounts := make([]ledger.Account, len(keys))
			for i, k := range keys {
				accounts[i] = k.Account
			}
			found, err := r.services.Ledger.Entries(ctx, ledger.EntriesQuery{Period: p.period, Page: p.page(), Count: p.count}, accounts)
			return byKey(keys, func(k entriesKey) *ledger.Entries { return found[k.Account] }), err
		})
}

func (r *Resolver) balances(ctx context.Context, keys []entryKey) (map[entryKey]decimal.Decimal, error) {
	entries := make([]*models.LedgerEntry, len(keys))
	for i, k := range keys {
		entries[i] = &models.LedgerEntry{PartnerID: k.PartnerID, CurrencyCode: k.CurrencyCode, Date: k.date, ID: k.id}
	}
	found, err := r.services.Ledger.Balances(ctx, entries)
	return byKey(keys, func(k entryKey) decimal.Decimal { return found[k.id] }), err
}

func (r *Resolver) paymentsOfBatches(ctx context.Context, keys []batchPageKey) (map[batchPageKey]*payments.Payments, error) {
	return inGroups(keys, func(k batchPageKey) pageKey { return k.pageKey },
		func(p pageKey, keys []batchPageKey) (map[batchPageKey]*payments.Payments, error) {
			found, err := r.services.Payments.OfBatches(ctx, batchIDs(keys), p.page())
			return byKey(keys, func(k batchPageKey) *payments.Payments { return found[k.batchID] }), err
		})
}

func (r *Resolver) skippedOfBatches(ctx context.Context, keys []batchPageKey) (map[batchPageKey]*models.Slice[*payments.Skipped], error) {
	return inGroups(keys, func(k batchPageKey) pageKey { return k.pageKey },
		func(p pageKey, keys []batchPageKey) (map[batchPageKey]*models.Slice[*payments.Skipped], error) {
			found, err := r.services.Payments.SkippedOf(ctx, batchIDs(keys), p.page())
			return byKey(keys, func(k batchPageKey) *models.Slice[*payments.Skipped] { return found[k.batchID] }), err
		})
}

func byKey[K comparable, V any](keys []K, value func(K) V) map[K]V {
	all := make(map[K]V, len(keys))
	for _, k := range keys {
		all[k] = value(k)
	}
	return all
}

func partnerIDs[K any](keys []K, account func(K) ledger.Account) []int64 {
	ids := make([]int64, len(keys))
	for i, k := range keys {
		ids[i] = account(k).PartnerID
	}
	return ids
}

func batchIDs(keys []batchPageKey) []int64 {
	ids := make([]int64, len(keys))
	for i, k := range keys {
		ids[i] = k.batchID
	}
	return ids
}
