-- The sums of the ledgers of a currency before a period and up to its end: an opening balance each, and the entries
-- between it and the edge of the period. side -1 is what was before the period, side 1 what was at its end.
SELECT partner_id,
       coalesce(sum(balance) FILTER (WHERE side = -1), 0) AS beginning_balance,
       coalesce(sum(balance) FILTER (WHERE side = 1), 0)  AS ending_balance,
       sum(side * clawed_back) AS clawbacks,
       sum(side * adjusted)    AS adjustments,
       sum(side * paid)        AS payments
FROM (
  SELECT partner_id, -1 AS side, balance, clawed_back, adjusted, paid
  FROM opening_balances
  WHERE month = {start_month} AND currency_code = @currency {of_partner}
  UNION ALL
  SELECT partner_id, 1, balance, clawed_back, adjusted, paid
  FROM opening_balances
  WHERE month = {end_month} AND currency_code = @currency {of_partner}
  UNION ALL
  SELECT partner_id, -1, amount,
         CASE WHEN kind = 'CLAWBACK' THEN amount ELSE 0 END,
         CASE WHEN kind = 'ADJUSTMENT' THEN amount ELSE 0 END,
         CASE WHEN kind IN ('PAYMENT', 'PAYMENT_REVERSAL') THEN -amount ELSE 0 END
  FROM ledger_entries
  WHERE currency_code = @currency AND date >= {start_month} AND date < @start {of_partner}
  UNION ALL
  SELECT partner_id, 1, amount,
         CASE WHEN kind = 'CLAWBACK' THEN amount ELSE 0 END,
         CASE WHEN kind = 'ADJUSTMENT' THEN amount ELSE 0 END,
         CASE WHEN kind IN ('PAYMENT', 'PAYMENT_REVERSAL') THEN -amount ELSE 0 END
  FROM ledger_entries
  WHERE currency_code = @currency AND date >= {end_month} AND date <= @end {of_partner}
) AS sides
GROUP BY partner_id
