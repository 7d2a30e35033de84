-- A page of ledgers in its order, and the partners themselves.
SELECT p.*, l.beginning_balance, l.commissions_earned, l.clawbacks, l.adjustments, l.payments, l.ending_balance, l.sort_key
FROM {page} AS l JOIN partners p ON p.id = l.partner_id
ORDER BY l.position
