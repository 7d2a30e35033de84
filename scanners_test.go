package main

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"testing"

	"partnerledger/models"
)

// auditsNotMet are the audits of graphql-http that find something, by their ids. The README says why.
var auditsNotMet = map[string]string{
	"5A70": "notice", // MAY accept GET
	"D6D5": "notice", // MAY accept GET
	"6A70": "notice", // MAY accept GET
}

// TestTheAuditsOfGraphQLOverHTTP are those of npm's graphql-http, run by a developer who has a token.
func TestTheAuditsOfGraphQLOverHTTP(t *testing.T) {
	p := newProduct(t)
	node := exec.CommandContext(t.Context(), "node", "audits/graphql-http.mjs")
	node.Dir, node.Stderr = "frontend", os.Stderr
	node.Env = append(os.Environ(), "PARTNERLEDGER_URL="+p.server.URL, "PARTNERLEDGER_TOKEN="+p.tokens[models.RoleReadOnly])
	output, err := node.Output()
	must(t, err)
	var audits []struct{ ID, Name, Status, Reason string }
	must(t, json.Unmarshal(output, &audits))
	if len(audits) < 61 {
		t.Errorf("%d audits", len(audits))
	}
	readme, err := os.ReadFile("README.md")
	must(t, err)
	for _, audit := range audits {
		want, listed := auditsNotMet[audit.ID]
		if audit.Status != or(want, "ok") {
			t.Errorf("%s %s: %s: %s", audit.ID, audit.Name, audit.Status, audit.Reason)
		}
		if listed && !strings.Contains(string(readme), audit.ID) {
			t.Errorf("the README doesn't explain %s %s", audit.ID, audit.Name)
		}
	}
}

// TestTheChecksOfGraphQLCop are written after that scanner's documentation: each asks what it asks, and fails where it
// would find something. What remains, the README explains: who has signed in may look at the schema, and the page of the
// playground is there for all.
func TestTheChecksOfGraphQLCop(t *testing.T) {
	p := newProduct(t)
	const introspection = "query cop { __schema { types { name fields { name } } } }"
	asJSON := func(query string) string {
		body, err := json.Marshal(object{"query": query, "operationName": "cop"})
		must(t, err)
		return string(body)
	}
	for name, c := range map[string]struct {
		method, path, kind, body string
		found                    []string // any of these in the answer is what the scanner looks for
	}{
		"alias overloading":      {body: asJSON("query cop {" + repeat(101, " alias%d: __typename") + " }"), found: []string{"alias100"}},
		"array batching":         {body: "[" + strings.Repeat(asJSON("query cop { __typename }")+",", 9) + asJSON("query cop { __typename }") + "]", found: []string{`"data"`}},
		"directive overloading":  {body: asJSON("query cop { __typename " + strings.Repeat("@aa", 10) + " }"), found: []string{strings.Repeat("@aa", 2), `"data"`}},
		"field duplication":      {body: asJSON("query cop {" + strings.Repeat(" __typename", 500) + " }"), found: []string{`"data"`}},
		"circular introspection": {body: asJSON("query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }"), found: []string{`"types"`}},
		"field suggestions":      {body: asJSON("query cop { __schema { directive } }"), found: []string{"Did you mean"}},
		"trace mode":             {body: asJSON("query cop { __typename }"), found: []string{"tracing", `"extensions"`}},
		"unhandled errors":       {body: asJSON("qwerty cop { abc }"), found: []string{"exception", "stack", "goroutine", ".go"}},
		"queries by GET":         {method: "GET", path: "/graphql?query=query+cop+%7B__typename%7D", found: []string{`"data"`}},
		"mutations by GET":       {method: "GET", path: "/graphql?query=mutation+cop+%7B__typename%7D", found: []string{`"data"`}},
		"queries by a form":      {kind: "application/x-www-form-urlencoded", body: "query=query+cop+%7B__typename%7D", found: []string{`"data"`}},
		"GraphiQL at its place":  {method: "GET", path: "/graphiql", found: []string{"graphiql", "GraphQL Playground"}},
		"GraphiQL at the API":    {method: "GET", path: "/graphql", found: []string{"graphiql", "GraphQL Playground"}},
	} {
		header := http.Header{
			"Authorization": {"Bearer " + p.tokens[models.RoleAdmin]}, "Content-Type": {or(c.kind, "application/json")}, "Accept": {"text/html, */*"},
		}
		response := p.request(or(c.method, "POST"), or(c.path, "/graphql"), strings.NewReader(c.body), header)
		body, err := io.ReadAll(response.Body)
		must(t, err)
		for _, found := range c.found {
			if strings.Contains(string(body), found) {
				t.Errorf("%s: %q in %.300s", name, found, body)
			}
		}
		var answer struct{ Errors []any }
		if err := json.Unmarshal(body, &answer); err == nil && len(answer.Errors) > 5 {
			t.Errorf("%s: %d errors", name, len(answer.Errors))
		}
	}
	if _, answer := p.send(models.RoleReadOnly, introspection, nil); answer["errors"] != nil {
		t.Errorf("who has signed in doesn't see the schema: %v", answer)
	}
	response := p.request("POST", "/graphql", strings.NewReader(asJSON(introspection)), http.Header{"Content-Type": {"application/json"}})
	if body, err := io.ReadAll(response.Body); err != nil || response.StatusCode != 401 || strings.Contains(string(body), "types") {
		t.Errorf("who has not signed in sees the schema: %d %s", response.StatusCode, body)
	}
}
