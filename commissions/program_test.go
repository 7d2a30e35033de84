package commissions_test

import (
	"fmt"
	"strings"
	"testing"

	"partnerledger/commissions"
	"partnerledger/models"
)

// toldPrograms writes programs as "name: level SKU what, …", the default one with a star.
func toldPrograms(programs []models.CommissionProgram) []string {
	var texts []string
	for _, p := range programs {
		var rules []string
		for _, r := range p.Rules {
			text := fmt.Sprint(r.Level)
			if r.SKU != nil {
				text += " " + *r.SKU
			}
			if r.Percent != nil {
				text += " " + models.DecimalString(*r.Percent) + "%"
			} else {
				text += " " + models.DecimalString(*r.Amount)
			}
			rules = append(rules, text)
		}
		name := p.Name
		if p.IsDefault {
			name += "*"
		}
		texts = append(texts, name+": "+strings.Join(rules, ", "))
	}
	return texts
}

func (h *house) programs() []string {
	h.t.Helper()
	programs, err := h.Programs(h.t.Context())
	must(h.t, err)
	return toldPrograms(programs)
}

func TestPrograms(t *testing.T) {
	h := open(t)
	equal(t, h.programs(), []string{"Standard*: 1 10%"})
	saved, err := h.SaveProgram(t.Context(), commissions.ProgramInput{
		Name: "gold", IsDefault: true,
		Rules: rules("2 5.5%", "1 20%", "1 b 0", "1 B 0.125"),
	})
	must(t, err)
	equal(t, toldPrograms([]models.CommissionProgram{*saved}), []string{"gold*: 1 B 0.125, 1 b 0, 1 20%, 2 5.5%"})
	_, err = h.SaveProgram(t.Context(), commissions.ProgramInput{Name: "Alpha"})
	must(t, err)
	equal(t, h.programs(), []string{"gold*: 1 B 0.125, 1 b 0, 1 20%, 2 5.5%", "Alpha: ", "Standard: 1 10%"})
	_, err = h.SaveProgram(t.Context(), commissions.ProgramInput{ID: &saved.ID, Name: "GOLD", IsDefault: true, Rules: rules("3 1%")})
	must(t, err)
	equal(t, h.programs(), []string{"GOLD*: 3 1%", "Alpha: ", "Standard: 1 10%"})
	found, err := h.ProgramsByIDs(t.Context(), []int64{saved.ID, 0})
	must(t, err)
	equal(t, toldPrograms([]models.CommissionProgram{*found[saved.ID]}), []string{"GOLD*: 3 1%"})
	if len(found) != 1 {
		t.Errorf("found %v", found)
	}
}

func TestProgramIsRefused(t *testing.T) {
	h := open(t)
	standard, err := h.Programs(t.Context())
	must(t, err)
	_, err = h.SaveProgram(t.Context(), commissions.ProgramInput{Name: "Gold"})
	must(t, err)
	before := h.programs()
	for _, c := range []struct {
		name string
		in   commissions.ProgramInput
		want []string
	}{
		{"no name", commissions.ProgramInput{}, []string{"INVALID name"}},
		{"a name that is taken", commissions.ProgramInput{Name: "gOLD"}, []string{"CONFLICT name"}},
		{"not there", commissions.ProgramInput{ID: ptr(int64(0)), Name: "New"}, []string{"NOT_FOUND id"}},
		{"no default left", commissions.ProgramInput{ID: &standard[0].ID, Name: "Standard"}, []string{"INVALID isDefault"}},
		{"level", commissions.ProgramInput{Name: "New", Rules: rules("1 1%", "4 1%", "0 1%")}, []string{"INVALID rules.1.level", "INVALID rules.2.level"}},
		{"percent", commissions.ProgramInput{Name: "New", Rules: rules("1 100.1%", "2 -1%")}, []string{"INVALID rules.0.percent", "INVALID rules.1.percent"}},
		{"amount", commissions.ProgramInput{Name: "New", Rules: rules("1 -0.01")}, []string{"INVALID rules.0.amount"}},
		{"twice", commissions.ProgramInput{Name: "New", Rules: rules("1 A 1%", "1 1%", "1 A 2", "2 A 1%", "1 2")}, []string{"INVALID rules.2", "INVALID rules.4"}},
		{"neither", commissions.ProgramInput{Name: "New", Rules: []commissions.RuleInput{{Level: 1}}}, []string{"INVALID rules.0"}},
		{"both", commissions.ProgramInput{Name: "New", Rules: []commissions.RuleInput{{Level: 1, Percent: ptr(dec("1")), Amount: ptr(dec("1"))}}}, []string{"INVALID rules.0"}},
		{"empty SKU", commissions.ProgramInput{Name: "New", Rules: []commissions.RuleInput{{Level: 1, SKU: ptr(""), Percent: ptr(dec("1"))}}}, []string{"INVALID rules.0.sku"}},
		{"too many", commissions.ProgramInput{Name: "New", Rules: many(10_001)}, []string{"INVALID rules"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := h.SaveProgram(t.Context(), c.in)
			refusedWith(t, err, c.want...)
		})
	}
	equal(t, h.programs(), before)
}

func many(n int) (rules []commissions.RuleInput) {
	for i := range n {
		rules = append(rules, commissions.RuleInput{Level: 1, SKU: ptr(fmt.Sprint(i)), Percent: ptr(dec("1"))})
	}
	return rules
}

func TestManyRules(t *testing.T) {
	h := open(t)
	saved, err := h.SaveProgram(t.Context(), commissions.ProgramInput{Name: "Catalogue", Rules: many(10_000)})
	if err != nil || len(saved.Rules) != 10_000 {
		t.Fatalf("%v", err)
	}
}

func TestProgramsAtOnce(t *testing.T) {
	h := open(t)
	errs := tenTimes(func(i int) error {
		name := "new"
		if i%2 == 0 {
			name = "NEW"
		}
		_, err := h.SaveProgram(t.Context(), commissions.ProgramInput{Name: name, IsDefault: true})
		return err
	})
	for _, err := range errs {
		refusedWith(t, err, "CONFLICT name")
	}
	if len(errs) != 9 || len(h.programs()) != 2 {
		t.Errorf("%d were refused, there are %v", len(errs), h.programs())
	}
}
