-- The first page of a search by name, with the count and the totals of all that it finds in its first row.
WITH found AS MATERIALIZED (
  SELECT p.id, p.code, p.name, coalesce(b.balance, 0) AS beginning, coalesce(e.balance, 0) AS ending,
         coalesce(e.clawed_back, 0) - coalesce(b.clawed_back, 0) AS clawbacks,
         coalesce(e.adjusted, 0) - coalesce(b.adjusted, 0) AS adjustments, coalesce(e.paid, 0) - coalesce(b.paid, 0) AS payments
  FROM partners p
  LEFT JOIN LATERAL (SELECT * FROM opening_balances WHERE month = CAST(CAST($2 AS text) AS date) AND currency_code = 'USD' AND partner_id = p.id) AS b ON true
  LEFT JOIN LATERAL (SELECT * FROM opening_balances WHERE month = CAST(CAST($3 AS text) AS date) AND currency_code = 'USD' AND partner_id = p.id) AS e ON true
  WHERE p.search LIKE lower($1 COLLATE "und-x-icu") AND (p.currency_code = 'USD'
    OR (SELECT true FROM ledger_entries e WHERE e.partner_id = p.id AND e.currency_code = 'USD' LIMIT 1))
)
(SELECT CAST(count(*) AS text) AS id, NULL AS code, NULL AS name, round(coalesce(sum(beginning), 0), 2) AS beginning,
   round(coalesce(sum(ending - beginning - clawbacks - adjustments + payments), 0), 2) AS earned, round(coalesce(sum(clawbacks), 0), 2) AS clawbacks,
   round(coalesce(sum(adjustments), 0), 2) AS adjustments, round(coalesce(sum(payments), 0), 2) AS payments, round(coalesce(sum(ending), 0), 2) AS ending FROM found)
UNION ALL
(SELECT CAST(id AS text), code, name, round(beginning, 2), round(ending - beginning - clawbacks - adjustments + payments, 2),
   round(clawbacks, 2), round(adjustments, 2), round(payments, 2), round(ending, 2) FROM found ORDER BY found.name, found.id LIMIT 51)
