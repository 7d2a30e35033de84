carried AS (
  -- What was recorded in months that are closed is added to the opening balances of every closed month after it. Rows
  -- are locked in the order of the key, so that two who record the like never deadlock.
  INSERT INTO opening_balances AS o (month, currency_code, partner_id, balance, clawed_back, adjusted, paid)
  SELECT m.month, r.currency_code, r.partner_id, sum(r.amount),
         coalesce(sum(r.amount) FILTER (WHERE r.kind = 'CLAWBACK'), 0),
         coalesce(sum(r.amount) FILTER (WHERE r.kind = 'ADJUSTMENT'), 0),
         coalesce(sum(-r.amount) FILTER (WHERE r.kind IN ('PAYMENT', 'PAYMENT_REVERSAL')), 0)
  FROM recorded r JOIN closed_months m ON m.month > r.date
  GROUP BY m.month, r.currency_code, r.partner_id
  ORDER BY m.month, r.currency_code, r.partner_id
  ON CONFLICT (month, currency_code, partner_id) DO UPDATE SET
    balance = o.balance + excluded.balance, clawed_back = o.clawed_back + excluded.clawed_back,
    adjusted = o.adjusted + excluded.adjusted, paid = o.paid + excluded.paid
)
