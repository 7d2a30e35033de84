package main

import (
	"os"
	"os/exec"
	"testing"

	"partnerledger/models"
)

// TestInABrowser runs the tests of frontend/browser against this server and the sample data.
func TestInABrowser(t *testing.T) {
	p := withSample(t)
	npm := exec.CommandContext(t.Context(), "npm", "run", "--silent", "test:browser")
	npm.Dir = "frontend"
	npm.Env = append(os.Environ(), "PARTNERLEDGER_URL="+p.server.URL, "PARTNERLEDGER_TOKEN="+p.tokens[models.RoleAdmin])
	if output, err := npm.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, output)
	}
}
