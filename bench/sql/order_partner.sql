SELECT p.id, array_remove(ARRAY[p.id, parent.id, parent.parent_id], NULL)
FROM partners p LEFT JOIN partners parent ON parent.id = p.parent_id
WHERE lower(p.code) = lower(CAST($1 AS text) COLLATE "C")
