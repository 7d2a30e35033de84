WITH {planned}
SELECT count(*) FILTER (WHERE reason IS NULL), round(coalesce(sum(amount) FILTER (WHERE reason IS NULL), 0), 2), count(reason),
       encode(sha256(convert_to(concat_ws(' ', 'ENDING_BALANCE', 'USD', CAST({start} AS date), CAST({end} AS date),
         string_agg(concat_ws(' ', partner_id, trim_scale(amount), coalesce(reason, CASE WHEN exceeds THEN 'EXCEEDS' ELSE 'PAID' END)),
           ', ' ORDER BY partner_id)), 'UTF8')), 'hex')
FROM planned;
