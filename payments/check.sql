-- Payments beside their entries, where they differ.
SELECT 'entries of payment ' || p.id || ' to partner ' || p.partner_id AS what,
       CASE WHEN p.voided_at IS NULL THEN format('%s paid', p.amount) ELSE format('%s paid and taken back', p.amount) END AS expected,
       format('%s paid, %s taken back', e.paid, e.reversed) AS found
FROM payments p CROSS JOIN LATERAL (
  SELECT coalesce(sum(-amount) FILTER (WHERE kind = 'PAYMENT'), 0) AS paid,
         coalesce(sum(amount) FILTER (WHERE kind = 'PAYMENT_REVERSAL'), 0) AS reversed
  FROM ledger_entries e
  WHERE e.partner_id = p.partner_id AND e.payment_id = p.id AND e.currency_code = p.currency_code
    AND e.source IN ('payment:' || p.id, 'payment:' || p.id || '/void')
) AS e
WHERE {p.partner_id} AND (e.paid <> p.amount OR e.reversed <> CASE WHEN p.voided_at IS NULL THEN 0 ELSE p.amount END)
