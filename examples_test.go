package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"partnerledger/models"
)

// withSample is the product as `make run` starts it.
func withSample(t *testing.T) *product {
	t.Helper()
	p := newProduct(t)
	must(t, p.loadSample(t.Context(), "testdata/sample"))
	return p
}

var graphqlBlock = regexp.MustCompile("(?s)```graphql\n(.*?)```")

// TestReadmeOperations: whoever pastes the operations of the README, in order, sees what it says.
func TestReadmeOperations(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	must(t, err)
	p := withSample(t)
	blocks := graphqlBlock.FindAllStringSubmatch(string(readme), -1)
	if len(blocks) != 5 {
		t.Fatalf("%d operations, want 5", len(blocks))
	}
	var seen strings.Builder
	for _, block := range blocks {
		fmt.Fprintln(&seen, p.worked(block[1], nil))
	}
	for _, want := range []string{"totalCount:40", "Ægir Handel", "rowCount:40", "reason:BELOW_MINIMUM", "status:RECORDED"} {
		if !strings.Contains(seen.String(), want) {
			t.Errorf("nowhere %s", want)
		}
	}
	p.addsUp()
}

// TestPlaygroundExamples: the same for the tabs that the playground begins with.
func TestPlaygroundExamples(t *testing.T) {
	files, err := filepath.Glob("frontend/playground/examples/*.graphql")
	must(t, err)
	if len(files) < 6 {
		t.Fatalf("%d examples", len(files))
	}
	p := withSample(t)
	variables := object{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		must(t, err)
		document, err := parser.ParseQuery(&ast.Source{Input: string(text)})
		must(t, err)
		for _, operation := range document.Operations {
			one := string(text)[operation.Position.Start:]
			if end := strings.Index(one, "\n}\n"); end > 0 {
				one = one[:end+2]
			}
			data := p.worked(one, variables)
			// What a reader copies from one tab to the next.
			if preview, ok := data["previewReferralPartnerPayments"].(object); ok {
				variables["fingerprint"] = preview["fingerprint"]
			}
			if partner, ok := data["referralPartner"].(object); ok {
				variables["partnerId"] = partner["id"]
			}
		}
	}
	p.addsUp()
}

// worked runs an operation and returns its data; errors of both sorts fail the test.
func (p *product) worked(query string, variables object) object {
	p.t.Helper()
	_, answer := p.send(models.RoleAdmin, query, variables)
	data, _ := answer["data"].(object)
	for _, field := range data {
		field, _ := field.(object)
		if problems, _ := field["userErrors"].([]any); len(problems) > 0 || field == nil {
			p.t.Errorf("%s\n%v", query, answer)
		}
	}
	if answer["errors"] != nil || len(data) == 0 {
		p.t.Errorf("%s\n%v", query, answer)
	}
	return data
}
