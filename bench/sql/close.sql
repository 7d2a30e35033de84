-- Carries every ledger forward to the first day of a month, from the month before.
BEGIN;
SELECT lock_ledger_entries();
INSERT INTO closed_months (month, closed_at) VALUES ({month}, now());
INSERT INTO opening_balances (month, currency_code, partner_id, balance, clawed_back, adjusted, paid)
SELECT {month}, currency_code, partner_id, sum(balance), sum(clawed_back), sum(adjusted), sum(paid)
FROM (
  SELECT currency_code, partner_id, balance, clawed_back, adjusted, paid FROM opening_balances WHERE month = {last}
  UNION ALL
  SELECT currency_code, partner_id, amount,
         CASE WHEN kind = 'CLAWBACK' THEN amount ELSE 0 END, CASE WHEN kind = 'ADJUSTMENT' THEN amount ELSE 0 END,
         CASE WHEN kind IN ('PAYMENT', 'PAYMENT_REVERSAL') THEN -amount ELSE 0 END
  FROM ledger_entries WHERE date >= {last} AND date < {month}
) AS s
GROUP BY currency_code, partner_id;
COMMIT;
