-- A balance of a partner is an opening balance and what has moved since.
LEFT JOIN opening_balances o ON o.month = {month} AND o.currency_code = @currency AND o.partner_id = {partner}
LEFT JOIN {since} AS n ON n.partner_id = {partner}
