-- What is owed now, every entry whatever its date, is the last opening balance and what has moved since.
LEFT JOIN opening_balances o ON o.month = {last_month} AND o.currency_code = @currency AND o.partner_id = {partner}
LEFT JOIN {since} AS n ON n.partner_id = {partner}
