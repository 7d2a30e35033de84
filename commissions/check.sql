-- Orders beside their lines, commissions beside what was clawed back of them, where they don't fit.
SELECT 'total of order ' || o.order_id AS what, CAST(l.total AS text) AS expected, CAST(o.total AS text) AS found
FROM orders o CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS total FROM order_lines WHERE order_id = o.order_id) AS l
WHERE o.total <> l.total
UNION ALL
SELECT 'refunds of order ' || o.order_id, 'at most ' || o.total, CAST(sum(r.amount) AS text)
FROM orders o JOIN refunds r USING (order_id)
GROUP BY o.order_id HAVING sum(r.amount) > o.total
UNION ALL
SELECT format('clawbacks of %s, partner %s', c.source, c.partner_id), 'at most ' || c.amount, CAST(-sum(b.amount) AS text)
FROM ledger_entries c JOIN ledger_entries b ON b.partner_id = c.partner_id AND b.commission_source = c.source
GROUP BY c.partner_id, c.source, c.amount HAVING -sum(b.amount) > c.amount
