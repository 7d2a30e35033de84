(
  SELECT partner_id, sum(amount) AS balance,
         sum(amount) FILTER (WHERE kind = 'CLAWBACK') AS clawed_back,
         sum(amount) FILTER (WHERE kind = 'ADJUSTMENT') AS adjusted,
         sum(-amount) FILTER (WHERE kind IN ('PAYMENT', 'PAYMENT_REVERSAL')) AS paid
  -- No entry is looked for where the opening balance is of the very day.
  FROM ledger_entries WHERE {from} {to} AND currency_code = @currency AND date >= {from} AND date {to} {of_partner}
  GROUP BY partner_id
)
