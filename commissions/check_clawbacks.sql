-- Commissions beside what was clawed back of them, where that is more.
SELECT format('clawbacks of %s, partner %s', c.source, c.partner_id) AS what, 'at most ' || c.amount AS expected,
       CAST(-sum(b.amount) AS text) AS found
FROM ledger_entries c JOIN ledger_entries b ON b.partner_id = c.partner_id AND b.commission_source = c.source
WHERE {c.partner_id} AND {b.partner_id}
GROUP BY c.partner_id, c.source, c.amount HAVING -sum(b.amount) > c.amount
