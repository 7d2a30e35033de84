package imports_test

import (
	"strings"
	"testing"

	"partnerledger/imports"
)

func TestPartners(t *testing.T) {
	h := open(t)
	equal(t, counts(h.load(imports.Partners, sample(t, "partners"))), "rows 40, created 40")
	parent, err := h.Partners.Find(t.Context(), nil, ptr("RP001"))
	must(t, err)
	child, err := h.Partners.Find(t.Context(), nil, ptr("RP005"))
	must(t, err)
	if *child.ParentID != parent.ID || child.Name != "Copper Kettle" || *child.Email != "rp005@partners.example" || child.CurrencyCode != "GBP" {
		t.Errorf("RP005 is %+v", child)
	}
	changed := strings.Replace(sample(t, "partners"), "RP005,Copper Kettle", "rp005,Copper Pot", 1)
	report := h.load(imports.Partners, changed)
	equal(t, counts(report), "rows 40, updated 1, unchanged 39")
	equal(t, report.String(), "40 rows read; 0 partners created, 1 updated, 39 partners there already\n")
	// Columns that a file hasn't got stay as they are.
	equal(t, counts(h.load(imports.Partners, "name,code\nCopper Pot,RP005\n")), "rows 1, unchanged 1")
}

func TestWrongPartners(t *testing.T) {
	h := open(t)
	text := "code,name,email,status,currency,parent_code,program\n" +
		"A,Anna,,,,,\n" +
		"B,,b,GONE,PENCE,,None\n" +
		"C,Cleo,,,,B,\n" +
		"a,Anna again,,,,,\n" +
		"D,Dora,,,,E,\n" +
		"E,Emil,,,,D,\n" +
		"F,Finn,,,,A,\n"
	problems := strings.Join([]string{
		"3 program: there is no program of this name; name: name is missing; email: that is not an e-mail address;" +
			" status: a status is ACTIVE or INACTIVE; currency: \"PENCE\" is not a currency code of ISO 4217",
		"4 parent_code: the parent, who is in this file, can't be recorded",
		"5 code: the code a is in this file already",
		"6 parent_code: a partner can't stand above itself: the parents go round in a circle",
		"7 parent_code: a partner can't stand above itself: the parents go round in a circle",
	}, "\n")
	refused := h.tried(imports.Partners, text, imports.Options{})
	equal(t, told(refused), problems)
	equal(t, counts(refused), "rows 7, wrong 5")
	if h.count("partners") != 0 {
		t.Error("partners of a refused file are there")
	}
	dry := h.tried(imports.Partners, text, imports.Options{SkipInvalid: true, DryRun: true})
	equal(t, counts(dry), "rows 7, created 2, wrong 5")
	if h.count("partners") != 0 {
		t.Error("partners of a dry run are there")
	}
	skipped := h.tried(imports.Partners, text, imports.Options{SkipInvalid: true})
	equal(t, told(skipped), problems)
	equal(t, counts(skipped), "rows 7, created 2, wrong 5")
	if h.count("partners") != 2 {
		t.Error("the good partners are not there")
	}
}
