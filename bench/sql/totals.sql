-- The count and the totals of the report over whole months, of everybody.
SELECT (SELECT count(*) FROM partners p WHERE p.currency_code = 'USD'
          OR (SELECT true FROM ledger_entries e WHERE e.partner_id = p.id AND e.currency_code = 'USD' LIMIT 1)),
       round(beginning, 2), round(ending - beginning - clawbacks - adjustments + payments, 2), round(clawbacks, 2),
       round(adjustments, 2), round(payments, 2), round(ending, 2)
FROM (
  SELECT sum(balance) FILTER (WHERE side = -1) AS beginning, sum(balance) FILTER (WHERE side = 1) AS ending,
         sum(side * clawed_back) AS clawbacks, sum(side * adjusted) AS adjustments, sum(side * paid) AS payments
  FROM (SELECT -1 AS side, * FROM opening_balances WHERE month = CAST(CAST($1 AS text) AS date) AND currency_code = 'USD'
        UNION ALL
        SELECT 1, * FROM opening_balances WHERE month = CAST(CAST($2 AS text) AS date) AND currency_code = 'USD') AS sides
) AS f
