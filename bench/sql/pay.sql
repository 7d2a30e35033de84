-- Records a batch: its payments, whom it left out, and the entries. The day is in an open month, so there is nothing to carry.
WITH {planned}, batch AS (
  INSERT INTO payment_batches (batch_id, method, type, date, period_start, period_end, currency_code, payment_count, total,
    skipped_count, request_hash, created_at, created_by)
  SELECT 'bench', 'ENDING_BALANCE', 'CHECK', CURRENT_DATE, {start}, {end}, 'USD', count(*) FILTER (WHERE reason IS NULL),
         coalesce(sum(amount) FILTER (WHERE reason IS NULL), 0), count(reason), 'bench', now(), 'bench'
  FROM planned
  RETURNING *
), paid AS (
  INSERT INTO payments (partner_id, batch_id, currency_code, amount, type, date, beginning_balance, commissions, adjustments,
    payments, ending_balance, created_at, created_by)
  SELECT p.partner_id, b.id, 'USD', p.amount, b.type, b.date, p.beginning,
         p.ending - p.beginning - p.adjustments + p.payments, p.adjustments, p.payments, p.ending, b.created_at, 'bench'
  FROM planned p, batch b WHERE reason IS NULL ORDER BY p.partner_id
  RETURNING partner_id, id, amount
), skipped AS (
  INSERT INTO skipped_partners (batch_id, partner_id, amount, reason, paid_batch_id)
  SELECT b.id, p.partner_id, p.amount, p.reason, CASE WHEN reason = 'ALREADY_PAID' THEN p.batch_id END
  FROM planned p, batch b WHERE reason IS NOT NULL
), recorded AS (
  INSERT INTO ledger_entries (partner_id, currency_code, date, kind, amount, source, description, payment_id, recorded_at)
  SELECT p.partner_id, 'USD', b.date, 'PAYMENT', -p.amount, 'payment:' || p.id, 'Payment, bench', p.id, b.created_at
  FROM paid p, batch b ORDER BY p.partner_id
)
SELECT payment_count, round(total, 2), skipped_count FROM batch;
