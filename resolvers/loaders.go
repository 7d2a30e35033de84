package resolvers

import (
	"context"
	"net/http"
	"time"

	"github.com/shopspring/decimal"
	"github.com/vikstrous/dataloadgen"

	"partnerledger/ledger"
	"partnerledger/models"
	"partnerledger/payments"
)

// loaders find the rows that many others of one answer name, in one statement for all of them. (gqlgen's batch fields
// do so for the elements of one list; ours sit in the nodes and edges of connections, and below one another.)
type loaders struct {
	partner          *dataloadgen.Loader[int64, *models.Partner]
	program          *dataloadgen.Loader[int64, *models.CommissionProgram]
	batch            *dataloadgen.Loader[int64, *models.PaymentBatch]
	batchIDOfPayment *dataloadgen.Loader[int64, int64]
	ledger           *dataloadgen.Loader[ledgerKey, *ledger.Ledger]
	owedNow          *dataloadgen.Loader[ledger.Account, decimal.Decimal]
	entries          *dataloadgen.Loader[entriesKey, *ledger.Entries]
	balance          *dataloadgen.Loader[entryKey, decimal.Decimal]
	payments         *dataloadgen.Loader[batchPageKey, *payments.Payments]
	skipped          *dataloadgen.Loader[batchPageKey, *models.Slice[*payments.Skipped]]
	months           *dataloadgen.Loader[monthsKey, []*ledger.Month]
	paymentsTo       *dataloadgen.Loader[paymentsToKey, *payments.Payments]
	invitation       *dataloadgen.Loader[int64, *models.Invitation]
}

type ledgerKey struct {
	ledger.Account
	period models.Period // zero: the last full calendar month
}

type entriesKey struct {
	ledger.Account
	entriesPage
}

type entriesPage struct {
	period models.Period
	pageKey
	count bool
}

type monthsKey struct {
	ledger.Account
	last  int
	until models.Date // zero: today
}

type paymentsToKey struct {
	ledger.Account
	period models.Period // zero: all days
	pageKey
	whole bool
}

type entryKey struct {
	ledger.Account
	date models.Date
	id   int64
}

type batchPageKey struct {
	batchID int64
	pageKey
}

// pageKey is a models.Page by value.
type pageKey struct {
	first int
	after string
}

func keyOf(first int, after *string) pageKey {
	if after == nil {
		return pageKey{first: first}
	}
	return pageKey{first, *after}
}

func (k pageKey) page() models.Page {
	if k.after == "" {
		return models.Page{First: k.first}
	}
	return models.Page{First: k.first, After: &k.after}
}

// newLoaders makes the loaders of one request: what they have found is forgotten with it.
func (r *Resolver) newLoaders() *loaders {
	return &loaders{
		partner:          loader(r.services.Partners.ByIDs),
		program:          loader(r.services.Commissions.ProgramsByIDs),
		batch:            loader(r.services.Payments.BatchesByID),
		batchIDOfPayment: loader(r.services.Payments.BatchIDsOfPayments),
		ledger:           loader(r.ledgers),
		owedNow:          loader(r.owedNow),
		entries:          loader(r.entries),
		balance:          loader(r.balances),
		payments:         loader(r.paymentsOfBatches),
		skipped:          loader(r.skippedOfBatches),
		months:           loader(r.months),
		paymentsTo:       loader(r.paymentsTo),
		invitation:       loader(r.services.Auth.OpenInvitations),
	}
}

// loader collects keys for a moment and finds them at once. What isn't found is the zero value.
func loader[K comparable, V any](find func(context.Context, []K) (map[K]V, error)) *dataloadgen.Loader[K, V] {
	return dataloadgen.NewLoader(func(ctx context.Context, keys []K) ([]V, []error) {
		found, err := find(ctx, keys)
		values, errs := make([]V, len(keys)), make([]error, len(keys))
		for i, key := range keys {
			values[i], errs[i] = found[key], err
		}
		return values, errs
	}, dataloadgen.WithWait(2*time.Millisecond), dataloadgen.WithBatchCapacity(models.MaxPage))
}

type loadersKey struct{}

// withLoaders gives every request loaders of its own.
func (r *Resolver) withLoaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		next.ServeHTTP(w, request.WithContext(context.WithValue(request.Context(), loadersKey{}, r.newLoaders())))
	})
}

func load(ctx context.Context) *loaders { return ctx.Value(loadersKey{}).(*loaders) }
