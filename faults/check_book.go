//go:build unix

package main

import (
	"errors"
	"fmt"
	"strings"
)

// has says which of the entries that must be there are not.
func (t *tables) has(wanted map[place]*entry) error {
	there := map[place]row{}
	var wrong []error
	for _, e := range t.entries {
		at := place{e.partner, e.Source}
		if _, twice := there[at]; twice {
			wrong = append(wrong, fmt.Errorf("%s of partner %s is there twice", e.Source, e.partner))
		}
		there[at] = e
	}
	for at, e := range wanted {
		if found, ok := there[at]; !ok {
			wrong = append(wrong, fmt.Errorf("%s of partner %s was acknowledged and is missing", e.Source, at.partner))
		} else if err := e.is(found.entry); err != nil {
			wrong = append(wrong, fmt.Errorf("partner %s: %w", at.partner, err))
		}
	}
	return errors.Join(wrong...)
}

// hasNothingElse says what is there that nobody knows of: all outcomes are known by now, but of batches that were asked
// for and found nobody to pay while another attempt was under way.
func (t *tables) hasNothingElse(b *book) error {
	var wrong []error
	possible := map[int64]bool{} // payments
	for _, found := range t.batches {
		op := b.byKey["batch "+found.batchID]
		if op == nil || op.acknowledged == nil && op.unknown == 0 {
			wrong = append(wrong, fmt.Errorf("the batch %s is there, and was refused", found.batchID))
		} else if op.acknowledged == nil {
			for _, p := range found.payments {
				possible[p.id] = true
			}
		}
	}
	for _, e := range t.entries {
		if b.entries[place{e.partner, e.Source}] == nil && !possible[e.payment] {
			wrong = append(wrong, fmt.Errorf("nobody was told of %s of partner %s", e.Source, e.partner))
		}
	}
	return errors.Join(wrong...)
}

// hasOrders: the orders and refunds that were acknowledged are there, just so, and no others.
func (t *tables) hasOrders(b *book) error {
	var wrong []error
	orders, refunds := 0, 0
	for _, op := range b.operations {
		switch wanted := op.wanted.(type) {
		case *order:
			orders++
			found := t.orders[wanted.id]
			if found.date != wanted.date || found.partner != wanted.chain[0] || !found.total.Equal(wanted.total) {
				wrong = append(wrong, fmt.Errorf("order %s is %+v, should be %+v", wanted.id, found, wanted))
			}
		case *refund:
			if op.acknowledged == nil {
				continue
			}
			refunds++
			found := t.refunds[wanted.id]
			if found.order != wanted.order.id || found.date != wanted.date || !found.amount.Equal(wanted.amount) {
				wrong = append(wrong, fmt.Errorf("refund %s is %+v, should be %+v", wanted.id, found, wanted))
			}
		}
	}
	if len(t.orders) != orders || len(t.refunds) != refunds {
		wrong = append(wrong, fmt.Errorf("%d orders and %d refunds, should be %d and %d", len(t.orders), len(t.refunds), orders, refunds))
	}
	return errors.Join(wrong...)
}

// isTold: whatever was recorded has its one event in the audit log.
func (t *tables) isTold(b *book) error {
	var wrong []error
	actions := map[string]string{"order": "ORDER_RECORDED", "refund": "REFUND_RECORDED", "adjustment": "LEDGER_ADJUSTED", "batch": "BATCH_CREATED"}
	for _, op := range b.operations {
		action := actions[strings.Fields(op.key)[0]]
		if n := t.events[action+" "+op.key]; action != "" && op.acknowledged != nil && n != 1 {
			wrong = append(wrong, fmt.Errorf("%s has %d events in the audit log", op.key, n))
		}
	}
	return errors.Join(wrong...)
}
