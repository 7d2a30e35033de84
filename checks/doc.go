// Package checks looks, while servers run, whether every stored figure is what the entries say.
//
// A check goes through all partners, orders, batches and exports in slices. What always holds:
//
//   - A slice is compared by one statement, and so on one snapshot. Every check compares what belongs to one key, so a snapshot
//     for each slice proves as much as one for all would; that one would keep Postgres from cleaning up for as long as the
//     check takes.
//   - Slices are as large as a fifth of a second allows, and four times as long as one took, nothing is done.
//   - One server at a time does a slice, whoever comes first, under a lock that ends with the transaction; how far the check is
//     stands in the database. Where a server ends in the middle, another one goes on.
//   - What was found, and that a check has ended, is in the database, and in the audit log, before anybody is told.
//   - A stop of recording ends with a check that finds nothing, or when somebody says so.
package checks
