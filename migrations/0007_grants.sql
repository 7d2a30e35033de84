-- +goose Up
-- The report's statements look costly enough to Postgres to be compiled, and are new ones each time. A setting of the
-- database reaches every connection, also through a pooler. Where the owner of the tables doesn't own the database, it is left to those
-- who do.
-- +goose StatementBegin
DO $$
BEGIN
  EXECUTE format('ALTER DATABASE %I SET jit = off', current_database());
EXCEPTION WHEN insufficient_privilege THEN NULL;
END $$;
-- +goose StatementEnd

-- What the server may do. It owns no table: the ledger is append-only because its role can only insert and select.
-- Where the role can't be made (a hosted database without CREATEROLE), the server runs with the owner's rights.
-- +goose StatementBegin
DO $$
BEGIN
  IF to_regrole('partnerledger_server') IS NULL THEN
    BEGIN
      CREATE ROLE partnerledger_server NOLOGIN;
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this server was migrated meanwhile
      WHEN insufficient_privilege THEN
        RAISE WARNING 'no right to create the role partnerledger_server: entries are not append-only by grants';
        RETURN;
    END;
  END IF;
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO partnerledger_server', current_schema());
  GRANT SELECT, INSERT ON ledger_entries, orders, order_lines, refunds, skipped_partners,
    ledger_exports, ledger_export_rows TO partnerledger_server;
  GRANT SELECT, INSERT, UPDATE ON commission_programs, partners, tokens TO partnerledger_server;
  GRANT SELECT, INSERT, DELETE ON commission_rules, closed_months TO partnerledger_server;
  GRANT SELECT, INSERT, UPDATE, DELETE ON opening_balances TO partnerledger_server;
  GRANT SELECT, INSERT, UPDATE (voided_at, void_reason) ON payments TO partnerledger_server;
  GRANT SELECT, INSERT, UPDATE (payment_count, total, skipped_count, voided_at, void_reason)
    ON payment_batches TO partnerledger_server;
  -- Locking an order while it is refunded wants a right to update it: one column that nothing updates.
  GRANT UPDATE (recorded_at) ON orders TO partnerledger_server;
  GRANT UPDATE (sha256, row_count, beginning_balance, commissions_earned, clawbacks, adjustments, payments, ending_balance)
    ON ledger_exports TO partnerledger_server;
  GRANT SELECT ON goose_db_version TO partnerledger_server;
  GRANT EXECUTE ON FUNCTION lock_ledger_entries() TO partnerledger_server;
END $$;
-- +goose StatementEnd
