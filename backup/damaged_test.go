package backup_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"partnerledger/backup"
)

// TestADamagedBackupIsRefused, wherever it is cut short and whichever byte is another one, in the file and in what it unpacks to.
func TestADamagedBackupIsRefused(t *testing.T) {
	t.Parallel()
	db := migrated(t)
	db.row(1, "x")
	path := db.backup()
	packed, err := os.ReadFile(path)
	must(t, err)
	text := unpack(t, path)
	for i := range 20 {
		n := i * len(packed) / 20
		refused(t, fmt.Sprintf("the file cut at %d", n), packed[:n])
		refused(t, fmt.Sprintf("the file wrong at %d", n), wrongAt(packed, n))
		n = i * len(text) / 20
		refused(t, fmt.Sprintf("the script cut at %d", n), pack(t, text[:n]))
		refused(t, fmt.Sprintf("the script wrong at %d", n), pack(t, wrongAt(text, n)))
	}
	refused(t, "something behind", append(bytes.Clone(packed), packed...))
	_, rows, _ := bytes.Cut(text, []byte("TRUNCATE"))
	for line := range bytes.Lines(rows) {
		refused(t, fmt.Sprintf("without %q", line), pack(t, bytes.Replace(text, line, nil, 1)))
	}
}

// TestVerifyEndsWithItsContext: it may have a large file before it.
func TestVerifyEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	path := filepath.Join(t.TempDir(), "large")
	must(t, os.WriteFile(path, pack(t, make([]byte, 1<<20)), 0o600))
	if _, err := backup.Verify(ctx, path); !errors.Is(err, context.Canceled) {
		t.Errorf("it ends with %v", err)
	}
}

func refused(t *testing.T, what string, content []byte) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "damaged")
	must(t, os.WriteFile(path, content, 0o600))
	if _, err := backup.Verify(t.Context(), path); err == nil {
		t.Errorf("%s passes for whole", what)
	}
}

func wrongAt(content []byte, n int) []byte {
	wrong := bytes.Clone(content)
	wrong[n] ^= 1
	return wrong
}

// TestWhatDoesNotFitIsNotRestored, though its checksum is right: nothing of it stays.
func TestWhatDoesNotFitIsNotRestored(t *testing.T) {
	t.Parallel()
	db := migrated(t)
	db.row(1, "x")
	text := string(unpack(t, db.backup()))
	into := empty(t)
	for what, change := range map[string]func(string) string{
		"newer Partner Ledger than this one": func(s string) string { return strings.Replace(s, `"schemaVersion":`, `"schemaVersion":9`, 1) },
		"format 2":                           func(s string) string { return strings.Replace(s, `"format":1`, `"format":2`, 1) },
		"no rows of tokens":                  func(s string) string { return cut(s, `COPY "tokens"`, "-- Where the numbering") },
		"no place for":                       func(s string) string { return cut(s, `COPY "audit_events"`, `COPY "closed_months"`) },
		"of users, 1 rows were read": func(s string) string {
			return strings.Replace(s, "\\.\n-- 1 rows\nCOPY \"invitations\"", "\\.\n-- 2 rows\nCOPY \"invitations\"", 1)
		},
		"violates":                    func(s string) string { return strings.ReplaceAll(s, "\tACTIVE\t", "\tASLEEP\t") },
		"no place for \"COPY \\\"pg_": func(s string) string { return strings.Replace(s, `COPY "audit_events"`, `COPY "pg_authid"`, 1) },
	} {
		changed := change(text)
		if changed == text {
			t.Fatalf("%s: nothing was changed", what)
		}
		path := filepath.Join(t.TempDir(), "changed")
		must(t, os.WriteFile(path, pack(t, signed(changed)), 0o600))
		_, err := backup.Restore(t.Context(), into.url, path, quiet)
		mustSay(t, err, what)
		into.isEmpty()
	}
}

// cut takes out all from one text on until another begins.
func cut(s, from, to string) string {
	begin, rest, _ := strings.Cut(s, from)
	_, end, _ := strings.Cut(rest, to)
	return begin + to + end
}

// signed has the checksum of what a script was changed to.
func signed(script string) []byte {
	body, _, _ := strings.Cut(script, "-- sha256 ")
	return fmt.Appendf(nil, "%s-- sha256 %x\n", body, sha256.Sum256([]byte(body)))
}

func unpack(t *testing.T, path string) []byte {
	t.Helper()
	file, err := os.Open(path)
	must(t, err)
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	must(t, err)
	text, err := io.ReadAll(unpacked)
	must(t, err)
	return text
}

func pack(t *testing.T, text []byte) []byte {
	t.Helper()
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestSpeed)
	must(t, err)
	_, err = w.Write(text)
	must(t, err)
	must(t, w.Close())
	return packed.Bytes()
}
