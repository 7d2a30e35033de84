-- A page of an export's file, nearly as it stands there. It says where the page ends, too, instead of how many rows there
-- may be: right after they were inserted Postgres has no idea how many there are, and would sort all that are left.
SELECT code, name, coalesce(email, ''), status, concat_ws(',', beginning_balance, commissions_earned, clawbacks,
         commissions_earned + clawbacks, adjustments, payments, ending_balance, owed_now)
FROM ledger_export_rows
WHERE export_id = @export_id AND position BETWEEN @first AND @last ORDER BY position
