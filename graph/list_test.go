package graph

import (
	"context"
	"io"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/shopspring/decimal"
	"github.com/vektah/gqlparser/v2/ast"

	"partnerledger/ledger"
	"partnerledger/models"
)

// field is a field of a type in a selection.
func field(of, name string, below ...ast.Selection) *ast.Field {
	return &ast.Field{Name: name, ObjectDefinition: &ast.Definition{Name: of}, SelectionSet: below}
}

// TestElementsThatAskComeAtOnce: what they ask for can be found together only then. Others come in turn.
func TestElementsThatAskComeAtOnce(t *testing.T) {
	balance, payment := decimal.New(1, 0), int64(1)
	known, unknown := &ledger.Entry{Balance: &balance}, &ledger.Entry{}
	paid := &ledger.Entry{Balance: &balance, LedgerEntry: models.LedgerEntry{PaymentID: &payment}}
	for name, c := range map[string]struct {
		element any
		sel     ast.Selection
		inTurn  bool
	}{
		"plain fields":                {unknown, field("LedgerEntry", "amount"), true},
		"a balance that is known":     {known, field("LedgerEntry", "balance"), true},
		"a balance that isn't":        {unknown, field("LedgerEntry", "balance"), false},
		"the batch of no payment":     {known, field("LedgerEntry", "batch", field("PaymentBatch", "batchId")), true},
		"the batch of a payment":      {paid, field("LedgerEntry", "batch"), false},
		"an edge":                     {&LedgerEntryEdge{Node: known}, field("LedgerEntryEdge", "node", field("LedgerEntry", "balance")), true},
		"a field of another":          {&models.Payment{}, field("Payment", "partner"), false},
		"a field further below":       {&models.Payment{}, field("Payment", "basis", field("Payment", "partner")), false},
		"a field of a fragment":       {&models.Payment{}, &ast.InlineFragment{SelectionSet: ast.SelectionSet{field("Payment", "partner")}}, false},
		"a field of a named one":      {&models.Payment{}, &ast.FragmentSpread{Definition: &ast.FragmentDefinition{SelectionSet: ast.SelectionSet{field("Payment", "batch")}}}, false},
		"an entry, and what is below": {known, field("LedgerEntry", "batch", field("PaymentBatch", "payments")), false},
	} {
		if got := inTurn(c.sel, c.element, c.element); got != c.inTurn {
			t.Errorf("%s: in turn is %v", name, got)
		}
	}
}

// inTurn tells whether the elements of a list are made where the list is, and not in goroutines of their own.
func inTurn(sel ast.Selection, elements ...any) bool {
	var within atomic.Int32
	marshalList(context.Background(), ast.SelectionSet{sel}, elements, func(context.Context, int) graphql.Marshaler {
		if strings.Contains(string(debug.Stack()), "marshalInTurn") {
			within.Add(1)
		}
		return graphql.Null
	})
	return int(within.Load()) == len(elements)
}

// TestAFaultInAListIsTold, with the element's place, and doesn't end the server.
func TestAFaultInAListIsTold(t *testing.T) {
	ctx := graphql.WithResponseContext(context.Background(), graphql.DefaultErrorPresenter, graphql.DefaultRecover)
	list := marshalList(ctx, nil, []int{0, 1, 2}, func(_ context.Context, i int) graphql.Marshaler {
		if i == 1 {
			panic("fault")
		}
		return graphql.WriterFunc(func(w io.Writer) { _, _ = io.WriteString(w, "1") })
	})
	errs := graphql.GetErrors(ctx)
	if list != nil || len(errs) != 1 || errs[0].Path.String() != "[1]" {
		t.Errorf("the list is %v, the errors are %v", list, errs)
	}
}
