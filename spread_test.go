package main

import (
	"testing"

	"partnerledger/postgres/pgtest"
)

// TestTablesThatGrowCanBeSpreadByPartner: over nodes that each have some partners, a table keeps unique what includes
// partner_id, and refers to what has the same partner_id, or is small and copied to every node.
func TestTablesThatGrowCanBeSpreadByPartner(t *testing.T) {
	db := pgtest.New(t)
	const spread = `SELECT unnest(ARRAY['ledger_entries', 'opening_balances', 'payments', 'skipped_partners'])::regclass`
	const copied = `SELECT unnest(ARRAY['partners', 'payment_batches'])::regclass`
	var wrong []string
	must(t, db.Raw(`SELECT indexrelid::regclass::text FROM pg_index
		WHERE indisunique AND indrelid IN (`+spread+`) AND NOT EXISTS (SELECT FROM pg_attribute a
		  WHERE a.attrelid = indrelid AND attname = 'partner_id' AND attnum = ANY ((indkey::int2[])[:indnkeyatts - 1]))
		UNION ALL
		SELECT conname::text FROM pg_constraint
		WHERE contype = 'f' AND conrelid IN (`+spread+`) AND confrelid NOT IN (`+copied+`) AND NOT EXISTS (
		  SELECT FROM unnest(conkey, confkey) AS k (own, other)
		  JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = own AND a.attname = 'partner_id'
		  JOIN pg_attribute b ON b.attrelid = confrelid AND b.attnum = other AND b.attname = 'partner_id')`).Scan(&wrong).Error)
	if len(wrong) > 0 {
		t.Errorf("these don't include partner_id: %v", wrong)
	}
	var keys int
	must(t, db.Raw(`SELECT count(*) FROM pg_index WHERE indisunique AND indrelid IN (`+spread+`)`).Scan(&keys).Error)
	if keys < 6 {
		t.Errorf("only %d unique keys were looked at", keys)
	}
}
