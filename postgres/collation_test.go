//go:build unix

package postgres_test

import "testing"

// Another build of Postgres may bring another ICU, which sorts names otherwise.
func TestOtherSortOrder(t *testing.T) {
	t.Parallel()
	dir := madeFolder(t)
	first := start(t, dir)
	owner := open(t, first.OwnerURL())
	do(t, owner, `CREATE TABLE sorted (name text COLLATE "und-x-icu" PRIMARY KEY, other text COLLATE "C")`)
	do(t, owner, `CREATE INDEX "Odd name" ON sorted (lower(name))`)
	do(t, owner, `CREATE INDEX plain ON sorted (other)`)
	files := ask[string](t, owner, indexFiles)
	super := open(t, superuserURL(t, first)+"&dbname=partnerledger")
	do(t, super, `UPDATE pg_collation SET collversion = '1' WHERE collname = 'und-x-icu'`)
	stop(t, first)

	second := open(t, start(t, dir).OwnerURL())
	if ask[string](t, second, indexFiles) == files {
		t.Error("the indexes weren't sorted again")
	}
	if version := ask[string](t, second, `SELECT collversion FROM pg_collation WHERE collname = 'und-x-icu'`); version == "1" {
		t.Error("the version is still the old one")
	}
}

const indexFiles = `SELECT string_agg(pg_relation_filepath(indexrelid), ' ' ORDER BY indexrelid) FROM pg_index
	WHERE indrelid = 'sorted'::regclass AND indexrelid <> 'plain'::regclass`
