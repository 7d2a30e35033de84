-- Freezes the report of whole months, with what is owed now, as an export's rows.
INSERT INTO ledger_exports (id, format, file_name, period_start, period_end, currency_code, criteria, row_count, beginning_balance,
  commissions_earned, clawbacks, adjustments, payments, ending_balance, sha256, created_at, created_by)
VALUES (0, 'CSV', 'bench.csv', {start}, {end}, 'USD', '{}', 0, 0, 0, 0, 0, 0, 0, '', now(), 'bench');

INSERT INTO ledger_export_rows (export_id, partner_id, position, code, name, email, status, beginning_balance, commissions_earned,
  clawbacks, adjustments, payments, ending_balance, owed_now)
SELECT 0, p.id, row_number() OVER (ORDER BY p.name, p.id), p.code, p.name, p.email, p.status, coalesce(b.balance, 0),
       coalesce(e.balance - e.clawed_back - e.adjusted + e.paid, 0) - coalesce(b.balance - b.clawed_back - b.adjusted + b.paid, 0),
       coalesce(e.clawed_back, 0) - coalesce(b.clawed_back, 0), coalesce(e.adjusted, 0) - coalesce(b.adjusted, 0),
       coalesce(e.paid, 0) - coalesce(b.paid, 0), coalesce(e.balance, 0), coalesce(l.balance, 0) + coalesce(o.amount, 0)
FROM partners p
LEFT JOIN opening_balances b ON b.month = {start_month} AND b.currency_code = 'USD' AND b.partner_id = p.id
LEFT JOIN opening_balances e ON e.month = {end_month} AND e.currency_code = 'USD' AND e.partner_id = p.id
LEFT JOIN opening_balances l ON l.month = (SELECT max(month) FROM closed_months) AND l.currency_code = 'USD' AND l.partner_id = p.id
LEFT JOIN (SELECT partner_id, sum(amount) AS amount FROM ledger_entries
           WHERE currency_code = 'USD' AND date BETWEEN (SELECT max(month) FROM closed_months) AND 'infinity'
           GROUP BY partner_id) AS o ON o.partner_id = p.id
WHERE p.currency_code = 'USD' OR (SELECT true FROM ledger_entries e WHERE e.partner_id = p.id AND e.currency_code = 'USD' LIMIT 1);
