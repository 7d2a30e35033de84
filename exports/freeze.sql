-- Keeps the rows of the report as they are now, with the digits of their currency, and sums up exactly those. One
-- statement, so one snapshot.
WITH frozen AS (
  INSERT INTO ledger_export_rows (export_id, partner_id, position, code, name, email, status,
    beginning_balance, commissions_earned, clawbacks, adjustments, payments, ending_balance, owed_now)
  SELECT CAST(@export_id AS bigint), l.partner_id,
    row_number() OVER (ORDER BY l.name COLLATE "und-x-icu", l.partner_id),
    l.code, l.name, l.email, l.status,
    round(l.beginning_balance, CAST(@digits AS integer)), round(l.commissions_earned, CAST(@digits AS integer)), round(l.clawbacks, CAST(@digits AS integer)),
    round(l.adjustments, CAST(@digits AS integer)), round(l.payments, CAST(@digits AS integer)), round(l.ending_balance, CAST(@digits AS integer)), round(l.owed_now, CAST(@digits AS integer))
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
