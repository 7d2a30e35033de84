package payments_test

import (
	"fmt"
	"testing"

	"partnerledger/models"
	"partnerledger/payments"
)

// TestPaymentsOfPartners: the pages of each partner join to what a search for that partner finds, in every currency and
// over every period, with its count and total.
func TestPaymentsOfPartners(t *testing.T) {
	d, p := four(t)
	d.create(ending())
	for i, single := range []payments.Single{
		{PartnerID: p["B"].ID, Amount: dec("5"), Type: "WISE", Date: ptr(day("2011-05-01"))},
		{PartnerID: p["B"].ID, Amount: dec("6"), Type: "WISE", Date: ptr(day("2011-05-01"))},
		{PartnerID: p["C"].ID, Amount: dec("7"), Type: "CASH", Date: ptr(day("2011-07-01"))},
		{PartnerID: p["C"].ID, Amount: dec("9"), Type: "CASH", CurrencyCode: ptr("EUR")},
	} {
		single.RequestID = fmt.Sprint(i)
		made, err := d.pay.CreateSingle(t.Context(), single, "tester")
		must(t, err)
		if i == 0 {
			_, err := d.pay.VoidPayment(t.Context(), made.ID, payments.Void{Reason: "test"})
			must(t, err)
		}
	}
	for _, currency := range []string{"USD", "EUR", "JPY"} {
		for _, days := range []*models.Period{nil, period("2011-05-01", "2011-06-14"), period("2011-07-01", "2011-07-01")} {
			d.paymentsOfAreFound(currency, days, p)
		}
	}
	_, err := d.pay.OfPartners(t.Context(), payments.OfPartnersQuery{CurrencyCode: "usd", Page: models.Page{First: 1}}, nil)
	refused(t, err, models.CodeInvalid, "currencyCode")
	staff := models.Position{List: "payments", Key: "2011-05-01", ID: 1}.Cursor()
	_, err = d.pay.OfPartners(t.Context(), payments.OfPartnersQuery{CurrencyCode: "USD", Page: models.Page{First: 1, After: &staff}}, nil)
	refused(t, err, models.CodeInvalid, "after")
}

func (d *desk) paymentsOfAreFound(currency string, days *models.Period, p map[string]*models.Partner) {
	d.T.Helper()
	everybody := []*models.Partner{p["A"], p["B"], p["C"], p["D"]}
	for _, partner := range everybody {
		want, err := d.pay.Search(d.T.Context(), payments.Criteria{
			CurrencyCode: &currency, Period: days, PartnerIDs: []int64{partner.ID},
		}, models.Page{First: 100}, true)
		must(d.T, err)
		page, got := models.Page{First: 1}, []int64{}
		for more := true; more; {
			all, err := d.pay.OfPartners(d.T.Context(), payments.OfPartnersQuery{
				CurrencyCode: currency, Period: days, Page: page, Whole: true,
			}, ids(everybody))
			must(d.T, err)
			found := all[partner.ID]
			if found.Count != want.Count || !found.TotalAmount.Equal(want.TotalAmount) {
				d.T.Errorf("%s, %s, %v: %d of %s, want %d of %s", partner.Code, currency, days,
					found.Count, found.TotalAmount, want.Count, want.TotalAmount)
			}
			for i, payment := range found.Nodes {
				got, page.After = append(got, payment.ID), &found.Cursors[i]
			}
			more = found.HasNextPage
		}
		wanted := []int64{}
		for _, payment := range want.Nodes {
			wanted = append(wanted, payment.ID)
		}
		if fmt.Sprint(got) != fmt.Sprint(wanted) {
			d.T.Errorf("%s, %s, %v: %v, want %v", partner.Code, currency, days, got, wanted)
		}
	}
}
