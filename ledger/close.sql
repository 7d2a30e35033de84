-- Carries every ledger forward to the first day of a month, from the last closed month before it.
WITH closed AS (
  INSERT INTO closed_months (month, closed_at) VALUES (@month, @now) RETURNING month
)
INSERT INTO opening_balances (month, currency_code, partner_id, balance, clawed_back, adjusted, paid)
SELECT c.month, s.currency_code, s.partner_id, sum(s.balance), sum(s.clawed_back), sum(s.adjusted), sum(s.paid)
FROM closed c, (
  SELECT currency_code, partner_id, balance, clawed_back, adjusted, paid FROM opening_balances WHERE month = @last
  UNION ALL
  SELECT currency_code, partner_id, amount,
         CASE WHEN kind = 'CLAWBACK' THEN amount ELSE 0 END,
         CASE WHEN kind = 'ADJUSTMENT' THEN amount ELSE 0 END,
         CASE WHEN kind IN ('PAYMENT', 'PAYMENT_REVERSAL') THEN -amount ELSE 0 END
  FROM ledger_entries WHERE date >= @last AND date < @month
) AS s
GROUP BY c.month, s.currency_code, s.partner_id
