-- The report of odd days, by ending balance: opening balances, and the entries of the two edge months, read once.
WITH edges AS MATERIALIZED (
  SELECT partner_id, sum(amount) FILTER (WHERE before) AS beginning, sum(amount) FILTER (WHERE NOT before) AS ending,
         sum(CASE WHEN before THEN -amount ELSE amount END) FILTER (WHERE kind = 'CLAWBACK') AS clawbacks,
         sum(CASE WHEN before THEN -amount ELSE amount END) FILTER (WHERE kind = 'ADJUSTMENT') AS adjustments,
         sum(CASE WHEN before THEN amount ELSE -amount END) FILTER (WHERE kind IN ('PAYMENT', 'PAYMENT_REVERSAL')) AS payments
  FROM (SELECT partner_id, kind, amount, true AS before FROM ledger_entries
        WHERE currency_code = 'USD' AND date >= {start_month} AND date < {start}
        UNION ALL
        SELECT partner_id, kind, amount, false FROM ledger_entries
        WHERE currency_code = 'USD' AND date >= {end_month} AND date <= {end}) AS e
  GROUP BY partner_id
)
SELECT p.code, round(f.beginning, 2), round(f.ending - f.beginning - f.clawbacks - f.adjustments + f.payments, 2),
       round(f.clawbacks, 2), round(f.adjustments, 2), round(f.payments, 2), round(f.ending, 2)
FROM (
  SELECT p.id, coalesce(b.balance, 0) + coalesce(x.beginning, 0) AS beginning, coalesce(e.balance, 0) + coalesce(x.ending, 0) AS ending,
         coalesce(e.clawed_back, 0) - coalesce(b.clawed_back, 0) + coalesce(x.clawbacks, 0) AS clawbacks,
         coalesce(e.adjusted, 0) - coalesce(b.adjusted, 0) + coalesce(x.adjustments, 0) AS adjustments,
         coalesce(e.paid, 0) - coalesce(b.paid, 0) + coalesce(x.payments, 0) AS payments
  FROM partners p
  LEFT JOIN opening_balances b ON b.month = {start_month} AND b.currency_code = 'USD' AND b.partner_id = p.id
  LEFT JOIN opening_balances e ON e.month = {end_month} AND e.currency_code = 'USD' AND e.partner_id = p.id
  LEFT JOIN edges x ON x.partner_id = p.id
  WHERE p.currency_code = 'USD' OR (SELECT true FROM ledger_entries e WHERE e.partner_id = p.id AND e.currency_code = 'USD' LIMIT 1)
  ORDER BY coalesce(e.balance, 0) + coalesce(x.ending, 0) DESC, p.id DESC LIMIT 50
) AS f JOIN partners p ON p.id = f.id
ORDER BY f.ending DESC, p.id DESC;

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
