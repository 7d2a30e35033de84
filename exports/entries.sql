-- The entries of some days in the order of date and recording, nearly as they stand in the file.
SELECT p.code, p.name, e.source, e.description, coalesce(b.batch_id, ''),
       concat_ws(',', e.date, e.kind, e.currency_code, round(e.amount, CAST(@digits AS integer)),
         to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
FROM ledger_entries e
JOIN partners p ON p.id = e.partner_id
LEFT JOIN payments y ON y.partner_id = e.partner_id AND y.id = e.payment_id
LEFT JOIN payment_batches b ON b.id = y.batch_id
WHERE e.currency_code = @currency AND e.date BETWEEN @start AND @end {of_partner}
ORDER BY e.date, e.id
