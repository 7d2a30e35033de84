INSERT INTO orders (order_id, ordered_at, date, partner_id, currency_code, total, chain, content_hash, recorded_at)
SELECT $1, now(), CAST(now() AT TIME ZONE 'UTC' AS date), p.id, 'USD', 47.25, array_remove(ARRAY[p.id, parent.id, parent.parent_id], NULL),
       encode(sha256(convert_to($1, 'UTF8')), 'hex'), now()
FROM partners p LEFT JOIN partners parent ON parent.id = p.parent_id WHERE p.id = $2
ON CONFLICT (order_id) DO NOTHING
