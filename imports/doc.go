// Package imports records files of partners, orders and refunds.
//
// A file is CSV as RFC 4180 has it, UTF-8 with or without a BOM, with the columns named in its first row, in any order:
//
//	partners  code, name; email, status, currency, parent_code, program
//	orders    order_id, ordered_at, partner_code, sku, unit_price; customer_id, product, quantity, currency
//	refunds   refund_id, order_id, refunded_at, amount
//
// Columns behind the semicolon may be missing. A column of another name is refused, so that nothing is lost because of
// a misspelt name. Of orders, each row is a line; the lines of an order need not stand together. An order's time is
// that of its first line; its partner, customer and currency must be the same on all.
//
// What always holds:
//
//   - A file is one transaction. Unless the good rows of a file are asked for (SkipInvalid), one wrong row refuses all.
//   - Every row of a file is recorded, or was there already, or is in the report as refused: the first wrong ones
//     listed, the others counted. An order with a wrong row is refused whole.
//   - Where it is unsure which rows a file has, for a quote that is not closed, nothing is recorded at all.
//   - The same file again changes nothing.
//   - The file itself is never in memory as a whole: orders and refunds wait in a temporary table.
package imports
