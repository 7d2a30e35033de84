WITH recorded AS (
  INSERT INTO ledger_entries (partner_id, currency_code, date, kind, amount, source, description, recorded_at)
  VALUES ($2, 'USD', CAST(now() AT TIME ZONE 'UTC' AS date), 'COMMISSION', 4.73, 'order:' || $1 || '/1', 'Order ' || $1 || ', level 1', now())
  ON CONFLICT (partner_id, source) DO NOTHING
  RETURNING *
)
INSERT INTO opening_balances AS o (month, currency_code, partner_id, balance, clawed_back, adjusted, paid)
SELECT m.month, r.currency_code, r.partner_id, r.amount, 0, 0, 0 FROM recorded r JOIN closed_months m ON m.month > r.date
ON CONFLICT (month, currency_code, partner_id) DO UPDATE SET balance = o.balance + excluded.balance
