-- +goose Up
-- Postgres vacuums a table when a fifth of it is new, and counts it anew at a tenth: of 20 million entries, half a year's
-- and more. Until then the pages of the latest months are read where their index would do, and the planner hasn't heard of
-- the month that was closed last: it expected one row where there were 100,000. With these settings it is a week of entries,
-- and half a month's opening balances.
ALTER TABLE ledger_entries SET (autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.01);
ALTER TABLE payments SET (autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.005);

-- An entry that is dated back changes an opening balance of every month since. With a tenth of its page free, the new one
-- finds room beside the old, and no index is touched: of 36,000 changes, entries of six months ago, that was so for all
-- instead of four in five. Holds for months that are closed from now on.
ALTER TABLE opening_balances SET (fillfactor = 90,
  autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.005);

-- After history is loaded, reports would be slow until Postgres gets round to counting it, and only the owner may ask for
-- that: the server may call this instead.
-- +goose StatementBegin
CREATE FUNCTION analyze_ledger() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  ANALYZE ledger_entries, opening_balances, orders, order_lines;
END $$;
-- +goose StatementEnd
REVOKE ALL ON FUNCTION analyze_ledger() FROM PUBLIC;

-- A batch gives its payments their ids itself: by name, while they go in by partner.
-- +goose StatementBegin
DO $$
BEGIN
  IF to_regrole('partnerledger_server') IS NULL THEN
    RETURN; -- as in 0007
  END IF;
  GRANT EXECUTE ON FUNCTION analyze_ledger() TO partnerledger_server;
  GRANT USAGE ON SEQUENCE payments_id_seq TO partnerledger_server;
END $$;
-- +goose StatementEnd
