-- A page of the report by name, behind a partner: the partners first, then their opening balances.
SELECT p.id, p.code, p.name, round(coalesce(b.balance, 0), 2),
       round(coalesce(e.balance - e.clawed_back - e.adjusted + e.paid, 0) - coalesce(b.balance - b.clawed_back - b.adjusted + b.paid, 0), 2),
       round(coalesce(e.clawed_back, 0) - coalesce(b.clawed_back, 0), 2), round(coalesce(e.adjusted, 0) - coalesce(b.adjusted, 0), 2),
       round(coalesce(e.paid, 0) - coalesce(b.paid, 0), 2), round(coalesce(e.balance, 0), 2)
FROM (
  SELECT p.id, p.code, p.name FROM partners p
  WHERE (p.name, p.id) > (CAST($1 AS text) COLLATE "und-x-icu", CAST($2 AS bigint)) AND (p.currency_code = 'USD'
    OR (SELECT true FROM ledger_entries e WHERE e.partner_id = p.id AND e.currency_code = 'USD' LIMIT 1))
  ORDER BY p.name, p.id LIMIT 51
) AS p
LEFT JOIN opening_balances b ON b.month = CAST(CAST($3 AS text) AS date) AND b.currency_code = 'USD' AND b.partner_id = p.id
LEFT JOIN opening_balances e ON e.month = CAST(CAST($4 AS text) AS date) AND e.currency_code = 'USD' AND e.partner_id = p.id
ORDER BY p.name, p.id
