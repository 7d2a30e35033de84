//go:build teeth

package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// change is a text in a file of the product, and what it is broken to.
type change struct{ file, good, broken string }

// teeth are what is broken on purpose, and by which of these words the harness finds it out.
var teeth = []struct {
	rule    string
	changes []change
	found   []string
}{
	{"the batch lock", []change{{
		"payments/service.go", `return tx.Exec("SELECT pg_advisory_xact_lock(?)", batchLock).Error`, `return nil`,
	}}, []string{"ran at the same time"}},
	{"the unique source", []change{
		{"migrations/0004_ledger.sql", "  UNIQUE (partner_id, source),\n  FOREIGN KEY (partner_id, commission_source) REFERENCES ledger_entries (partner_id, source),\n", ""},
		{"ledger/record.sql", "  ON CONFLICT (partner_id, source) DO NOTHING\n", ""},
	}, []string{"is there twice", "is entry"}},
	{"the batch transaction", []change{{
		"payments/create.go", "err = s.alone(ctx, func(tx *gorm.DB) (err error) {", "err = apart(s.DB.WithContext(ctx), func(tx *gorm.DB) (err error) {",
	}, {
		"payments/create.go", "// replay returns", "func apart(db *gorm.DB, f func(*gorm.DB) error) error { return f(db) }\n\n// replay returns",
	}}, []string{"0 of 0", "was refused", "ran at the same time"}},
	{"the opening balance update", []change{{
		"ledger/carry.sql", "    balance = o.balance + excluded.balance, clawed_back", "    clawed_back",
	}}, []string{"the opening balance of", "the report of", "should get", "should be skipped", "export ", "RECORDING_STOPPED"}},
	{"the lock while months are closed", []change{{
		"ledger/closing.go", `func lockEntries(tx *gorm.DB) error { return tx.Exec("SELECT lock_ledger_entries()").Error }`, "func lockEntries(*gorm.DB) error { return nil }",
	}}, []string{"the opening balance of", "the report of", "should get", "should be skipped", "export ", "RECORDING_STOPPED", "SQLSTATE"}},
	{"the commit before the answer", []change{{
		"ledger/write.go", "	err := db.WithContext", "	inner := context.Canceled // until it has begun\n	err := db.WithContext",
	}, {
		"ledger/write.go", "		return f(tx)\n", "		inner = f(tx)\n		return inner\n",
	}, {
		"ledger/write.go", "	if err == nil {\n", "	if err = inner; err == nil {\n",
	}}, []string{"acknowledged", "recorded twice", "is entry", "should be"}},
}

var logs = regexp.MustCompile(`logs are in (\S+)`)

// TestTeeth: whatever of these is broken, the harness says so, with the seed that did it.
func TestTeeth(t *testing.T) {
	for _, tooth := range teeth {
		t.Run(tooth.rule, func(t *testing.T) {
			cmd := exec.CommandContext(t.Context(), "go", "run", ".", "-seeds", "5", "-seconds", "8", "-overlay", overlay(t, tooth.changes))
			output, err := cmd.CombinedOutput()
			t.Logf("%s", output)
			if folder := logs.FindSubmatch(output); folder != nil {
				defer os.RemoveAll(string(folder[1]))
			}
			if err == nil || !strings.Contains(string(output), "run it again: make faults SEED=") {
				t.Fatalf("not found: %v", err)
			}
			for _, words := range tooth.found {
				if strings.Contains(string(output), words) {
					return
				}
			}
			t.Errorf("something else was found than %q", tooth.found)
		})
	}
}

// overlay writes broken copies of the files and what go build needs to take them instead.
func overlay(t *testing.T, changes []change) string {
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	dir, broken := t.TempDir(), map[string]string{}
	for _, c := range changes {
		file := filepath.Join(root, c.file)
		scratch := filepath.Join(dir, filepath.Base(c.file))
		if broken[file] == "" {
			broken[file] = file
		}
		content, err := os.ReadFile(broken[file])
		if err != nil {
			t.Fatal(err)
		}
		if strings.Count(string(content), c.good) != 1 {
			t.Fatalf("%s has no %q any more: find out what it is called now", c.file, c.good)
		}
		if err := os.WriteFile(scratch, []byte(strings.Replace(string(content), c.good, c.broken, 1)), 0o644); err != nil {
			t.Fatal(err)
		}
		broken[file] = scratch
	}
	text, err := json.Marshal(map[string]any{"Replace": broken})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(path, text, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}
