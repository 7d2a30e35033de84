-- A page of each ledger's entries behind a position, with the balance after each: what there was before the page, from
-- the opening balance of the last closed month, plus the entries of the page one by one. What there was before is found
-- once a ledger, never once an entry. Positions begin with the currency, as the primary key does behind the partner: no plan
-- then turns to the index of days. The first LIMIT cuts nothing: without it a plan for all parameters seems ten times as dear as
-- one for these, and Postgres plans every time.
WITH ledgers AS MATERIALIZED (
  SELECT k.partner_id, k.currency_code, before.balance
  FROM (SELECT * FROM unnest(CAST(@partner_ids AS bigint[]), CAST(@currencies AS text[])) LIMIT @ledgers) AS k (partner_id, currency_code)
  CROSS JOIN (SELECT {start_month} AS month) AS m
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(balance), 0) AS balance FROM (
      SELECT o.balance FROM opening_balances o
      WHERE o.month = m.month AND o.currency_code = k.currency_code AND o.partner_id = k.partner_id
      UNION ALL
      SELECT b.amount FROM ledger_entries b
      WHERE b.partner_id = k.partner_id AND (b.currency_code, b.date) >= (k.currency_code, m.month)
        AND (b.currency_code, b.date, b.id) <= (k.currency_code, @start, @after_id)
    ) AS parts
  ) AS before
)
SELECT e.*, l.balance + sum(e.amount) OVER (PARTITION BY e.partner_id, e.currency_code ORDER BY e.date, e.id) AS balance
FROM ledgers l
CROSS JOIN LATERAL (
  SELECT * FROM ledger_entries e
  WHERE e.partner_id = l.partner_id AND (e.currency_code, e.date, e.id) > (l.currency_code, @start, @after_id)
    AND (e.currency_code, e.date) <= (l.currency_code, @end)
  ORDER BY e.currency_code, e.date, e.id
  LIMIT @limit
) AS e
ORDER BY e.partner_id, e.currency_code, e.date, e.id
