// Package checks looks, while servers run, whether every stored figure is what the entries say.
//
// A check goes through all partners, orders, batches and exports in slices. What always holds:
//
//   - A slice is compared by one statement, and so on one snapshot. Every check compares what belongs to one key, so a snapshot
//     for each slice proves as much as one for all would; that one would keep Postgres from cleaning up for as long as the
//     check takes.
//   - A slice that took more than a fifth of a second is followed by one half as large. Between two, nothing is done for four
//     times as long as the last one took.
//   - One server at a time does a slice, whoever comes first, under a lock that ends with the transaction; how far the check is
//     stands in the database. Where a server ends in the middle, another one goes on.
//   - What a slice has found, a stop of recording, and their events in the audit log are written in one transaction.
//   - A stop of recording ends with a check that finds nothing, or when somebody says so.
package checks
