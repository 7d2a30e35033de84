INSERT INTO audit_events (at, action, actor, role, through, address, operation, subject, partner_id, after)
VALUES (now(), 'ORDER_RECORDED', 'bench', 'ADMIN', 'token', '127.0.0.1', 'recordOrder', 'order ' || $1, $2,
  '{"orderedAt":"2026-01-01T00:00:00Z","currencyCode":"USD","total":"47.25","lines":2,"commissions":{"level 1":"4.73"}}')
