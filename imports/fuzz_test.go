package imports_test

import (
	"errors"
	"strings"
	"testing"

	"partnerledger/imports"
)

// FuzzImport: no file is a fault; each is recorded or refused with what is wrong, and a dry run keeps nothing.
func FuzzImport(f *testing.F) {
	for _, seed := range []struct {
		kind byte // into Kinds
		text string
	}{
		{0, "code,name\nA,Anna\n"},
		{0, "\uFEFFCode, name ,email\r\nD,\"Di \"\"X\"\" \",d@example.com\r\n"},
		{0, "code,name\n\"A,Anna\nB,Ben\n"},
		{0, "code,name\nA\x00,\xff\n"},
		{1, "order_id,ordered_at,partner_code,sku,product,quantity,unit_price\n1,2011-11-05T10:00:00Z,A,S,Tea,2,1.50\n1,2011-11-05T10:00:00Z,A,S,Tea,-2,1e9\n"},
		{1, "order_id,ordered_at,partner_code,customer_id,sku,product,quantity,unit_price,currency\n1,2011-11-05T10:00:00Z,A,,S,Tea,1,1,JPY\n"},
		{2, "refund_id,order_id,refunded_at,amount\nR,1,2011-12-01T00:00:00Z,1.00\n"},
		{2, "code;name\nA;Anna\n"},
		{2, ""},
	} {
		f.Add(seed.kind, seed.text)
	}
	h := withPartners(f)
	f.Fuzz(func(t *testing.T, kind byte, text string) {
		for _, skip := range []bool{false, true} {
			report, err := h.Import(t.Context(), imports.Kinds[int(kind)%len(imports.Kinds)], strings.NewReader(text),
				imports.Options{DryRun: true, SkipInvalid: skip})
			if err != nil && !errors.Is(err, imports.ErrRefused) {
				t.Fatalf("%q: %v", text, err)
			}
			if errors.Is(err, imports.ErrRefused) && report.Wrong() == 0 {
				t.Fatalf("%q is refused without a word", text)
			}
			if said := report.String(); len(said) > 1<<20 || strings.Contains(said, "SQLSTATE") {
				t.Fatalf("%q: %.500s", text, said)
			}
		}
		var partners, entries int64
		must(t, h.DB.Raw("SELECT (SELECT count(*) FROM partners), (SELECT count(*) FROM ledger_entries)").Row().Scan(&partners, &entries))
		if partners != 3 || entries != 0 {
			t.Fatalf("%q, a dry run, is kept: %d partners, %d entries", text, partners, entries)
		}
	})
}
