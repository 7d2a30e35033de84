INSERT INTO order_lines (order_id, line, sku, description, quantity, unit_price, amount)
VALUES ($1, 1, 'SKU-1', 'Article 1', 2, 19.9, 39.8), ($1, 2, 'SKU-2', 'Article 2', 1, 7.45, 7.45)
