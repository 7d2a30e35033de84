// Package backup writes all that a database holds into one file, and makes a database of such a file.
//
// A file is a script for psql, compressed by gzip: the tables by the migrations that made them, each table's rows as COPY
// wants them, and where the numbering goes on. That was chosen because a Postgres anywhere takes it over without this
// program. Restore itself runs no SQL of a file: the tables are made by its own migrations, and rows are all it reads.
//
// What always holds:
//
//   - A backup shows one moment, however long it takes and whatever is recorded meanwhile.
//   - A file bears its name only once it was read back whole; it never takes another one's place; nobody but its owner
//     may read it, since hashes of passwords are in it.
//   - A file that is cut short, or has one wrong byte, is refused before anything is touched.
//   - A database is restored by one transaction into an empty one, or is as empty as before.
package backup
