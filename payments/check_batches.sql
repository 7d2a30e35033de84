-- Batches beside their payments, where they differ.
SELECT 'batch ' || b.batch_id AS what, format('%s payments, %s, %s skipped', p.count, p.total, s.count) AS expected,
       format('%s payments, %s, %s skipped', b.payment_count, b.total, b.skipped_count) AS found
FROM payment_batches b
CROSS JOIN LATERAL (SELECT count(*), coalesce(sum(amount), 0) AS total FROM payments WHERE batch_id = b.id) AS p
CROSS JOIN LATERAL (SELECT count(*) FROM skipped_partners WHERE batch_id = b.id) AS s
WHERE {b.id} AND (b.payment_count, b.total, b.skipped_count) <> (p.count, p.total, s.count)
