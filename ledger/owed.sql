-- What is owed now: every entry of the currency, whatever its date.
SELECT partner_id, sum(balance) AS owed_now
FROM (
  SELECT partner_id, balance
  FROM opening_balances
  WHERE month = {last_month} AND currency_code = @currency {of_partner}
  UNION ALL
  SELECT partner_id, amount
  FROM ledger_entries
  WHERE currency_code = @currency AND date >= {last_month} {of_partner}
) AS parts
GROUP BY partner_id
