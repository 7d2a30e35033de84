-- A page of a ledger behind a position: what there was before is summed once, from the last closed month. The position and the
-- end begin with the currency, so that no plan turns to the index of days, which small tables make look good.
WITH before AS MATERIALIZED (
  SELECT coalesce((SELECT balance FROM opening_balances WHERE month = m.month AND currency_code = 'USD' AND partner_id = $1), 0)
       + coalesce((SELECT sum(amount) FROM ledger_entries WHERE partner_id = $1 AND currency_code = 'USD'
                     AND date >= m.month AND (date, id) <= (CAST(CAST($2 AS text) AS date), $3)), 0) AS balance
  FROM (SELECT max(month) AS month FROM closed_months WHERE month <= CAST(CAST($2 AS text) AS date)) AS m
)
SELECT e.id, date, kind, amount, before.balance + sum(amount) OVER (ORDER BY date, id), description, source,
       to_char(recorded_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
FROM (
  SELECT * FROM ledger_entries
  WHERE partner_id = $1 AND (currency_code, date, id) > ('USD', CAST(CAST($2 AS text) AS date), $3)
    AND (currency_code, date) <= ('USD', CAST(CAST($4 AS text) AS date))
  ORDER BY currency_code, date, id LIMIT 51
) AS e, before
ORDER BY date, e.id
