package backup_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"partnerledger/backup"
	"partnerledger/postgres"
	"partnerledger/postgres/pgtest"
)

// TestEveryRowComesBack: each table is what it was, row by row and byte by byte, and the numbering goes on.
func TestEveryRowComesBack(t *testing.T) {
	t.Parallel()
	db := migrated(t)
	db.fill()
	db.do("SELECT setval('partners_id_seq', 4711)")
	again := restored(t, db.backup())
	names := db.list(tablesQuery)
	equal(t, "tables", again.list(tablesQuery), names)
	if len(names) < 22 {
		t.Errorf("there are %v", names)
	}
	for _, name := range slices.DeleteFunc(names, func(name string) bool { return name == "goose_db_version" }) {
		rows := fmt.Sprintf("SELECT t::text FROM %s t ORDER BY 1", name)
		want := db.list(rows)
		equal(t, name, again.list(rows), want)
		if len(want) < 100 {
			t.Logf("%s has %d rows only", name, len(want))
		}
	}
	again.do("INSERT INTO partners (code, name, status, currency_code, created_at) VALUES ('n', 'n', 'ACTIVE', 'GBP', now())")
	again.do("INSERT INTO tokens (name, role, hash, created_at, hint, created_by) VALUES ('n', 'ADMIN', 'n', now(), '', '')")
	equal(t, "the next number", again.list("SELECT max(id)::text FROM partners"), []string{"4712"})
}

// TestTheSchemaIsTheMigrations: a restored database has what Migrate makes, to the last right and policy.
func TestTheSchemaIsTheMigrations(t *testing.T) {
	t.Parallel()
	db, again := migrated(t), restored(t, migrated(t).backup())
	for what, query := range map[string]string{
		"columns": `SELECT concat_ws(' ', attrelid::regclass, attname, atttypid::regtype, attnotnull, attidentity, attgenerated, attacl,
			attcollation::regcollation, pg_get_expr(adbin, adrelid)) FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
			LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
			WHERE relnamespace = current_schema()::regnamespace AND attnum > 0 ORDER BY 1`,
		"tables": `SELECT concat_ws(' ', relname, relkind, relowner::regrole, relrowsecurity, relacl::text) FROM pg_class
			WHERE relnamespace = current_schema()::regnamespace ORDER BY 1`,
		"constraints": `SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
			WHERE connamespace = current_schema()::regnamespace ORDER BY 1`,
		"indexes":  `SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema() ORDER BY 1`,
		"policies": `SELECT concat_ws(' ', tablename, policyname, roles, cmd, qual, with_check) FROM pg_policies WHERE schemaname = current_schema() ORDER BY 1`,
		"functions": `SELECT concat_ws(' ', proname, proacl, prosrc, prosecdef) FROM pg_proc
			WHERE pronamespace = current_schema()::regnamespace ORDER BY 1`,
		"versions": `SELECT concat_ws(' ', version_id, is_applied) FROM goose_db_version ORDER BY id`,
	} {
		got := again.list(query)
		for i := range got {
			got[i] = strings.NewReplacer("ON fresh.", "ON public.").Replace(got[i])
		}
		equal(t, what, got, db.list(query))
	}
}

// TestTheServersRoleBacksUp, which owns nothing, the same as the owner does.
func TestTheServersRoleBacksUp(t *testing.T) {
	t.Parallel()
	server, owner := pgtest.NewURLs(t)
	open(t, owner).row(1, "x")
	equal(t, "rows", restored(t, open(t, server).backup()).list("SELECT code FROM partners"), []string{"1xx"})
}

// TestASequenceOfAClosedSchemaIsNoMatter: extensions have them, and nobody else may look in.
func TestASequenceOfAClosedSchemaIsNoMatter(t *testing.T) {
	t.Parallel()
	db := migrated(t)
	db.do("SELECT setval('partners_id_seq', 4711)")
	db.do("CREATE SCHEMA closed")
	db.do("CREATE SEQUENCE closed.runs")
	db.do("REVOKE ALL ON SCHEMA closed FROM CURRENT_USER")
	again := restored(t, db.backup())
	equal(t, "the numbering", again.list("SELECT last_value::text FROM partners_id_seq"), []string{"4711"})
}

// TestRowsThatARoleDoesNotSee would be missing: there is no backup without them.
func TestRowsThatARoleDoesNotSee(t *testing.T) {
	t.Parallel()
	db := migrated(t)
	db.do("ALTER TABLE tokens FORCE ROW LEVEL SECURITY")
	_, err := backup.Write(t.Context(), db.url, filepath.Join(t.TempDir(), "x"), quiet)
	mustSay(t, err, "hides rows of tokens")
}

// TestAFileIsNeverOverwritten, and only its owner may read it.
func TestAFileIsNeverOverwritten(t *testing.T) {
	t.Parallel()
	db := migrated(t)
	path := db.backup()
	before, err := os.ReadFile(path)
	must(t, err)
	if info, err := os.Stat(path); err != nil || info.Mode() != 0o600 {
		t.Errorf("its mode is %v, %v", info.Mode(), err)
	}
	_, err = backup.Write(t.Context(), db.url, path, quiet)
	mustSay(t, err, "there already")
	if after, err := os.ReadFile(path); err != nil || !slices.Equal(before, after) {
		t.Error("it was touched", err)
	}
	nothingElseBeside(t, path)
}

// TestABackupThatFailsLeavesNoFile.
func TestABackupThatFailsLeavesNoFile(t *testing.T) {
	t.Parallel()
	db, path := migrated(t), filepath.Join(t.TempDir(), "backup.sql.gz")
	db.do("DROP TABLE goose_db_version")
	if _, err := backup.Write(t.Context(), db.url, path, quiet); err == nil {
		t.Error("it seems to have worked")
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Error("there is a file", err)
	}
	nothingElseBeside(t, path)
}

func nothingElseBeside(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	must(t, err)
	for _, e := range entries {
		if e.Name() != filepath.Base(path) {
			t.Errorf("beside it is %s", e.Name())
		}
	}
}

// TestWhatIsNotOursIsNotBackedUp: neither nothing, nor what a newer program has made.
func TestWhatIsNotOursIsNotBackedUp(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "backup.sql.gz")
	_, err := backup.Write(t.Context(), empty(t).url, path, quiet)
	mustSay(t, err, "nothing to back up")
	newer := migrated(t)
	newer.do("INSERT INTO goose_db_version (version_id, is_applied) VALUES (9000, true)")
	_, err = backup.Write(t.Context(), newer.url, path, quiet)
	mustSay(t, err, "newer Partner Ledger")
}

// TestADatabaseThatIsInUseIsLeftAlone.
func TestADatabaseThatIsInUseIsLeftAlone(t *testing.T) {
	t.Parallel()
	db := migrated(t)
	path := db.backup()
	db.row(1, "mine")
	_, err := backup.Restore(t.Context(), db.url, path, quiet)
	mustSay(t, err, "not empty")
	equal(t, "partners", db.list("SELECT name FROM partners"), []string{"xmine"})
}

// TestAnOlderBackupIsMigrated: it comes back at its own version, as which today's program takes it.
func TestAnOlderBackupIsMigrated(t *testing.T) {
	t.Parallel()
	old := empty(t)
	must(t, backup.MakeTables(old.Conn, 7))
	old.do("INSERT INTO partners (code, name, status, currency_code, created_at) VALUES ('A', 'Ada', 'ACTIVE', 'GBP', now())")
	path := old.backup()
	again := restored(t, path)
	equal(t, "version", again.list("SELECT max(version_id)::text FROM goose_db_version"), []string{"7"})
	must(t, postgres.Migrate(t.Context(), again.url, quiet))
	equal(t, "partners", again.list("SELECT name FROM partners"), []string{"Ada"})
	equal(t, "tables", again.list(tablesQuery), migrated(t).list(tablesQuery))
}

func mustSay(t *testing.T, err error, words string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), words) {
		t.Errorf("the error is %v, not %q", err, words)
	}
}
