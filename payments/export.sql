-- The ledgers that an export froze, with what is owed now.
SELECT r.partner_id, p.name, p.status, r.beginning_balance, r.commissions_earned, r.clawbacks, r.adjustments, r.payments,
       r.ending_balance, {owed_now} AS owed_now
FROM ledger_export_rows r
JOIN partners p ON p.id = r.partner_id
{owed_joins}
WHERE r.export_id = @export_id
