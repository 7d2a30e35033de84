-- The sums of all ledgers of a currency up to the first day of each of some months.
SELECT d.day AS month, coalesce(sum(p.balance), 0) AS balance, coalesce(sum(p.clawed_back), 0) AS clawed_back,
       coalesce(sum(p.adjusted), 0) AS adjusted, coalesce(sum(p.paid), 0) AS paid
FROM unnest(CAST(@days AS date[])) AS d (day)
CROSS JOIN LATERAL (
  SELECT coalesce(max(month), DATE '1800-01-01') AS month FROM closed_months WHERE month <= d.day
) AS m
LEFT JOIN LATERAL (
  SELECT balance, clawed_back, adjusted, paid FROM opening_balances WHERE month = m.month AND currency_code = @currency
  UNION ALL
  SELECT amount,
         CASE WHEN kind = 'CLAWBACK' THEN amount ELSE 0 END,
         CASE WHEN kind = 'ADJUSTMENT' THEN amount ELSE 0 END,
         CASE WHEN kind IN ('PAYMENT', 'PAYMENT_REVERSAL') THEN -amount ELSE 0 END
  FROM ledger_entries WHERE currency_code = @currency AND date >= m.month AND date < d.day
) AS p ON true
GROUP BY d.day ORDER BY d.day
