-- The sums kept with an export beside its frozen rows, where they differ.
SELECT 'export ' || e.id AS what,
       format('%s rows ending with %s after payments of %s', r.rows, r.ending_balance, r.payments) AS expected,
       format('%s rows ending with %s after payments of %s', e.row_count, e.ending_balance, e.payments) AS found
FROM ledger_exports e CROSS JOIN LATERAL (
  SELECT count(*) AS rows, coalesce(sum(beginning_balance), 0) AS beginning_balance,
         coalesce(sum(commissions_earned), 0) AS commissions_earned, coalesce(sum(clawbacks), 0) AS clawbacks,
         coalesce(sum(adjustments), 0) AS adjustments, coalesce(sum(payments), 0) AS payments,
         coalesce(sum(ending_balance), 0) AS ending_balance
  FROM ledger_export_rows WHERE export_id = e.id
) AS r
WHERE {e.id} AND (e.row_count, e.beginning_balance, e.commissions_earned, e.clawbacks, e.adjustments, e.payments, e.ending_balance)
   <> (r.rows, r.beginning_balance, r.commissions_earned, r.clawbacks, r.adjustments, r.payments, r.ending_balance)
