-- Every table of the schema, none before those that it refers to.
WITH RECURSIVE tables AS (
  SELECT oid, relname FROM pg_class
  WHERE relnamespace = to_regnamespace(current_schema()) AND relkind IN ('r', 'p') AND NOT relispartition
    AND relname <> 'goose_db_version' -- written by itself, see schema
), depth AS (
  SELECT oid, 0 AS depth FROM tables
  UNION
  SELECT c.conrelid, d.depth + 1 FROM depth d
  JOIN pg_constraint c ON c.confrelid = d.oid AND c.contype = 'f' AND c.conrelid <> c.confrelid
  WHERE d.depth < 100
)
SELECT t.relname::text AS name,
  ARRAY(SELECT attname::text FROM pg_attribute
        WHERE attrelid = t.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum) AS columns,
  ARRAY(SELECT attname::text FROM pg_attribute
        WHERE attrelid = t.oid AND attnum > 0 AND NOT attisdropped AND attidentity <> '') AS numbered,
  row_security_active(t.oid) AND NOT coalesce(pg_has_role(to_regrole('partnerledger_server'), 'USAGE'), false) AS hidden
FROM tables t ORDER BY (SELECT max(depth) FROM depth d WHERE d.oid = t.oid), t.relname
