-- SQL that drops what slows down the loading of rows, and SQL that makes it again: foreign keys, then the rest that has an index;
-- the other way round.
WITH aside AS (
  SELECT contype = 'f' AS refers,
    format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS again
  FROM pg_constraint
  WHERE connamespace = to_regnamespace(current_schema()) AND contype IN ('f', 'p', 'u') AND conrelid <> 'goose_db_version'::regclass
  UNION ALL
  SELECT false, format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
  FROM pg_index i JOIN pg_class c ON c.oid = indexrelid
  WHERE relnamespace = to_regnamespace(current_schema()) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid)
)
SELECT string_agg(drop, '; ' ORDER BY refers DESC), string_agg(again, '; ' ORDER BY refers) FROM aside
