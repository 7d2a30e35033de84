package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"partnerledger/models"
)

var update = flag.Bool("update", false, "write what the operations answer now as what is expected")

// TestOperations runs the cases in testdata/operations: a folder a scenario on a database of its own, whose operations
// run in the order of their names. Beside NAME.graphql stands NAME.json, the whole answer. The first line of an
// operation may say who asks ("# as: FINANCE", else ADMIN) and what day it is by then ("# on: 2011-12-20").
func TestOperations(t *testing.T) {
	scenarios, err := filepath.Glob("testdata/operations/*")
	must(t, err)
	if len(scenarios) == 0 {
		t.Fatal("no scenarios")
	}
	for _, scenario := range scenarios {
		t.Run(filepath.Base(scenario), func(t *testing.T) {
			t.Parallel()
			p := newProduct(t)
			operations, err := filepath.Glob(scenario + "/*.graphql")
			must(t, err)
			for _, file := range operations {
				p.operation(file)
			}
			p.addsUp()
		})
	}
}

var heading = regexp.MustCompile(`(as|on): (\S+)`)

func (p *product) operation(file string) {
	p.t.Helper()
	query, err := os.ReadFile(file)
	must(p.t, err)
	as := models.RoleAdmin
	first, _, _ := strings.Cut(string(query), "\n")
	for _, h := range heading.FindAllStringSubmatch(first, -1) {
		if h[1] == "as" {
			as = models.Role(h[2])
			continue
		}
		p.clock, err = time.Parse("2006-01-02", h[2])
		must(p.t, err)
	}
	if as == models.RolePartner {
		p.asPortal()
	}
	_, answer := p.send(as, string(query), nil)
	got, err := json.MarshalIndent(answer, "", "  ")
	must(p.t, err)
	got = append(got, '\n')
	expected := strings.TrimSuffix(file, ".graphql") + ".json"
	if *update {
		must(p.t, os.WriteFile(expected, got, 0o644))
	}
	want, err := os.ReadFile(expected)
	must(p.t, err)
	if !bytes.Equal(got, want) {
		p.t.Errorf("%s answered\n%s\nnot what %s says", file, got, expected)
	}
}

// asPortal asks as a partner of its own, PORTAL, who is recorded when the first case wants it.
func (p *product) asPortal() {
	p.t.Helper()
	found := p.do(`{ referralPartners(search: "PORTAL") { nodes { id } } }`, nil)["nodes"].([]any)
	if len(found) == 0 {
		p.asPartner(p.partner("PORTAL", "Portal"))
		return
	}
	p.asPartner(found[0].(object)["id"].(string))
}
