package backup_test

import (
	"strings"

	"pgregory.net/rapid"
)

// odd is texts that a format could trip over.
func odd() []string {
	texts := []string{
		`\.`, `\N`, `\\N`, `\`, "\t", "\n\\.\n", "\r\n", "\x01\x02\v\f\b\x1b\x7f", `'; DROP TABLE partners; --`, `$$ :name :'name' \gexec`,
		"-- 0 rows", "COMMIT;", "-- sha256 00", "=1+1", "null", " ", "\u00a0\u2028\ufeff", "🧾 Zoë Ångström 株式会社", "\U0010ffff",
		strings.Repeat("a long one\\\n", 8_000),
	}
	runes := rapid.StringOf(rapid.Rune().Filter(func(r rune) bool { return r != 0 }))
	for i := range 100 {
		texts = append(texts, runes.Example(i))
	}
	return texts
}

// fill puts odd rows into every table that a person or a program can.
func (db database) fill() {
	db.t.Helper()
	for i, text := range odd() {
		db.row(i+1, text)
	}
}

// row puts a row into every table, numbers and instants at their extremes too.
func (db database) row(n int, text string) {
	db.t.Helper()
	db.do(`WITH one AS (SELECT $1::bigint AS n, $2::text AS text, 'x' || $2::text AS filled,
		(ARRAY['-infinity', 'infinity', '0001-01-01 BC', '9999-12-31 23:59:59.999999+00', '2026-03-29 01:30:00.000001+01'])[$1::int % 5 + 1]::timestamptz AS at,
		(ARRAY['-infinity', '0044-03-15 BC', '9999-12-31', '2026-02-28'])[$1::int % 4 + 1]::date AS day,
		(ARRAY['0', '0.10', '123456789012345678901234567890.123456789012345678901234567890', '1e-40', '7.00'])[$1::int % 5 + 1]::numeric AS amount),
	programs AS (INSERT INTO commission_programs (id, name) SELECT 1000 + n, n || filled FROM one),
	rules AS (INSERT INTO commission_rules SELECT 1000 + n, 1 + n % 3, nullif(text, ''), NULL, amount FROM one),
	partner AS (INSERT INTO partners (id, code, name, email, status, currency_code, parent_id, program_id, created_at)
		SELECT n, n || filled, filled, nullif(text, ''), 'ACTIVE', 'KWD', nullif(n - 1, 0), 1000 + n, at FROM one),
	orders AS (INSERT INTO orders SELECT n || filled, at, day, n, text, 'KWD', amount, ARRAY[n, -n], text, at FROM one),
	lines AS (INSERT INTO order_lines SELECT n || filled, 1, text, text, 1 + amount, 0.00000001 + amount, amount FROM one),
	refunds AS (INSERT INTO refunds SELECT n || filled, n || filled, at, day, 1 + amount, at FROM one),
	batch AS (INSERT INTO payment_batches SELECT n, n || filled, 'ENDING_BALANCE', 'CASH', day, day, day, 'KWD', n, amount, n, text, at, text, at, text FROM one),
	payment AS (INSERT INTO payments (partner_id, id, request_id, currency_code, amount, type, date, note, created_at, created_by)
		SELECT n, n, filled, 'KWD', 1 + amount, 'OTHER', day, nullif(text, ''), at, text FROM one),
	skipped AS (INSERT INTO skipped_partners SELECT n, n, amount, 'ALREADY_PAID', n FROM one),
	entries AS (INSERT INTO ledger_entries
		SELECT n, 'KWD', day, 2 * n, 'COMMISSION', amount, filled, text, NULL::text, NULL::bigint, at FROM one UNION ALL
		SELECT n, 'KWD', day, 2 * n - 1, 'CLAWBACK', -amount, 'of ' || filled, text, filled, NULL, at FROM one),
	balances AS (INSERT INTO opening_balances SELECT '2011-01-01', filled, n, amount, -amount, amount, amount FROM one),
	months AS (INSERT INTO closed_months SELECT date '2011-01-01' + make_interval(months => n::int), at FROM one),
	export AS (INSERT INTO ledger_exports SELECT n, 'CSV', text, day, day, text, text, n, amount, amount, amount, amount, amount, amount, text, at, text FROM one),
	export_rows AS (INSERT INTO ledger_export_rows SELECT n, n, n, text, text, nullif(text, ''), text, amount, amount, amount, amount, amount, amount, amount FROM one),
	people AS (INSERT INTO users (id, email, name, role, password_hash, oidc_subject, created_at) SELECT n, n || filled, filled, 'ADMIN', text, n || text, at FROM one),
	tokens AS (INSERT INTO tokens (id, name, role, hash, created_at, hint, created_by, user_id, token_id)
		SELECT n, filled, 'ADMIN', n || text, at, text, text, n, nullif(n - 1, 0) FROM one),
	invited AS (INSERT INTO invitations SELECT n, n || text, at, at FROM one),
	sessions AS (INSERT INTO sessions SELECT n || text, convert_to(text, 'UTF8') || '\x00ff5c2e0a'::bytea, at, at FROM one),
	flows AS (INSERT INTO sign_in_flows SELECT n || text, at FROM one),
	attempts AS (INSERT INTO sign_in_attempts SELECT n || text, n, at FROM one)
	INSERT INTO audit_events (at, action, actor, role, through, address, operation, subject, partner_id, before, after)
		SELECT at, filled, text, NULL, text, nullif(text, ''), text, text, -n, NULL, to_jsonb(ARRAY[text, 'null']) FROM one`, n, text)
}
