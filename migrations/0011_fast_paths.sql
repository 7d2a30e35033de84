-- +goose Up
-- A batch gives its payments their ids itself: by name, while they go in by partner.
-- +goose StatementBegin
DO $$
BEGIN
  IF to_regrole('partnerledger_server') IS NOT NULL THEN -- as in 0007
    GRANT USAGE ON SEQUENCE payments_id_seq TO partnerledger_server;
  END IF;
END $$;
-- +goose StatementEnd
