-- The report of odd days, by ending balance: the page by that balance alone, from opening balances and the entries of the
-- month of the end; then the other figures of the page.
SELECT f.code, round(x.beginning, 2), round(f.ending - x.beginning - x.clawbacks - x.adjustments + x.payments, 2),
       round(x.clawbacks, 2), round(x.adjustments, 2), round(x.payments, 2), round(f.ending, 2)
FROM (
  SELECT p.id, p.code, coalesce(e.balance, 0) + coalesce(a.balance, 0) AS ending
  FROM partners p
  LEFT JOIN opening_balances e ON e.month = {end_month} AND e.currency_code = 'USD' AND e.partner_id = p.id
  LEFT JOIN (SELECT partner_id, sum(amount) AS balance FROM ledger_entries
             WHERE currency_code = 'USD' AND date >= {end_month} AND date <= {end} GROUP BY partner_id) AS a ON a.partner_id = p.id
  WHERE p.currency_code = 'USD' OR (SELECT true FROM ledger_entries e WHERE e.partner_id = p.id AND e.currency_code = 'USD' LIMIT 1)
  ORDER BY coalesce(e.balance, 0) + coalesce(a.balance, 0) DESC, p.id DESC LIMIT 50
) AS f
CROSS JOIN LATERAL (
  SELECT coalesce(sum(balance) FILTER (WHERE side = -1), 0) AS beginning, coalesce(sum(side * clawed_back), 0) AS clawbacks,
         coalesce(sum(side * adjusted), 0) AS adjustments, coalesce(sum(side * paid), 0) AS payments
  FROM (SELECT -1 AS side, balance, clawed_back, adjusted, paid FROM opening_balances
        WHERE month = {start_month} AND currency_code = 'USD' AND partner_id = f.id
        UNION ALL
        SELECT 1, balance, clawed_back, adjusted, paid FROM opening_balances
        WHERE month = {end_month} AND currency_code = 'USD' AND partner_id = f.id
        UNION ALL
        SELECT side, amount, CASE kind WHEN 'CLAWBACK' THEN amount ELSE 0 END, CASE kind WHEN 'ADJUSTMENT' THEN amount ELSE 0 END,
               CASE WHEN kind IN ('PAYMENT', 'PAYMENT_REVERSAL') THEN -amount ELSE 0 END
        FROM (SELECT -1 AS side, kind, amount FROM ledger_entries
              WHERE partner_id = f.id AND currency_code = 'USD' AND date >= {start_month} AND date < {start}
              UNION ALL
              SELECT 1, kind, amount FROM ledger_entries
              WHERE partner_id = f.id AND currency_code = 'USD' AND date >= {end_month} AND date <= {end}) AS e) AS sides
) AS x
ORDER BY f.ending DESC, f.id DESC;

SELECT (SELECT count(*) FROM partners p WHERE p.currency_code = 'USD'
          OR (SELECT true FROM ledger_entries e WHERE e.partner_id = p.id AND e.currency_code = 'USD' LIMIT 1)),
       round(beginning, 2), round(ending - beginning - clawbacks - adjustments + payments, 2), round(clawbacks, 2),
       round(adjustments, 2), round(payments, 2), round(ending, 2)
FROM (
  SELECT sum(balance) FILTER (WHERE side = -1) AS beginning, sum(balance) FILTER (WHERE side = 1) AS ending,
         sum(side * clawed_back) AS clawbacks, sum(side * adjusted) AS adjustments, sum(side * paid) AS payments
  FROM (SELECT -1 AS side, balance, clawed_back, adjusted, paid FROM opening_balances WHERE month = {start_month} AND currency_code = 'USD'
        UNION ALL
        SELECT 1, balance, clawed_back, adjusted, paid FROM opening_balances WHERE month = {end_month} AND currency_code = 'USD'
        UNION ALL
        SELECT side, sum(amount), sum(amount) FILTER (WHERE kind = 'CLAWBACK'), sum(amount) FILTER (WHERE kind = 'ADJUSTMENT'),
               -sum(amount) FILTER (WHERE kind IN ('PAYMENT', 'PAYMENT_REVERSAL'))
        FROM (SELECT -1 AS side, kind, amount FROM ledger_entries WHERE currency_code = 'USD' AND date >= {start_month} AND date < {start}
              UNION ALL
              SELECT 1, kind, amount FROM ledger_entries WHERE currency_code = 'USD' AND date >= {end_month} AND date <= {end}) AS e
        GROUP BY side) AS sides
) AS f;
