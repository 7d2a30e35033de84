-- The same, with the sums over all that is found in every row; where the page is empty, in one without a partner. All is found
-- once, which is most of what a search takes.
WITH found AS MATERIALIZED ({found})
SELECT p.*, l.beginning_balance, l.commissions_earned, l.clawbacks, l.adjustments, l.payments, l.ending_balance, l.sort_key,
       s.*
FROM (SELECT {sums} FROM found AS l) AS s LEFT JOIN {page} AS l ON true LEFT JOIN partners p ON p.id = l.partner_id
ORDER BY l.position
