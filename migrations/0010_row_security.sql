-- +goose Up
-- Every table that has anything of a partner shows its rows by policies alone, to everybody but its owner. The server's
-- role sees all of them. Those that aren't here have nothing of any partner: commission_programs, commission_rules,
-- closed_months.
-- +goose StatementBegin
DO $$
DECLARE
  guarded name;
BEGIN
  FOREACH guarded IN ARRAY ARRAY['partners', 'orders', 'order_lines', 'refunds', 'payment_batches', 'payments',
    'skipped_partners', 'ledger_entries', 'opening_balances', 'ledger_exports', 'ledger_export_rows', 'tokens', 'users',
    'invitations', 'sessions', 'sign_in_attempts', 'sign_in_flows', 'audit_events']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', guarded);
    IF to_regrole('partnerledger_server') IS NOT NULL THEN -- as in 0007
      EXECUTE format('CREATE POLICY server ON %I TO partnerledger_server USING (true) WITH CHECK (true)', guarded);
    END IF;
  END LOOP;
END $$;
-- +goose StatementEnd

-- What a partner may see. The server becomes this role for the statements that it runs for a partner, and says which one
-- in partnerledger.partner_id, both for one transaction only. Where the role can't be made, no partner is let in.
-- +goose StatementBegin
DO $$
BEGIN
  IF to_regrole('partnerledger_partner') IS NULL THEN
    CREATE ROLE partnerledger_partner NOLOGIN;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this server was migrated meanwhile
  WHEN insufficient_privilege THEN
    RAISE WARNING 'no right to create the role partnerledger_partner: partners can''t be let in';
END $$;
-- +goose StatementEnd

-- The owner and the server may become that role; where Postgres can tell the two apart, they don't have its rights before.
-- +goose StatementBegin
DO $$
DECLARE
  newer CONSTANT boolean := current_setting('server_version_num')::integer >= 160000;
  member text;
BEGIN
  IF to_regrole('partnerledger_partner') IS NULL THEN
    RETURN;
  END IF;
  FOR member IN SELECT rolname FROM pg_roles WHERE rolname IN (current_user, 'partnerledger_server') LOOP
    IF NOT pg_has_role(member, 'partnerledger_partner', CASE WHEN newer THEN 'SET' ELSE 'MEMBER' END) THEN
      BEGIN
        EXECUTE format('GRANT partnerledger_partner TO %I', member)
          || CASE WHEN newer THEN ' WITH INHERIT FALSE, SET TRUE' ELSE '' END;
      EXCEPTION WHEN insufficient_privilege THEN
        RAISE WARNING 'no right to grant the role partnerledger_partner to %: partners can''t be let in by that one', member;
      END;
    END IF;
  END LOOP;
END $$;
-- +goose StatementEnd

-- +goose StatementBegin
DO $$
DECLARE
  -- An empty setting is what is left of one that was set for a transaction.
  me CONSTANT text := 'CAST(nullif(current_setting(''partnerledger.partner_id'', true), '''') AS bigint)';
  guarded name;
BEGIN
  IF to_regrole('partnerledger_partner') IS NULL THEN
    RETURN;
  END IF;
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO partnerledger_partner', current_schema());
  GRANT SELECT ON ledger_entries, opening_balances, closed_months TO partnerledger_partner;
  GRANT SELECT (id, code, name, email, status, currency_code, created_at) ON partners TO partnerledger_partner;
  GRANT SELECT (partner_id, id, batch_id, currency_code, amount, type, date, voided_at) ON payments TO partnerledger_partner;
  GRANT SELECT (id, batch_id, type, date, period_start, period_end, currency_code) ON payment_batches TO partnerledger_partner;

  EXECUTE 'CREATE POLICY partner ON partners FOR SELECT TO partnerledger_partner USING (id = ' || me || ')';
  FOREACH guarded IN ARRAY ARRAY['ledger_entries', 'opening_balances', 'payments'] LOOP
    EXECUTE format('CREATE POLICY partner ON %I FOR SELECT TO partnerledger_partner USING (partner_id = %s)', guarded, me);
  END LOOP;
  -- A batch that has paid the partner. payments shows no other one here.
  EXECUTE 'CREATE POLICY partner ON payment_batches FOR SELECT TO partnerledger_partner
    USING (EXISTS (SELECT FROM payments p WHERE p.batch_id = payment_batches.id AND p.partner_id = ' || me || '))';
END $$;
-- +goose StatementEnd
