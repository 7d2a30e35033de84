-- What a batch pays each partner on the report, or why it doesn't. The preview reads it, a batch records from it.
planned AS (
  SELECT l.partner_id, l.name, l.status, l.found, l.amount, l.owed_now, l.beginning_balance,
         l.commissions_earned + l.clawbacks AS commissions, l.adjustments, l.payments, l.ending_balance,
         l.amount > l.owed_now AS exceeds,
         l.amount < l.found AS capped,
         CASE
           WHEN l.found = 0 THEN 'ZERO_AMOUNT'
           WHEN l.found < 0 THEN 'NEGATIVE_AMOUNT'
           -- An ending balance may well cover a long period again and again; it was paid already where less is left of it.
           WHEN NOT @allow_repeat AND b.batch_id IS NOT NULL AND (@method <> 'ENDING_BALANCE' OR l.found > l.owed_now) THEN 'ALREADY_PAID'
           WHEN l.amount = 0 THEN 'ZERO_AMOUNT'
           WHEN l.amount < 0 THEN 'NEGATIVE_AMOUNT'
           WHEN l.amount < CAST(@minimum AS numeric) THEN 'BELOW_MINIMUM'
         END AS reason,
         b.batch_id AS paid_batch_id
  FROM (
    SELECT *, CASE WHEN @cap AND found > 0 THEN least(found, owed_now) ELSE found END AS amount
    FROM (
      SELECT *, CASE CAST(@method AS text)
                  WHEN 'COMMISSION_EARNED' THEN commissions_earned + clawbacks
                  WHEN 'BEGINNING_BALANCE_PLUS_COMMISSION_EARNED' THEN beginning_balance + commissions_earned + clawbacks
                  WHEN 'ENDING_BALANCE' THEN ending_balance
                END AS found
      FROM ({ledgers}) AS figures
    ) AS f
  ) AS l
  LEFT JOIN (
    -- Nobody is paid twice for the same days: the latest batch, still standing, that paid some of them. Batch by batch:
    -- few share these days, whatever the planner believes, and the payments of all others are many.
    SELECT p.partner_id, max(b.id) AS batch_id
    FROM payment_batches b CROSS JOIN LATERAL (
      SELECT partner_id FROM payments
      WHERE batch_id = b.id AND voided_at IS NULL AND currency_code = @currency OFFSET 0
    ) AS p
    WHERE b.voided_at IS NULL AND b.period_start <= @end AND b.period_end >= @start
    GROUP BY p.partner_id
  ) AS b ON b.partner_id = l.partner_id
)
