-- Takes payments back: the payments stay on record, reversal entries undo what they did to the ledgers.
WITH voided AS (
  UPDATE payments SET voided_at = @now, void_reason = @reason
  WHERE voided_at IS NULL AND {which}
  RETURNING partner_id, id, currency_code, amount
), recorded AS (
  INSERT INTO ledger_entries (partner_id, currency_code, date, kind, amount, source, description, payment_id, recorded_at)
  SELECT partner_id, currency_code, @date, 'PAYMENT_REVERSAL', amount, 'payment:' || id || '/void', @description, id, @now
  FROM voided ORDER BY partner_id
  RETURNING *
), {carried}
SELECT count(*) FROM recorded
