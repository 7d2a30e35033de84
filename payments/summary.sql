-- The whole of a plan. The fingerprint stands for who is paid how much, who isn't and why, who is paid more than is owed, and
-- which batch has paid some of the same days, whether or not that is a reason: one recorded since the preview changes it. It
-- doesn't stand for what is owed now, which moves with every order.
SELECT count(*) FILTER (WHERE reason IS NULL) AS payment_count,
       coalesce(sum(amount) FILTER (WHERE reason IS NULL), 0) AS total,
       count(*) FILTER (WHERE reason IS NULL AND exceeds) AS exceeding_count,
       coalesce(sum(amount - owed_now) FILTER (WHERE reason IS NULL AND exceeds), 0) AS exceeding_total,
       count(reason) AS skipped_count,
       encode(sha256(convert_to(concat_ws(' ', CAST(@method AS text), CAST(@currency AS text), CAST(@start AS date), CAST(@end AS date),
         string_agg(concat_ws(' ', partner_id, trim_scale(amount), coalesce(reason, CASE WHEN exceeds THEN 'EXCEEDS' ELSE 'PAID' END),
           'after ' || paid_batch_id),
           ', ' ORDER BY partner_id)), 'UTF8')), 'hex') AS fingerprint
FROM planned
