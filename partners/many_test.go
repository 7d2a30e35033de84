package partners_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"partnerledger/models"
	"partnerledger/partners"
)

// below is a record of a partner below a parent: "A<B", "A<" for nobody, "A" for whoever it is.
func below(texts ...string) []partners.Record {
	var records []partners.Record
	for _, text := range texts {
		code, parent, told := strings.Cut(text, "<")
		r := partners.Record{Code: code, Name: "Partner " + code}
		if told {
			r.ParentCode = &parent
		}
		records = append(records, r)
	}
	return records
}

func TestSaveMany(t *testing.T) {
	h := open(t)
	h.create(partners.Input{Code: "There", Name: "Old", Email: ptr("a@b"), Status: ptr(models.PartnerInactive), CurrencyCode: ptr("JPY")})
	gold := h.program("Gold")
	got := h.save(
		partners.Record{Code: "New", Name: "New", Email: ptr("n@m"), Status: ptr("INACTIVE"), CurrencyCode: ptr("USD"), Program: ptr("gOLD"), ParentCode: ptr("there")},
		partners.Record{Code: "THERE", Name: "Old"},
		partners.Record{Code: "Default", Name: "Default", Email: ptr(""), Status: ptr(""), CurrencyCode: ptr(""), Program: ptr(""), ParentCode: ptr("")},
	)
	equal(t, strings.Join(got, ", "), "created, unchanged, created")
	if p := h.find("New"); *p.Email != "n@m" || p.Status != models.PartnerInactive || p.CurrencyCode != "USD" || *p.ProgramID != gold {
		t.Errorf("New is %+v", p)
	}
	if p := h.find("Default"); p.Email != nil || p.Status != models.PartnerActive || p.CurrencyCode != "GBP" || p.ProgramID != nil {
		t.Errorf("Default is %+v", p)
	}
	if p := h.find("There"); p.Code != "There" || *p.Email != "a@b" || p.CurrencyCode != "JPY" {
		t.Errorf("There is %+v", p)
	}
	got = h.save(
		partners.Record{Code: "New", Name: "Newer"},
		partners.Record{Code: "there", Name: "Old", Email: ptr(""), Status: ptr(""), CurrencyCode: ptr("")},
	)
	equal(t, strings.Join(got, ", "), "updated, updated")
	if p := h.find("New"); p.Name != "Newer" || *p.Email != "n@m" || p.ParentID == nil || *p.ProgramID != gold {
		t.Errorf("New is %+v", p)
	}
	if p := h.find("There"); p.Email != nil || p.Status != models.PartnerInactive || p.CurrencyCode != "JPY" {
		t.Errorf("There is %+v", p)
	}
}

func TestParentsOfMany(t *testing.T) {
	for _, c := range []struct {
		name, before, file, want, after string
	}{
		{"behind its children", "", "A<B B<C C", "created, created, created", "A<B B<C C"},
		{"the same again", "A<B B<C C", "A<B B<C C<", "unchanged, unchanged, unchanged", "A<B B<C C"},
		{"moved and freed", "A<B B C", "A< B<C", "updated, updated", "A B<C C"},
		{"left alone", "A<B B", "A B", "unchanged, unchanged", "A<B B"},
		{"in any case", "B", "A<b", "created", "A<B B"},
		{"turned around", "A<B B", "B<A A<", "updated, updated", "A B<A"},
		{"nobody", "B", "A<C B<C", "NOT_FOUND parentCode, NOT_FOUND parentCode", "B"},
		{"a refused one", "", "A<B B<C C<D E<B F", "NOT_FOUND parentCode, NOT_FOUND parentCode, NOT_FOUND parentCode, NOT_FOUND parentCode, created", "F"},
		{"itself", "A", "A<A B<B", "INVALID parentCode, INVALID parentCode", "A"},
		{"a circle in the file", "", "A<B B<C C<A D<A E", "INVALID parentCode, INVALID parentCode, INVALID parentCode, NOT_FOUND parentCode, created", "E"},
		{"a circle with one who is there", "A<B B", "B<A C<A", "INVALID parentCode, created", "A<B B C<A"},
		{"a circle only because another was refused", "A<B B", "B<A A<X", "INVALID parentCode, NOT_FOUND parentCode", "A<B B"},
		{"twice", "", "A a B", "created, INVALID code, created", "A B"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := open(t)
			h.save(below(strings.Fields(c.before)...)...)
			equal(t, strings.Join(h.save(below(strings.Fields(c.file)...)...), ", "), c.want)
			equal(t, h.parents(), c.after)
		})
	}
}

func TestRecordsAreRefused(t *testing.T) {
	h := open(t)
	got := h.save(
		partners.Record{Code: "", Name: "No code"},
		partners.Record{Code: "\x00\xff", Name: "Broken"},
		partners.Record{Code: "B", Name: ""},
		partners.Record{Code: "C", Name: "C", Email: ptr("x"), Status: ptr("active"), CurrencyCode: ptr("gbp"), Program: ptr("None")},
		partners.Record{Code: "D", Name: "D", Program: ptr("\x00")},
		partners.Record{Code: "E", Name: "E", ParentCode: ptr("\xff")},
		partners.Record{Code: "F", Name: "F"},
	)
	want := []string{
		"INVALID code", "INVALID code", "INVALID name", "NOT_FOUND program, INVALID email, INVALID status, INVALID currencyCode",
		"NOT_FOUND program", "NOT_FOUND parentCode", "created",
	}
	equal(t, strings.Join(got, "\n"), strings.Join(want, "\n"))
	equal(t, h.parents(), "F")
}

// Whatever a file asks for: nobody stands above themselves, and who was refused is as before.
func TestNoCircles(t *testing.T) {
	h := open(t)
	codes := strings.Split("ABCDEFGH", "")
	rapid.Check(t, func(t *rapid.T) {
		before := map[string]string{}
		for _, text := range strings.Fields(h.parents()) {
			before[text[:1]] = text
		}
		var texts []string
		for _, code := range rapid.Permutation(codes).Draw(t, "rows")[:rapid.IntRange(1, 8).Draw(t, "n")] {
			parent := rapid.SampledFrom([]string{"", "<", "<A", "<B", "<C", "<D", "<E", "<F", "<G", "<H"}).Draw(t, "parent")
			texts = append(texts, code+parent)
		}
		got := h.save(below(texts...)...)
		after := map[string]string{}
		for _, text := range strings.Fields(h.parents()) {
			after[text[:1]] = text
		}
		for i, text := range texts {
			code := text[:1]
			refused := got[i] != "created" && got[i] != "updated" && got[i] != "unchanged"
			want := strings.TrimSuffix(text, "<")
			if refused || (want == code && !strings.Contains(text, "<") && before[code] != "") {
				want = before[code]
			}
			if after[code] != want {
				t.Fatalf("%s: %s, but %q became %q", text, got[i], before[code], after[code])
			}
		}
		for code := range after {
			up := code
			for range len(codes) + 1 {
				_, up, _ = strings.Cut(after[up], "<")
				if up == "" {
					break
				}
			}
			if up != "" {
				t.Fatalf("%s comes back to itself: %v", code, after)
			}
		}
	})
}

func TestThousandsOfPartners(t *testing.T) {
	h := open(t)
	var texts []string
	for i := range 3000 {
		texts = append(texts, fmt.Sprintf("P%d<P%d", i, i+1))
	}
	counts := map[string]int{}
	for _, outcome := range h.save(below(append(texts, "P3000")...)...) {
		counts[outcome]++
	}
	if counts["created"] != 3001 {
		t.Errorf("%v", counts)
	}
	if p := h.find("P0"); p.ParentID == nil || *p.ParentID != h.find("P1").ID {
		t.Errorf("P0 is %+v", p)
	}
}
