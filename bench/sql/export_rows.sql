COPY (
  SELECT r.code, r.name, r.email, r.status, e.currency_code, e.period_start, e.period_end, round(r.beginning_balance, 2),
         round(r.commissions_earned, 2), round(r.clawbacks, 2), round(r.commissions_earned + r.clawbacks, 2), round(r.adjustments, 2),
         round(r.payments, 2), round(r.ending_balance, 2), round(r.owed_now, 2)
  FROM ledger_export_rows r JOIN ledger_exports e ON e.id = r.export_id
  WHERE r.export_id = {export} ORDER BY r.position
) TO STDOUT (FORMAT csv)
