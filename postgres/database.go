package postgres

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/jackc/pgx/v5"
)

// The roles of the embedded Postgres: the one that comes with every Postgres is used here alone.
const (
	superuser    = "postgres"
	ownerRole    = "partnerledger_owner"
	serverRole   = "partnerledger_server"
	databaseName = "partnerledger"
)

// prepareDatabase makes the roles and the database where they are missing; a start that was broken off is finished by
// the next one.
func prepareDatabase(ctx context.Context, where address, log *slog.Logger) error {
	conn, err := pgx.Connect(ctx, where.url(superuser, "postgres"))
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	if err := needICU(ctx, conn); err != nil {
		return err
	}
	for _, role := range []string{ownerRole, serverRole} {
		if err := makeRole(ctx, conn, role, where.password); err != nil {
			return fmt.Errorf("role %s: %w", role, err)
		}
	}
	if err := makePartnerRole(ctx, conn); err != nil {
		return fmt.Errorf("role %s: %w", partnerRole, err)
	}
	if err := makeDatabase(ctx, conn); err != nil {
		return err
	}
	return refreshCollation(ctx, where, log)
}

// needICU refuses a Postgres that can't sort names.
func needICU(ctx context.Context, conn *pgx.Conn) error {
	var found bool
	err := conn.QueryRow(ctx, "SELECT EXISTS (SELECT FROM pg_collation WHERE collname = 'und-x-icu')").Scan(&found)
	if err == nil && !found {
		return errors.New("this PostgreSQL was built without ICU, which names are sorted with; use another one (POSTGRES_BIN)")
	}
	return err
}

// makeRole makes a role that can log in. Migrations may have made it already, without that right.
func makeRole(ctx context.Context, conn *pgx.Conn, role, password string) error {
	const question = `SELECT count(*) > 0, count(*) FILTER (WHERE rolcanlogin) > 0, format('ROLE %I LOGIN', $1::text),
		CASE WHEN $2::text <> '' THEN format(' PASSWORD %L', $2::text) ELSE '' END
		FROM pg_roles WHERE rolname = $1`
	var exists, login bool
	var clause, withPassword string
	if err := conn.QueryRow(ctx, question, role, password).Scan(&exists, &login, &clause, &withPassword); err != nil {
		return err
	}
	verb := "ALTER "
	if !exists {
		verb = "CREATE "
	} else if login && password == "" {
		return nil
	}
	_, err := conn.Exec(ctx, verb+clause+withPassword)
	return err
}

// makePartnerRole makes the role that partners' statements run as: nobody logs in as it, the others change to it. From 16 on
// Postgres can tell that from having its rights.
func makePartnerRole(ctx context.Context, conn *pgx.Conn) error {
	const roles = `DO $$
	DECLARE
	  newer CONSTANT boolean := current_setting('server_version_num')::integer >= 160000;
	BEGIN
	  IF to_regrole('` + partnerRole + `') IS NULL THEN
	    CREATE ROLE ` + partnerRole + ` NOLOGIN;
	  END IF;
	  IF NOT pg_has_role('` + serverRole + `', '` + partnerRole + `', CASE WHEN newer THEN 'SET' ELSE 'MEMBER' END) THEN
	    EXECUTE 'GRANT ` + partnerRole + ` TO ` + serverRole + `, ` + ownerRole + `'
	      || CASE WHEN newer THEN ' WITH INHERIT FALSE, SET TRUE' ELSE '' END;
	  END IF;
	END $$`
	_, err := conn.Exec(ctx, roles)
	return err
}

func makeDatabase(ctx context.Context, conn *pgx.Conn) error {
	var exists bool
	err := conn.QueryRow(ctx, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", databaseName).Scan(&exists)
	if err != nil || exists {
		return err
	}
	_, err = conn.Exec(ctx, "CREATE DATABASE "+databaseName+" OWNER "+ownerRole)
	return err
}
