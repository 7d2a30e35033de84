package main

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"partnerledger/models"
)

// TestUpload: a file over HTTP is recorded as the command records it, by who may.
func TestUpload(t *testing.T) {
	p := newProduct(t)
	const two = "code,name\nA,Anna\nB,Bert\n"
	for _, c := range []struct {
		name, path, body string
		as               models.Role
		status           int
		created, wrong   float64
	}{
		{"tried out", "/imports/partners?dryRun=true", two, models.RoleAdmin, 200, 2, 0},
		{"by who may read", "/imports/partners", two, models.RoleReadOnly, 403, 0, 0},
		{"refused", "/imports/partners", two + ",Nobody\n", models.RoleAdmin, 422, 0, 1},
		{"without the wrong row", "/imports/partners?skipInvalid=true", two + ",Nobody\n", models.RoleAdmin, 200, 2, 1},
		{"again", "/imports/partners", two, models.RoleAdmin, 200, 0, 0},
		{"of what?", "/imports/payments", two, models.RoleAdmin, 404, 0, 0},
	} {
		response := p.request(http.MethodPost, c.path, strings.NewReader(c.body), http.Header{"Authorization": {"Bearer " + p.tokens[c.as]}})
		if response.StatusCode != c.status {
			t.Errorf("%s: %d, want %d", c.name, response.StatusCode, c.status)
		}
		if c.status != 200 && c.status != 422 {
			continue
		}
		var report object
		must(t, json.NewDecoder(response.Body).Decode(&report))
		problems, _ := report["problems"].([]any)
		if report["created"] != c.created || float64(len(problems)) != c.wrong {
			t.Errorf("%s: %v", c.name, report)
		}
	}
}
