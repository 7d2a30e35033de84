-- Records entries and carries them forward, in one statement: its snapshot is taken after its locks, so a month that is
-- being closed meanwhile is either seen as closed here, or sees these entries there.
WITH given AS (
  SELECT * FROM json_to_recordset(CAST(@entries AS json)) AS e (
    position bigint, partner_id bigint, currency_code text, date date, kind text, amount numeric, source text,
    description text, commission_source text, payment_id bigint, recorded_at timestamptz)
), recorded AS (
  INSERT INTO ledger_entries (partner_id, currency_code, date, kind, amount, source, description,
    commission_source, payment_id, recorded_at)
  SELECT partner_id, currency_code, date, kind, amount, source, description, commission_source, payment_id, recorded_at
  FROM given ORDER BY position
  ON CONFLICT (partner_id, source) DO NOTHING
  RETURNING *
), {carried}
SELECT * FROM recorded ORDER BY id
