-- The balance right after each of some entries.
SELECT k.partner_id, k.id, (
  SELECT coalesce(sum(balance), 0) FROM (
    SELECT o.balance FROM opening_balances o
    WHERE o.month = m.month AND o.currency_code = k.currency_code AND o.partner_id = k.partner_id
    UNION ALL
    SELECT e.amount FROM ledger_entries e
    WHERE e.partner_id = k.partner_id AND e.currency_code = k.currency_code
      AND e.date >= m.month AND (e.date, e.id) <= (k.date, k.id)
  ) AS parts
) AS balance
FROM json_to_recordset(CAST(@entries AS json)) AS k (partner_id bigint, currency_code text, date date, id bigint)
CROSS JOIN LATERAL (
  SELECT coalesce(max(month), DATE '1800-01-01') AS month FROM closed_months WHERE month <= k.date
) AS m
