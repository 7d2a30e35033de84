-- One row a partner: who it is, and the figures of the ledger.
SELECT p.id AS partner_id, p.code, p.name, p.email, p.status,
       coalesce(f.beginning_balance, 0) AS beginning_balance,
       coalesce(f.ending_balance - f.beginning_balance - f.clawbacks - f.adjustments + f.payments, 0) AS commissions_earned,
       coalesce(f.clawbacks, 0)      AS clawbacks,
       coalesce(f.adjustments, 0)    AS adjustments,
       coalesce(f.payments, 0)       AS payments,
       coalesce(f.ending_balance, 0) AS ending_balance
       {owed_now}
FROM (SELECT p.id, p.code, p.name, p.email, p.status FROM partners p WHERE {partners} {cut}) AS p
LEFT JOIN {lateral} ({figures}) AS f ON f.partner_id = p.id
{owed_join}
