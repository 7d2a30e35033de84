-- Partners. Which of them earns how much has nothing to do with its id or its name.
INSERT INTO partners (id, code, name, email, status, currency_code, parent_id, created_at)
SELECT n, 'RP' || lpad(CAST(n AS text), 6, '0'),
       (ARRAY['Amber', 'Blue', 'Bright', 'Cedar', 'Clear', 'Coral', 'Crimson', 'Early', 'Ember', 'Fern', 'Golden', 'Green',
              'Hazel', 'Ivory', 'Jade', 'Linden', 'Maple', 'Noble', 'Olive', 'Quiet', 'River', 'Silver', 'Swift', 'Étoile'])[1 + h % 24]
       || ' ' ||
       (ARRAY['Anchor', 'Bay', 'Beacon', 'Bridge', 'Brook', 'Canyon', 'Cliff', 'Coast', 'Field', 'Forest', 'Gate', 'Harbor',
              'Hill', 'Island', 'Lake', 'Meadow', 'Mill', 'Mountain', 'Orchard', 'Peak', 'Plain', 'Shore', 'Stone', 'Valley'])[1 + (h >> 8) % 24]
       || ' ' ||
       (ARRAY['Blog', 'Books', 'Deals', 'Digital', 'Guides', 'Ideas', 'Media', 'News', 'Partners', 'Reviews', 'Studio', 'Travel'])[1 + (h >> 16) % 12],
       'partner' || n || '@example.com',
       CASE WHEN (h >> 24) % 33 = 0 THEN 'INACTIVE' ELSE 'ACTIVE' END, 'USD',
       CASE WHEN (h >> 32) % 5 = 0 AND n > 1 THEN 1 + (h >> 36) % (n - 1) END,
       CAST(@first AS date) + time '09:00'
FROM (SELECT n, hashint8extended(n, @seed) & 9223372036854775807 AS h FROM generate_series(1, @partners) AS n) AS hashed;

-- Entries, as they are made: what is written of each follows from its kind and number.
CREATE TEMPORARY TABLE made (partner_id bigint, date date, kind text, n bigint, amount numeric, at timestamptz);

-- Commissions, and an adjustment now and then, day by day. The partner of rank r gets entries in proportion to 1/√r, and
-- amounts to 1/∜r: of 100,000 partners the biggest has 64,000 of 20 million entries, and a fifth earns two thirds. The
-- business has tripled in these years.
INSERT INTO made
SELECT rank * 7919 % @partners + 1, date, kind, i, CASE WHEN kind = 'ADJUSTMENT' AND h2 % 2 = 0 THEN -amount ELSE amount END,
       date + time '08:00' + make_interval(secs => (h2 >> 8) % 36000)
FROM (
  SELECT i, h2, CAST(floor(@partners * u * u) AS bigint) AS rank,
         CAST(@first AS date) + CAST(floor(@days * so_far * (1.5 - 0.5 * so_far)) AS integer) AS date,
         CASE WHEN h2 % 500 = 1 THEN 'ADJUSTMENT' ELSE 'COMMISSION' END AS kind,
         round(CAST((0.5 + 20 * v * v * v) / sqrt(sqrt((floor(@partners * u * u) + 1) / @partners)) AS numeric), 2) AS amount
  FROM (
    SELECT i, h2, CAST(i - 1 AS float8) / @entries AS so_far,
           CAST((h1 >> 11) & 4503599627370495 AS float8) / 4503599627370496 AS u,
           CAST((h2 >> 11) & 4503599627370495 AS float8) / 4503599627370496 AS v
    FROM (SELECT i, hashint8extended(i, @seed + 1) AS h1, hashint8extended(i, @seed + 2) & 9223372036854775807 AS h2
          FROM generate_series(1, @entries) AS i) AS hashed
  ) AS drawn
) AS drawn;

-- Clawbacks of 3 % of the commissions, of all or a part, within six weeks.
INSERT INTO made
SELECT partner_id, day, 'CLAWBACK', n, -CASE h >> 16 & 3 WHEN 0 THEN round(amount / 2, 2) WHEN 1 THEN round(amount / 4, 2) ELSE amount END,
       day + time '18:00'
FROM (SELECT *, date + 1 + CAST(h % 42 AS integer) AS day
      FROM (SELECT *, hashint8extended(n, @seed + 3) & 9223372036854775807 AS h FROM made WHERE kind = 'COMMISSION') AS hashed) AS refunded
WHERE (h >> 20) % 100 < 3 AND day <= @last;

-- Payments, in a batch a month: the ending balance of the month before. The biggest fifth is paid each month, the next third
-- each quarter, the others each half-year. What was paid in all never falls behind: a negative balance is carried. The last
-- month isn't paid yet: that is what is measured.
INSERT INTO payments (partner_id, id, batch_id, currency_code, amount, type, date, beginning_balance, commissions, adjustments,
  payments, ending_balance, created_at, created_by)
SELECT partner_id, row_number() OVER (ORDER BY month, partner_id), dense_rank() OVER (ORDER BY month), 'USD', amount,
       'BANK_TRANSFER', paid, amount - moved, moved, 0, 0, amount, paid + time '09:00', 'bench'
FROM (
  SELECT *, owed - lag(owed, 1, 0.0) OVER (PARTITION BY partner_id ORDER BY month) AS amount,
         CAST(month + interval '1 month' AS date) + 4 AS paid
  FROM (
    SELECT *, greatest(0, max(balance) OVER (PARTITION BY partner_id ORDER BY month)) AS owed
    FROM (
      SELECT partner_id, month, sum(amount) AS moved, sum(sum(amount)) OVER (PARTITION BY partner_id ORDER BY month) AS balance
      FROM (SELECT partner_id, date - CAST(extract(day FROM date) AS integer) + 1 AS month, amount FROM made) AS e
      GROUP BY partner_id, month
    ) AS months
    JOIN (SELECT rank * 7919 % @partners + 1 AS id, CASE WHEN rank < @partners * 0.2 THEN 1 WHEN rank < @partners * 0.5 THEN 3 ELSE 6 END AS every
          FROM generate_series(0, @partners - 1) AS rank) AS partners ON id = partner_id
    WHERE (extract(month FROM month) + id) % every = 0
  ) AS due
) AS due
WHERE amount > 0 AND paid < date_trunc('month', CAST(@last AS date));

INSERT INTO payment_batches (id, batch_id, method, type, date, period_start, period_end, currency_code, payment_count, total,
  skipped_count, request_hash, created_at, created_by)
SELECT batch_id, 'Batch-' || to_char(date, 'YYYYMMDD'), 'ENDING_BALANCE', 'BANK_TRANSFER', date, CAST(date - 4 - interval '1 month' AS date),
       date - 5, 'USD', count(*), sum(amount), 0, md5(CAST(batch_id AS text)), date + time '09:00', 'bench'
FROM payments GROUP BY batch_id, date;

INSERT INTO made SELECT partner_id, date, 'PAYMENT', id, -amount, created_at FROM payments;

-- All of them, as they were recorded: neither the table nor the numbers would otherwise be in the order of time, as they are
-- in life, and Postgres chooses other plans then.
INSERT INTO ledger_entries (partner_id, currency_code, date, id, kind, amount, source, description, commission_source, payment_id, recorded_at)
SELECT partner_id, 'USD', date, row_number() OVER (ORDER BY at, kind, n), kind, amount,
       CASE kind WHEN 'COMMISSION' THEN 'order:' || 1000000000 + n || '/1' WHEN 'CLAWBACK' THEN 'refund:R' || 1000000000 + n || '/1'
                 WHEN 'ADJUSTMENT' THEN 'adjustment:' || n ELSE 'payment:' || n END,
       CASE kind WHEN 'COMMISSION' THEN 'Order ' || 1000000000 + n || ', level 1' WHEN 'CLAWBACK' THEN 'Refund R' || 1000000000 + n || ', level 1'
                 WHEN 'ADJUSTMENT' THEN 'Correction ' || n ELSE 'Payment, Batch-' || to_char(date, 'YYYYMMDD') END,
       CASE kind WHEN 'CLAWBACK' THEN 'order:' || 1000000000 + n || '/1' END, CASE kind WHEN 'PAYMENT' THEN n END, at
FROM made;

-- The orders of the last month: what is measured reads no older ones.
INSERT INTO orders (order_id, ordered_at, date, partner_id, customer_id, currency_code, total, chain, content_hash, recorded_at)
SELECT split_part(substr(source, 7), '/', 1), recorded_at, date, partner_id, NULL, 'USD', 10 * amount, ARRAY[partner_id],
       md5(source), recorded_at
FROM ledger_entries WHERE kind = 'COMMISSION' AND date > CAST(@last AS date) - 31;

INSERT INTO order_lines (order_id, line, sku, description, quantity, unit_price, amount)
SELECT order_id, 1, 'SKU-' || right(order_id, 3), 'Article ' || right(order_id, 3), 1, total, total FROM orders;

-- What is recorded from now on comes behind.
SELECT setval(pg_get_serial_sequence('partners', 'id'), (SELECT max(id) FROM partners)),
       setval(pg_get_serial_sequence('payments', 'id'), (SELECT max(id) FROM payments)),
       setval(pg_get_serial_sequence('payment_batches', 'id'), (SELECT max(id) FROM payment_batches)),
       setval(pg_get_serial_sequence('ledger_entries', 'id'), (SELECT max(id) FROM ledger_entries));
