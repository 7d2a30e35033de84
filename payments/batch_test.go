package payments_test

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"gorm.io/gorm"

	"partnerledger/ledger"
	"partnerledger/models"
	"partnerledger/payments"
)

// TestBatchIDs: left out, it is the date's, or the next free one; given, it names one batch for ever, in any case.
func TestBatchIDs(t *testing.T) {
	d, p := four(t)
	request := payments.Request{Method: models.CommissionEarned, Type: "CHECK", AllowRepeat: true, Criteria: narrowed(nil, p["A"])}
	request.Date = ptr(day("2011-07-05"))
	for _, want := range []string{"Batch-20110705", "Batch-20110705-2", "Batch-20110705-3"} {
		if got := d.create(request).BatchID; got != want {
			t.Errorf("the batch is %s, want %s", got, want)
		}
	}
	request.BatchID = ptr("BATCH-20110705-2")
	_, _, err := d.pay.Create(t.Context(), request, "tester")
	must(t, err) // the same arguments: the batch that is there
	request.CapAtBalance = true
	_, _, err = d.pay.Create(t.Context(), request, "tester")
	refused(t, err, models.CodeBatchIDTaken, "batchId")
	if got := d.preview(payments.Request{Method: models.EndingBalance, Date: request.Date}).BatchID; got != "Batch-20110705-4" {
		t.Errorf("the preview names %s", got)
	}
}

// TestSameCallAgain: the same arguments answer with the first batch, also when what was left out means another day by now.
func TestSameCallAgain(t *testing.T) {
	d, p := four(t)
	request := ending()
	request.BatchID, request.MinimumPayment = ptr("May"), ptr(dec("1"))
	request.Criteria = &ledger.Criteria{PartnerIDs: []int64{p["A"].ID, p["B"].ID}}
	first := d.create(request)
	d.Clock = d.Clock.AddDate(0, 2, 0)
	again := request
	again.BatchID, again.MinimumPayment, again.Fingerprint = ptr("MAY"), ptr(dec("1.00")), ptr("of another preview")
	again.Criteria = &ledger.Criteria{PartnerIDs: []int64{p["B"].ID, p["A"].ID, p["A"].ID}}
	batch, replayed, err := d.pay.Create(t.Context(), again, "somebody else")
	must(t, err)
	if !replayed || batch.ID != first.ID || d.Owed(p["A"]) != "0.00" {
		t.Errorf("replayed %v, batch %d, A is owed %s", replayed, batch.ID, d.Owed(p["A"]))
	}
	d.addsUp()
}

// TestOneBatchIDFromTenClients: ten clients that send the same call at once make one batch.
func TestOneBatchIDFromTenClients(t *testing.T) {
	d, p := four(t)
	request := ending()
	request.BatchID = ptr("May")
	var made atomic.Int32
	d.atOnce(10, func(int) {
		_, replayed, err := d.pay.Create(t.Context(), request, "tester")
		if err != nil {
			t.Error(err)
		}
		if !replayed {
			made.Add(1)
		}
	})
	if made.Load() != 1 || d.Owed(p["A"]) != "0.00" {
		t.Errorf("%d batches were made, A is owed %s", made.Load(), d.Owed(p["A"]))
	}
	d.addsUp()
}

// TestTwoBatchesAtOnce: batches that start at once pay nobody twice.
func TestTwoBatchesAtOnce(t *testing.T) {
	d, p := four(t)
	var made atomic.Int32
	d.atOnce(4, func(i int) {
		request := ending()
		request.BatchID = ptr(fmt.Sprintf("batch %d", i))
		_, _, err := d.pay.Create(t.Context(), request, "tester")
		if err == nil {
			made.Add(1)
			return
		}
		refused(t, err, models.CodeNothingToPay, "")
	})
	if made.Load() != 1 || d.Owed(p["A"]) != "0.00" || d.Owed(p["D"]) != "0.00" {
		t.Errorf("%d batches paid, A is owed %s, D %s", made.Load(), d.Owed(p["A"]), d.Owed(p["D"]))
	}
	d.addsUp()
}

func (d *desk) atOnce(n int, f func(i int)) {
	var group sync.WaitGroup
	for i := range n {
		group.Go(func() { f(i) })
	}
	group.Wait()
}

// TestOrdersDuringABatch: entries go on being recorded while batches run; each batch pays all of an entry or nothing of it,
// and the last one leaves nothing owed.
func TestOrdersDuringABatch(t *testing.T) {
	d := open(t)
	var partners []*models.Partner
	for range 20 {
		partners = append(partners, d.Partner(models.Partner{}))
	}
	everything := payments.Request{Method: models.EndingBalance, Type: "CHECK", Criteria: &ledger.Criteria{Period: period("2011-01-01", "2011-12-31")}}
	var entries []models.LedgerEntry
	for i := range 300 {
		entries = append(entries, d.Entry(partners[i%20], models.Commission, fmt.Sprintf("2011-%02d-03", 1+i%12), "1.01"))
	}
	d.CloseMonths(t.Context())
	var group sync.WaitGroup
	for worker := range 3 {
		group.Go(func() {
			for i := worker; i < len(entries); i += 3 {
				err := d.DB.Transaction(func(tx *gorm.DB) error {
					_, err := ledger.Record(tx, entries[i:i+1])
					return err
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Go(func() {
		for i := range 8 {
			request := everything
			request.BatchID = ptr(fmt.Sprint(i))
			_, _, err := d.pay.Create(t.Context(), request, "tester")
			if err != nil {
				refused(t, err, models.CodeNothingToPay, "")
			}
			if _, err := d.CloseMonths(t.Context()); err != nil {
				t.Error(err)
			}
		}
	})
	group.Wait()
	_, _, err := d.pay.Create(t.Context(), everything, "tester")
	if err != nil {
		refused(t, err, models.CodeNothingToPay, "")
	}
	for _, p := range partners {
		if d.Owed(p) != "0.00" {
			t.Errorf("%s is owed %s", p.Name, d.Owed(p))
		}
	}
	d.addsUp()
}

// TestBatchIsAllOrNothing: a batch that is cut off in the middle leaves no trace, and the id is free.
func TestBatchIsAllOrNothing(t *testing.T) {
	d, p := four(t)
	holding, release := d.DB.Begin(), make(chan struct{})
	must(t, holding.Exec("SELECT lock_ledger_entries()").Error)
	ctx, cut := context.WithCancel(t.Context())
	go func() {
		defer close(release)
		time.Sleep(300 * time.Millisecond) // by then it waits behind the lock, its batch inserted
		cut()
	}()
	request := ending()
	request.BatchID = ptr("May")
	if _, _, err := d.pay.Create(ctx, request, "tester"); err == nil {
		t.Fatal("the batch was recorded behind a lock")
	}
	<-release
	must(t, holding.Rollback().Error)
	batch, err := d.pay.Batch(t.Context(), "May")
	if err != nil || batch != nil || d.Owed(p["A"]) != "120.50" {
		t.Errorf("left behind: %v, %v, A is owed %s", batch, err, d.Owed(p["A"]))
	}
	d.create(request)
	d.addsUp()
}

// TestPaymentDateOutsideThePeriod: May is paid on 5 July, and the payment belongs to July's ledger.
func TestPaymentDateOutsideThePeriod(t *testing.T) {
	d, p := four(t)
	request := ending()
	request.Date = ptr(day("2011-07-05"))
	d.create(request)
	for month, want := range map[string]string{"05": "0", "07": "120.5"} {
		found, err := d.Ledgers(t.Context(), period("2011-"+month+"-01", "2011-"+month+"-30"), "USD", []int64{p["A"].ID})
		must(t, err)
		if got := found[p["A"].ID].Payments; !got.Equal(dec(want)) {
			t.Errorf("payments of month %s are %s, want %s", month, got, want)
		}
	}
}
