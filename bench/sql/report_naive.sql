-- The report without opening balances: every entry is read.
SELECT code, round(beginning, 2), round(earned, 2), round(clawbacks, 2), round(adjustments, 2), round(payments, 2), round(ending, 2),
       count(*) OVER (), sum(beginning) OVER (), sum(ending) OVER ()
FROM (
  SELECT p.id, p.code, coalesce(sum(e.amount) FILTER (WHERE date < {start}), 0) AS beginning,
         coalesce(sum(e.amount) FILTER (WHERE date >= {start} AND kind = 'COMMISSION'), 0) AS earned,
         coalesce(sum(e.amount) FILTER (WHERE date >= {start} AND kind = 'CLAWBACK'), 0) AS clawbacks,
         coalesce(sum(e.amount) FILTER (WHERE date >= {start} AND kind = 'ADJUSTMENT'), 0) AS adjustments,
         coalesce(sum(-e.amount) FILTER (WHERE date >= {start} AND kind IN ('PAYMENT', 'PAYMENT_REVERSAL')), 0) AS payments,
         coalesce(sum(e.amount), 0) AS ending
  FROM partners p LEFT JOIN ledger_entries e ON e.partner_id = p.id AND e.currency_code = 'USD' AND e.date <= {end}
  GROUP BY p.id
) AS ledgers
ORDER BY ending DESC, id DESC LIMIT 50;
