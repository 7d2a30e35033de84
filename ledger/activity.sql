-- The sums of the ledgers of a currency up to the first day of each of some months: of each of some partners alone, or,
-- without the condition, of all partners, for the one row that stands for them.
SELECT k.partner_id, d.day AS month, coalesce(sum(p.balance), 0) AS balance, coalesce(sum(p.clawed_back), 0) AS clawed_back,
       coalesce(sum(p.adjusted), 0) AS adjusted, coalesce(sum(p.paid), 0) AS paid
FROM unnest(CAST(@partner_ids AS bigint[])) AS k (partner_id)
CROSS JOIN unnest(CAST(@days AS date[])) AS d (day)
CROSS JOIN LATERAL (
  SELECT coalesce(max(month), DATE '1800-01-01') AS month FROM closed_months WHERE month <= d.day
) AS m
LEFT JOIN LATERAL (
  SELECT balance, clawed_back, adjusted, paid FROM opening_balances
  WHERE month = m.month AND currency_code = @currency {of_partner}
  UNION ALL
  SELECT amount,
         CASE WHEN kind = 'CLAWBACK' THEN amount ELSE 0 END,
         CASE WHEN kind = 'ADJUSTMENT' THEN amount ELSE 0 END,
         CASE WHEN kind IN ('PAYMENT', 'PAYMENT_REVERSAL') THEN -amount ELSE 0 END
  FROM ledger_entries WHERE currency_code = @currency AND date >= m.month AND date < d.day {of_partner}
) AS p ON true
GROUP BY k.partner_id, d.day ORDER BY k.partner_id, d.day
