-- Records the payments of a batch, the partners whom it leaves out, and the entries, in one statement on one snapshot.
-- Rows go in by partner, as the indexes have them: in another order each would want another page of an index that is
-- larger than memory. The ids of payments are those of an order by name all the same.
WITH {planned}, numbered AS (
  SELECT nextval('payments_id_seq') AS id, named.* FROM (
    SELECT * FROM planned WHERE reason IS NULL ORDER BY name, partner_id
  ) AS named
), paid AS (
  INSERT INTO payments (partner_id, id, batch_id, currency_code, amount, type, date, beginning_balance, commissions, adjustments,
    payments, ending_balance, created_at, created_by)
  SELECT partner_id, id, @batch, @currency, amount, @type, @date, beginning_balance, commissions, adjustments, payments,
    ending_balance, @now, @by
  FROM numbered ORDER BY partner_id
  RETURNING partner_id, id, amount
), skipped AS (
  INSERT INTO skipped_partners (batch_id, partner_id, amount, reason, paid_batch_id)
  SELECT @batch, partner_id, amount, reason, CASE WHEN reason = 'ALREADY_PAID' THEN paid_batch_id END
  FROM planned WHERE reason IS NOT NULL
), recorded AS (
  INSERT INTO ledger_entries (partner_id, currency_code, date, kind, amount, source, description, payment_id, recorded_at)
  SELECT partner_id, @currency, @date, 'PAYMENT', -amount, 'payment:' || id, @description, id, @now
  FROM paid ORDER BY partner_id
  RETURNING *
), {carried}
{summary}
