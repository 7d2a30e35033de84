-- The entries of some days in the order of date and recording, as their file has them.
COPY (
  SELECT p.code, p.name, e.source, e.description, b.batch_id, e.date, e.kind, e.currency_code, round(e.amount, 2),
         to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
  FROM ledger_entries e
  JOIN partners p ON p.id = e.partner_id
  LEFT JOIN payments y ON y.partner_id = e.partner_id AND y.id = e.payment_id
  LEFT JOIN payment_batches b ON b.id = y.batch_id
  WHERE e.currency_code = 'USD' AND e.date BETWEEN {start} AND {end}
  ORDER BY e.date, e.id
) TO STDOUT (FORMAT csv)
