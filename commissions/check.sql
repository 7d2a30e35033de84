-- Orders beside their lines, and beside what was refunded of them, where they don't fit.
SELECT 'total of order ' || o.order_id AS what, CAST(l.total AS text) AS expected, CAST(o.total AS text) AS found
FROM orders o CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS total FROM order_lines WHERE order_id = o.order_id) AS l
WHERE {o.order_id} AND o.total <> l.total
UNION ALL
SELECT 'refunds of order ' || o.order_id, 'at most ' || o.total, CAST(sum(r.amount) AS text)
FROM orders o JOIN refunds r ON r.order_id = o.order_id
WHERE {r.order_id}
GROUP BY o.order_id HAVING sum(r.amount) > o.total
