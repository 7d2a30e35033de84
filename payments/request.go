package payments

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"

	"github.com/shopspring/decimal"

	"partnerledger/ledger"
	"partnerledger/models"
)

// Request asks for a batch of payments, or for its preview: the report that Criteria select, or the figures that an
// export froze.
type Request struct {
	Method   models.PaymentMethod
	BatchID  *string // Batch-YYYYMMDD of the date, or the next free one, if nil
	Type     models.PaymentType
	Date     *models.Date // today if nil
	Criteria *ledger.Criteria
	ExportID *int64
	// MinimumPayment leaves out smaller payments.
	MinimumPayment *decimal.Decimal
	// CapAtBalance never pays more than is owed now.
	CapAtBalance bool
	// AllowRepeat pays partners of an overlapping batch once more.
	AllowRepeat bool
	// Fingerprint is the preview's; where it differs from what would be recorded, nothing is.
	Fingerprint *string
}

func (r Request) check() error {
	if r.Criteria != nil && r.ExportID != nil {
		return models.Invalid([]string{"exportId"}, "give either criteria or exportId: an export has its own")
	}
	if r.MinimumPayment != nil && r.MinimumPayment.IsNegative() {
		return models.Invalid([]string{"minimumPayment"}, "the smallest payment can't be negative")
	}
	if r.BatchID != nil {
		return models.CheckName(*r.BatchID, "batchId")
	}
	return nil
}

// hash stands for the arguments as they were given, so that a repeat on the next day, when what was left out means
// something else, is still the same call. The fingerprint is no part of it: it only makes the call more careful.
func (r Request) hash() string {
	if r.Criteria == nil {
		r.Criteria = &ledger.Criteria{}
	}
	criteria := *r.Criteria
	if criteria.PartnerIDs != nil {
		criteria.PartnerIDs = slices.Compact(slices.Sorted(slices.Values(criteria.PartnerIDs)))
	}
	criteria.MinimumEndingBalance = trimmed(criteria.MinimumEndingBalance)
	r.Criteria, r.MinimumPayment = &criteria, trimmed(r.MinimumPayment)
	r.BatchID, r.Fingerprint = nil, nil
	text, _ := json.Marshal(r) // plain values can't fail
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// trimmed makes 10 and 10.00 the same argument.
func trimmed(d *decimal.Decimal) *decimal.Decimal {
	if d == nil {
		return nil
	}
	short, _ := decimal.NewFromString(d.String()) // a decimal's own text can't fail
	return &short
}
