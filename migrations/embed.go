// Package migrations holds the only truth about the tables: numbered SQL files, one a noun, applied in order by
// postgres.Migrate. A file that has been released is never changed; what it made is changed by a later file.
//
// Sequences have their names written down. Left to Postgres, one has another name where a process was killed a moment ago
// and its transaction, which made the same, has yet to be rolled back.
package migrations

import "embed"

// FS holds the migrations, in goose's format.
//
//go:embed *.sql
var FS embed.FS
