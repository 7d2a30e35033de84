-- Who is paid which ending balance of whole months, and who isn't, and why: the part "planned" of a statement. Of a range with one
-- end the planner expects a third of all entries, and has two plans for that, of which the slower comes after an ANALYZE.
planned AS MATERIALIZED (
  SELECT partner_id, name, beginning, ending, clawbacks, adjustments, payments, owed_now, ending AS amount, ending > owed_now AS exceeds,
         batch_id, CASE WHEN ending = 0 THEN 'ZERO_AMOUNT' WHEN ending < 0 THEN 'NEGATIVE_AMOUNT'
                        WHEN batch_id IS NOT NULL AND ending > owed_now THEN 'ALREADY_PAID' END AS reason
  FROM (
    SELECT p.id AS partner_id, p.name, coalesce(b.balance, 0) AS beginning, coalesce(e.balance, 0) AS ending,
           coalesce(e.clawed_back, 0) - coalesce(b.clawed_back, 0) AS clawbacks,
           coalesce(e.adjusted, 0) - coalesce(b.adjusted, 0) AS adjustments, coalesce(e.paid, 0) - coalesce(b.paid, 0) AS payments,
           coalesce(l.balance, 0) + coalesce(o.amount, 0) AS owed_now, t.batch_id
    FROM partners p
    LEFT JOIN opening_balances b ON b.month = {start_month} AND b.currency_code = 'USD' AND b.partner_id = p.id
    LEFT JOIN opening_balances e ON e.month = {end_month} AND e.currency_code = 'USD' AND e.partner_id = p.id
    LEFT JOIN opening_balances l ON l.month = (SELECT max(month) FROM closed_months) AND l.currency_code = 'USD' AND l.partner_id = p.id
    LEFT JOIN (SELECT partner_id, sum(amount) AS amount FROM ledger_entries
               WHERE currency_code = 'USD' AND date BETWEEN (SELECT max(month) FROM closed_months) AND 'infinity'
               GROUP BY partner_id) AS o ON o.partner_id = p.id
    LEFT JOIN (SELECT y.partner_id, max(y.batch_id) AS batch_id FROM payments y JOIN payment_batches b ON b.id = y.batch_id
               WHERE y.voided_at IS NULL AND y.currency_code = 'USD' AND b.period_start <= {end} AND b.period_end >= {start}
               GROUP BY y.partner_id) AS t ON t.partner_id = p.id
    WHERE p.currency_code = 'USD' OR (SELECT true FROM ledger_entries e WHERE e.partner_id = p.id AND e.currency_code = 'USD' LIMIT 1)
  ) AS figures
)
