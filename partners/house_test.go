package partners_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"partnerledger/models"
	"partnerledger/partners"
	"partnerledger/postgres/pgtest"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// house is the service on a database of its own.
type house struct {
	*partners.Service
	t testing.TB
}

func open(t testing.TB) *house {
	clock := time.Date(2011, 6, 15, 12, 0, 0, 123456789, time.UTC)
	return &house{t: t, Service: &partners.Service{DB: pgtest.New(t), Business: &models.Business{
		Zone: time.UTC, Currency: "GBP", Now: func() time.Time { return clock },
	}}}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func ptr[T any](v T) *T { return &v }

func input(code string, parent *models.Partner) partners.Input {
	in := partners.Input{Code: code, Name: "Partner " + code}
	if parent != nil {
		in.ParentID = &parent.ID
	}
	return in
}

func (h *house) create(in partners.Input) *models.Partner {
	h.t.Helper()
	p, err := h.Create(h.t.Context(), in)
	must(h.t, err)
	return p
}

// find returns the partner of a code, who must be there.
func (h *house) find(code string) *models.Partner {
	h.t.Helper()
	p, err := h.Find(h.t.Context(), nil, &code)
	must(h.t, err)
	if p == nil {
		h.t.Fatalf("there is no partner %s", code)
	}
	return p
}

// parents tells of everybody whose child they are: "A<B" says that A's parent is B.
func (h *house) parents() string {
	h.t.Helper()
	var rows []struct{ Code, Parent string }
	must(h.t, h.DB.Raw(`SELECT p.code, coalesce(q.code, '') AS parent FROM partners p LEFT JOIN partners q ON q.id = p.parent_id
		ORDER BY p.code`).Scan(&rows).Error)
	var texts []string
	for _, r := range rows {
		text := r.Code
		if r.Parent != "" {
			text += "<" + r.Parent
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, " ")
}

func (h *house) program(name string) int64 {
	h.t.Helper()
	p := models.CommissionProgram{Name: name}
	must(h.t, h.DB.Create(&p).Error)
	return p.ID
}

// save records partners as a file would, and tells of each what became of it.
func (h *house) save(records ...partners.Record) []string {
	h.t.Helper()
	var texts []string
	must(h.t, h.DB.Transaction(func(tx *gorm.DB) error {
		outcomes, err := h.SaveIn(tx, records)
		for _, o := range outcomes {
			text := []string{"unchanged", "created", "updated"}[o.Change]
			if o.Err != nil {
				text = problems(o.Err)
			}
			texts = append(texts, text)
		}
		return err
	}))
	return texts
}

// problems tells of UserErrors as "CODE field.path".
func problems(err error) string {
	found, all := models.UserErrors(err)
	if !all {
		return fmt.Sprintf("the fault %v", err)
	}
	var texts []string
	for _, e := range found {
		texts = append(texts, strings.TrimSpace(string(e.Code)+" "+strings.Join(e.Field, ".")))
	}
	return strings.Join(texts, ", ")
}

func equal(t testing.TB, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
