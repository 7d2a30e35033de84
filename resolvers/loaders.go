package resolvers

import (
	"context"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/shopspring/decimal"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vikstrous/dataloadgen"

	"partnerledger/ledger"
	"partnerledger/models"
	"partnerledger/payments"
)

// loaders find the rows that many others of one answer name, in one statement for all of them. (gqlgen's batch fields
// do so for the elements of one list; ours sit in the nodes and edges of connections, and below one another.)
type loaders struct {
	partner          loader[int64, *models.Partner]
	program          loader[int64, *models.CommissionProgram]
	batch            loader[int64, *models.PaymentBatch]
	batchIDOfPayment loader[int64, int64]
	ledger           loader[ledgerKey, *ledger.Ledger]
	owedNow          loader[ledger.Account, decimal.Decimal]
	entries          loader[entriesKey, *ledger.Entries]
	balance          loader[entryKey, decimal.Decimal]
	payments         loader[batchPageKey, *payments.Payments]
	skipped          loader[batchPageKey, *models.Slice[*payments.Skipped]]
	months           loader[monthsKey, []*ledger.Month]
	paymentsTo       loader[paymentsToKey, *payments.Payments]
	invitation       loader[int64, *models.Invitation]
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

// newLoaders makes the loaders of one request, or of one field of a mutation: what they have found is forgotten with it.
func (r *Resolver) newLoaders() *loaders {
	return &loaders{
		partner:          newLoader(r.services.Partners.ByIDs),
		program:          newLoader(r.services.Commissions.ProgramsByIDs),
		batch:            newLoader(r.services.Payments.BatchesByID),
		batchIDOfPayment: newLoader(r.services.Payments.BatchIDsOfPayments),
		ledger:           newLoader(r.ledgers),
		owedNow:          newLoader(r.owedNow),
		entries:          newLoader(r.entries),
		balance:          newLoader(r.balances),
		payments:         newLoader(r.paymentsOfBatches),
		skipped:          newLoader(r.skippedOfBatches),
		months:           newLoader(r.months),
		paymentsTo:       newLoader(r.paymentsTo),
		invitation:       newLoader(r.services.Auth.OpenInvitations),
	}
}

// loader collects the keys that the elements of lists ask for, for a moment, and finds them at once. Who is in no list
// would only wait.
type loader[K comparable, V any] struct {
	batches *dataloadgen.Loader[K, V]
	find    func(context.Context, []K) (map[K]V, error)
}

func newLoader[K comparable, V any](find func(context.Context, []K) (map[K]V, error)) loader[K, V] {
	return loader[K, V]{find: find, batches: dataloadgen.NewLoader(func(ctx context.Context, keys []K) ([]V, []error) {
		found, err := find(ctx, keys)
		values, errs := make([]V, len(keys)), make([]error, len(keys))
		for i, key := range keys {
			values[i], errs[i] = found[key], err
		}
		return values, errs
	}, dataloadgen.WithWait(2*time.Millisecond), dataloadgen.WithBatchCapacity(models.MaxPage))}
}

// Load finds what a key names. What isn't found is the zero value.
func (l loader[K, V]) Load(ctx context.Context, key K) (V, error) {
	if inList(ctx) {
		return l.batches.Load(ctx, key)
	}
	found, err := l.find(ctx, []K{key})
	return found[key], err
}

// inList tells whether what is being resolved is, at any height, an element of a list.
func inList(ctx context.Context) bool {
	for field := graphql.GetFieldContext(ctx); field != nil; field = field.Parent {
		if field.Index != nil {
			return true
		}
	}
	return false
}

type loadersKey struct{}

// withLoaders gives every request loaders of its own.
func (r *Resolver) withLoaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		next.ServeHTTP(w, request.WithContext(context.WithValue(request.Context(), loadersKey{}, r.newLoaders())))
	})
}

// withLoadersOfField gives every field at the root of a mutation loaders of its own: what one has found, a later one may
// have changed.
func (r *Resolver) withLoadersOfField(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	if graphql.GetOperationContext(ctx).Operation.Operation == ast.Mutation {
		ctx = context.WithValue(ctx, loadersKey{}, r.newLoaders())
	}
	return next(ctx)
}

func load(ctx context.Context) *loaders { return ctx.Value(loadersKey{}).(*loaders) }
