package imports_test

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"partnerledger/imports"
	"partnerledger/models"
)

// events returns what the log has of files.
func (h *house) events() (all []models.AuditEvent) {
	h.t.Helper()
	must(h.t, h.DB.Order("id").Find(&all).Error)
	return all
}

// TestAFileIsOneEvent, not one a row, with the digest of its bytes; a dry run, a refused file and one that is there already
// are none.
func TestAFileIsOneEvent(t *testing.T) {
	h := withPartners(t)
	text := orderColumns + line("1", "A", "1", "10") + line("2", "A", "x", "10") + line("3", "A", "1", "10")
	h.tried(imports.Orders, text, imports.Options{})
	h.tried(imports.Orders, text, imports.Options{DryRun: true, SkipInvalid: true})
	if n := len(h.events()); n != 1 {
		t.Fatalf("%d events, not only that of the partners", n)
	}
	h.tried(imports.Orders, text, imports.Options{SkipInvalid: true})
	h.tried(imports.Orders, text, imports.Options{SkipInvalid: true})
	events := h.events()
	if len(events) != 2 {
		t.Fatalf("%d events", len(events))
	}
	e := events[1]
	equal(t, fmt.Sprint(e.Action, ", ", e.Subject, ", ", *e.After), fmt.Sprintf(
		`FILE_IMPORTED, a file of orders, {"rows": 3, "wrong": 1, "sha256": "%x", "recorded": 2}`, sha256.Sum256([]byte(text))))
}

// TestAFileOfACallerWhoLeavesIsNoEvent: the caller goes away when the last byte is read.
func TestAFileOfACallerWhoLeavesIsNoEvent(t *testing.T) {
	h := withPartners(t)
	ctx, cancel := context.WithCancel(t.Context())
	file := io.MultiReader(strings.NewReader(orderColumns+line("1", "A", "1", "10")), leaving(cancel))
	if _, err := h.Import(ctx, imports.Orders, file, imports.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("it ends with %v", err)
	}
	if len(h.events()) != 1 || h.count("orders") != 0 {
		t.Errorf("%d events, %d orders", len(h.events()), h.count("orders"))
	}
}

type leaving context.CancelFunc

func (l leaving) Read([]byte) (int, error) { l(); return 0, io.EOF }
