// Package commissions turns orders and refunds into entries of the partners' ledgers, by the rules of programs, and
// records adjustments.
//
// What always holds:
//
//   - An order, a refund or an adjustment is recorded once, however often and from how many sides it is sent. The same
//     id with another content is a CONFLICT and changes nothing.
//   - A commission is summed exactly over the lines of its order and rounded once, half away from zero, to the minor
//     units of the order's currency.
//   - What is clawed back of a commission never exceeds it, and equals it once the whole order is refunded.
//   - Who earned on an order is kept with it (chain): refunds find the same partners, whoever is a parent of whom then.
//   - Locks are taken in one order: the ledger, orders, opening balances. What records one order thus never holds up
//     one of many while it waits for it.
package commissions
