-- Every opening balance beside the sums of the entries before its day, where the two differ.
WITH RECURSIVE days AS (
  -- Of which months and currencies there are any, found by stepping through the index: partners are its last column.
  (SELECT month, currency_code FROM opening_balances ORDER BY month, currency_code LIMIT 1)
  UNION ALL
  SELECT next.* FROM days d CROSS JOIN LATERAL (
    SELECT month, currency_code FROM opening_balances o
    WHERE (o.month, o.currency_code) > (d.month, d.currency_code) ORDER BY month, currency_code LIMIT 1) AS next
), stored AS (
  SELECT o.* FROM days d JOIN opening_balances o USING (month, currency_code) WHERE {o.partner_id}
), moved AS (
  -- What each ledger moved up to each closed month since the one before.
  SELECT (SELECT min(m.month) FROM closed_months m WHERE m.month > e.date) AS month, currency_code, partner_id,
         sum(amount) AS balance,
         coalesce(sum(amount) FILTER (WHERE kind = 'CLAWBACK'), 0) AS clawed_back,
         coalesce(sum(amount) FILTER (WHERE kind = 'ADJUSTMENT'), 0) AS adjusted,
         coalesce(sum(-amount) FILTER (WHERE kind IN ('PAYMENT', 'PAYMENT_REVERSAL')), 0) AS paid
  FROM ledger_entries e WHERE {e.partner_id} GROUP BY 1, 2, 3
), since AS (
  SELECT currency_code, partner_id, min(month) AS month FROM moved WHERE month IS NOT NULL GROUP BY 1, 2
), expected AS (
  SELECT c.month, s.currency_code, s.partner_id,
         sum(coalesce(m.balance, 0))     OVER ledger AS balance,
         sum(coalesce(m.clawed_back, 0)) OVER ledger AS clawed_back,
         sum(coalesce(m.adjusted, 0))    OVER ledger AS adjusted,
         sum(coalesce(m.paid, 0))        OVER ledger AS paid
  FROM since s JOIN closed_months c ON c.month >= s.month
  LEFT JOIN moved m ON m.month = c.month AND m.currency_code = s.currency_code AND m.partner_id = s.partner_id
  WINDOW ledger AS (PARTITION BY s.currency_code, s.partner_id ORDER BY c.month)
)
SELECT format('opening balance of partner %s (%s), %s, %s',
         (SELECT code FROM partners WHERE id = partner_id), partner_id, currency_code, month) AS what,
       CASE WHEN e.balance IS NULL THEN 'no row'
            ELSE format('balance %s, clawed back %s, adjusted %s, paid %s', e.balance, e.clawed_back, e.adjusted, e.paid) END AS expected,
       CASE WHEN o.balance IS NULL THEN 'no row'
            ELSE format('balance %s, clawed back %s, adjusted %s, paid %s', o.balance, o.clawed_back, o.adjusted, o.paid) END AS found
FROM expected e FULL JOIN stored o USING (month, currency_code, partner_id)
WHERE (e.balance, e.clawed_back, e.adjusted, e.paid) IS DISTINCT FROM (o.balance, o.clawed_back, o.adjusted, o.paid)
ORDER BY month, 1
