-- One row a partner: who it is, and the figures of the ledger. What there was before the period, and what there was at its
-- end, is an opening balance (s, e) and what has moved between it and the edge of the period (b, a); there is one opening
-- balance a partner and month, so nothing is summed but entries.
SELECT p.id AS partner_id, p.code, p.name, p.email, p.status, f.beginning_balance,
       f.ending_balance - f.beginning_balance - f.clawbacks - f.adjustments + f.payments AS commissions_earned,
       f.clawbacks, f.adjustments, f.payments, f.ending_balance
       {owed_now}
FROM (SELECT p.id, p.code, p.name, p.email, p.status FROM partners p {cut_join} WHERE {partners} {cut}) AS p
LEFT JOIN opening_balances s ON s.month = {start_month} AND s.currency_code = @currency AND s.partner_id = p.id
LEFT JOIN opening_balances e ON e.month = {end_month} AND e.currency_code = @currency AND e.partner_id = p.id
LEFT JOIN {before} AS b ON b.partner_id = p.id
LEFT JOIN {after} AS a ON a.partner_id = p.id
CROSS JOIN LATERAL (
  SELECT coalesce(s.balance, 0) + coalesce(b.balance, 0) AS beginning_balance,
         coalesce(e.balance, 0) + coalesce(a.balance, 0) AS ending_balance,
         coalesce(e.clawed_back, 0) + coalesce(a.clawed_back, 0) - coalesce(s.clawed_back, 0) - coalesce(b.clawed_back, 0) AS clawbacks,
         coalesce(e.adjusted, 0) + coalesce(a.adjusted, 0) - coalesce(s.adjusted, 0) - coalesce(b.adjusted, 0) AS adjustments,
         coalesce(e.paid, 0) + coalesce(a.paid, 0) - coalesce(s.paid, 0) - coalesce(b.paid, 0) AS payments
) AS f
{owed_join}
