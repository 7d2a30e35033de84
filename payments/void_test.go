package payments_test

import (
	"testing"

	"partnerledger/models"
	"partnerledger/payments"
)

// TestVoidBatch: every payment is taken back by a reversal, once; the payments stay on record.
func TestVoidBatch(t *testing.T) {
	d, p := four(t)
	_, err := d.CloseMonths(t.Context())
	must(t, err)
	request := ending()
	request.Date = ptr(day("2011-05-20")) // of a closed month
	batch := d.create(request)
	d.addsUp()
	_, err = d.pay.VoidBatch(t.Context(), batch.BatchID, payments.Void{Reason: "stolen", Date: ptr(day("2011-05-19"))})
	refused(t, err, models.CodeInvalid, "date")
	_, err = d.pay.VoidBatch(t.Context(), batch.BatchID, payments.Void{})
	refused(t, err, models.CodeInvalid, "reason")
	_, err = d.pay.VoidBatch(t.Context(), "none", payments.Void{Reason: "stolen"})
	refused(t, err, models.CodeNotFound, "batchId")

	voided, err := d.pay.VoidBatch(t.Context(), "batch-20110520", payments.Void{Reason: "stolen", Date: ptr(day("2011-05-20"))})
	must(t, err)
	if voided.Status() != models.BatchVoided || d.Owed(p["A"]) != "120.50" || d.Owed(p["D"]) != "3.00" {
		t.Errorf("%s, A is owed %s, D %s", voided.Status(), d.Owed(p["A"]), d.Owed(p["D"]))
	}
	_, err = d.pay.VoidBatch(t.Context(), batch.BatchID, payments.Void{Reason: "stolen"})
	refused(t, err, models.CodeAlreadyVoided, "batchId")
	found, err := d.pay.Search(t.Context(), payments.Criteria{BatchID: &batch.BatchID}, models.Page{First: 10}, true)
	must(t, err)
	if found.Count != 2 || !found.TotalAmount.IsZero() || found.Nodes[0].VoidedAt == nil {
		t.Errorf("on record: %d, standing %s", found.Count, found.TotalAmount)
	}
	d.addsUp()
}

// TestVoidPayment: one payment is taken back, once; a batch is voided with the last of its payments.
func TestVoidPayment(t *testing.T) {
	d, p := four(t)
	batch := d.create(ending())
	found, err := d.pay.OfBatches(t.Context(), []int64{batch.ID}, models.Page{First: 10})
	must(t, err)
	for i, payment := range found[batch.ID].Nodes {
		_, err := d.pay.VoidPayment(t.Context(), payment.ID, payments.Void{Reason: "returned"})
		must(t, err)
		_, err = d.pay.VoidPayment(t.Context(), payment.ID, payments.Void{Reason: "returned"})
		refused(t, err, models.CodeAlreadyVoided, "id")
		now, err := d.pay.Batch(t.Context(), batch.BatchID)
		must(t, err)
		if voided := now.Status() == models.BatchVoided; voided != (i == 1) {
			t.Errorf("after %d of 2 payments the batch is %s", i+1, now.Status())
		}
	}
	_, err = d.pay.VoidPayment(t.Context(), 12345, payments.Void{Reason: "returned"})
	refused(t, err, models.CodeNotFound, "id")
	if d.Owed(p["A"]) != "120.50" {
		t.Errorf("A is owed %s", d.Owed(p["A"]))
	}
	d.addsUp()
}

// TestVoidBatchAfterOneOfItsPayments: what was taken back before is not taken back again.
func TestVoidBatchAfterOneOfItsPayments(t *testing.T) {
	d, p := four(t)
	batch := d.create(ending())
	found, err := d.pay.OfBatches(t.Context(), []int64{batch.ID}, models.Page{First: 1})
	must(t, err)
	_, err = d.pay.VoidPayment(t.Context(), found[batch.ID].Nodes[0].ID, payments.Void{Reason: "returned"})
	must(t, err)
	_, err = d.pay.VoidBatch(t.Context(), batch.BatchID, payments.Void{Reason: "stolen"})
	must(t, err)
	if d.Owed(p["A"]) != "120.50" || d.Owed(p["D"]) != "3.00" {
		t.Errorf("A is owed %s, D %s", d.Owed(p["A"]), d.Owed(p["D"]))
	}
	d.addsUp()
}

// TestVoidsAtOnce: a payment and its batch, voided at once by many, are taken back once.
func TestVoidsAtOnce(t *testing.T) {
	d, p := four(t)
	batch := d.create(ending())
	found, err := d.pay.OfBatches(t.Context(), []int64{batch.ID}, models.Page{First: 10})
	must(t, err)
	d.atOnce(8, func(i int) {
		if i%2 == 0 {
			_, err := d.pay.VoidBatch(t.Context(), batch.BatchID, payments.Void{Reason: "stolen"})
			onlyVoided(t, err)
			return
		}
		_, err := d.pay.VoidPayment(t.Context(), found[batch.ID].Nodes[0].ID, payments.Void{Reason: "stolen"})
		onlyVoided(t, err)
	})
	if d.Owed(p["A"]) != "120.50" || d.Owed(p["D"]) != "3.00" {
		t.Errorf("A is owed %s, D %s", d.Owed(p["A"]), d.Owed(p["D"]))
	}
	d.addsUp()
}

func onlyVoided(t *testing.T, err error) {
	if found, all := models.UserErrors(err); !all || (len(found) > 0 && found[0].Code != models.CodeAlreadyVoided) {
		t.Error(err)
	}
}
