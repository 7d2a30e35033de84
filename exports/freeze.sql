-- Keeps the rows of the report as they are now, and sums up exactly those. One statement, so one snapshot.
WITH frozen AS (
  INSERT INTO ledger_export_rows (export_id, partner_id, position, code, name, email, status,
    beginning_balance, commissions_earned, clawbacks, adjustments, payments, ending_balance, owed_now)
  SELECT CAST(@export_id AS bigint), l.partner_id,
    row_number() OVER (ORDER BY l.name COLLATE "und-x-icu", l.partner_id),
    l.code, l.name, l.email, l.status,
    l.beginning_balance, l.commissions_earned, l.clawbacks, l.adjustments, l.payments, l.ending_balance, l.owed_now
  FROM ({ledgers}) AS l
  RETURNING beginning_balance, commissions_earned, clawbacks, adjustments, payments, ending_balance
)
SELECT count(*) AS row_count,
  coalesce(sum(beginning_balance), 0)  AS beginning_balance,
  coalesce(sum(commissions_earned), 0) AS commissions_earned,
  coalesce(sum(clawbacks), 0)          AS clawbacks,
  coalesce(sum(adjustments), 0)        AS adjustments,
  coalesce(sum(payments), 0)           AS payments,
  coalesce(sum(ending_balance), 0)     AS ending_balance
FROM frozen
