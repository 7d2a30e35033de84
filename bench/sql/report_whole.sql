-- The report of whole months, by ending balance: the page by that balance alone, then differences of two opening balances.
SELECT f.code, round(coalesce(b.balance, 0), 2),
       round(f.ending + coalesce(e.paid - e.clawed_back - e.adjusted, 0) - coalesce(b.balance + b.paid - b.clawed_back - b.adjusted, 0), 2),
       round(coalesce(e.clawed_back, 0) - coalesce(b.clawed_back, 0), 2), round(coalesce(e.adjusted, 0) - coalesce(b.adjusted, 0), 2),
       round(coalesce(e.paid, 0) - coalesce(b.paid, 0), 2), round(f.ending, 2)
FROM (
  SELECT p.id, p.code, coalesce(e.balance, 0) AS ending
  FROM partners p
  LEFT JOIN opening_balances e ON e.month = {end_month} AND e.currency_code = 'USD' AND e.partner_id = p.id
  WHERE p.currency_code = 'USD' OR (SELECT true FROM ledger_entries e WHERE e.partner_id = p.id AND e.currency_code = 'USD' LIMIT 1)
  ORDER BY coalesce(e.balance, 0) DESC, p.id DESC LIMIT 50
) AS f
LEFT JOIN opening_balances b ON b.month = {start_month} AND b.currency_code = 'USD' AND b.partner_id = f.id
LEFT JOIN opening_balances e ON e.month = {end_month} AND e.currency_code = 'USD' AND e.partner_id = f.id
ORDER BY f.ending DESC, f.id DESC;

SELECT (SELECT count(*) FROM partners p WHERE p.currency_code = 'USD'
          OR (SELECT true FROM ledger_entries e WHERE e.partner_id = p.id AND e.currency_code = 'USD' LIMIT 1)),
       round(beginning, 2), round(ending - beginning - clawbacks - adjustments + payments, 2), round(clawbacks, 2),
       round(adjustments, 2), round(payments, 2), round(ending, 2)
FROM (
  SELECT sum(balance) FILTER (WHERE side = -1) AS beginning, sum(balance) FILTER (WHERE side = 1) AS ending,
         sum(side * clawed_back) AS clawbacks, sum(side * adjusted) AS adjustments, sum(side * paid) AS payments
  FROM (SELECT -1 AS side, * FROM opening_balances WHERE month = {start_month} AND currency_code = 'USD'
        UNION ALL
        SELECT 1, * FROM opening_balances WHERE month = {end_month} AND currency_code = 'USD') AS sides
) AS f;
