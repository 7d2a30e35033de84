SELECT count(percent) FROM commission_rules
WHERE program_id = coalesce((SELECT program_id FROM partners WHERE id = $1), (SELECT id FROM commission_programs WHERE is_default))
