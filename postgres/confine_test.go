//go:build unix

package postgres_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"gorm.io/gorm"

	"partnerledger/models"
	"partnerledger/postgres"
	"partnerledger/postgres/pgtest"
)

type partnerKey struct{}

// as returns a context that is confined to a partner.
func as(t *testing.T, partnerID int64) context.Context {
	return context.WithValue(t.Context(), partnerKey{}, partnerID)
}

func partnerOf(ctx context.Context) (int64, bool) {
	id, confined := ctx.Value(partnerKey{}).(int64)
	return id, confined
}

// confined is a database with the same rows for the partners 1 and 2, each marked with the partner's word, in every table
// that has anything of a partner.
func confined(t *testing.T) *gorm.DB {
	t.Helper()
	db := pgtest.New(t)
	if err := postgres.Confine(db, partnerOf); err != nil {
		t.Fatal(err)
	}
	for id, mark := range marks {
		fillIn(t, db, id, mark)
	}
	return db
}

var marks = map[int64]string{1: "MARKONE", 2: "MARKTWO"}

func fillIn(t *testing.T, db *gorm.DB, id int64, mark string) {
	t.Helper()
	for _, statement := range []string{
		`INSERT INTO partners (id, code, name, email, status, currency_code, created_at)
			VALUES (@id, @mark, @mark, @mark, 'ACTIVE', 'USD', now())`,
		`INSERT INTO orders VALUES (@mark, now(), now(), @id, @mark, 'USD', 1, ARRAY[CAST(@id AS bigint)], @mark, now())`,
		`INSERT INTO order_lines VALUES (@mark, 1, @mark, @mark, 1, 1, 1)`,
		`INSERT INTO refunds VALUES (@mark, @mark, now(), now(), 1, now())`,
		`INSERT INTO payment_batches (id, batch_id, method, type, date, period_start, period_end, currency_code, payment_count,
			total, skipped_count, request_hash, created_at, created_by, void_reason)
			VALUES (@id, @mark, 'ENDING_BALANCE', 'CHECK', now(), now(), now(), 'USD', 1, 1, 1, @mark, now(), @mark, @mark)`,
		`INSERT INTO payments (partner_id, id, batch_id, currency_code, amount, type, date, note, beginning_balance, commissions,
			adjustments, payments, ending_balance, created_at, created_by, void_reason)
			VALUES (@id, @id, @id, 'USD', 1, 'CHECK', now(), @mark, 1, 1, 1, 1, 1, now(), @mark, @mark)`,
		`INSERT INTO skipped_partners VALUES (@id, @id, 1, 'BELOW_MINIMUM', NULL)`,
		`INSERT INTO ledger_entries (partner_id, currency_code, date, kind, amount, source, description, recorded_at)
			VALUES (@id, 'USD', now(), 'COMMISSION', 1, @mark, @mark, now())`,
		`INSERT INTO opening_balances VALUES ('2011-01-01', 'USD', @id, 1, 1, 1, 1)`,
		`INSERT INTO ledger_exports VALUES (@id, 'CSV', @mark, now(), now(), 'USD', @mark, 1, 1, 1, 1, 1, 1, 1, @mark, now(), @mark)`,
		`INSERT INTO ledger_export_rows VALUES (@id, @id, 1, @mark, @mark, @mark, 'ACTIVE', 1, 1, 1, 1, 1, 1, 1)`,
		`INSERT INTO users (id, email, name, role, partner_id, created_at) VALUES (@id, @mark, @mark, 'PARTNER', @id, now())`,
		`INSERT INTO invitations VALUES (@id, @mark, now(), now())`,
		`INSERT INTO tokens (name, role, hash, hint, partner_id, created_at, created_by)
			VALUES (@mark, 'PARTNER', @mark, @mark, @id, now(), @mark)`,
		`INSERT INTO audit_events (at, action, actor, through, operation, subject, partner_id)
			VALUES (now(), @mark, @mark, @mark, @mark, @mark, @id)`,
	} {
		if err := db.Exec(statement, map[string]any{"id": id, "mark": mark}).Error; err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
}

// visible is all that a partner may read, of the own rows.
var visible = map[string]string{
	"partners":         "id code name email status currency_code created_at",
	"payments":         "partner_id id batch_id currency_code amount type date voided_at",
	"payment_batches":  "id batch_id type date period_start period_end currency_code",
	"ledger_entries":   "partner_id currency_code date id kind amount source description commission_source payment_id recorded_at",
	"opening_balances": "month currency_code partner_id balance clawed_back adjusted paid",
	"closed_months":    "month closed_at",
}

func TestAPartnerReadsTheOwnRowsOnly(t *testing.T) {
	t.Parallel()
	db := confined(t)
	var all []struct{ TableName, ColumnName string }
	err := db.Raw(`SELECT c.relname AS table_name, a.attname AS column_name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
		WHERE c.relnamespace = to_regnamespace(current_schema()) AND c.relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY a.attnum`).Scan(&all).Error
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	for _, c := range all {
		var values []string
		err := db.WithContext(as(t, 1)).Raw(fmt.Sprintf("SELECT coalesce(CAST(%s AS text), '') FROM %s", c.ColumnName, c.TableName)).Scan(&values).Error
		if err != nil {
			denied(t, err)
			continue
		}
		// xmin and the like come with every column.
		if !strings.Contains(" tableoid cmax xmax cmin xmin ctid ", " "+c.ColumnName+" ") {
			found[c.TableName] = append(found[c.TableName], c.ColumnName)
		}
		if len(values) > 1 || strings.Contains(strings.Join(values, " "), marks[2]) {
			t.Errorf("%s of %s: %v", c.ColumnName, c.TableName, values)
		}
	}
	for table, columns := range visible {
		if got := strings.Join(found[table], " "); got != columns {
			t.Errorf("%s has %q, want %q", table, got, columns)
		}
		delete(found, table)
	}
	if len(found) > 0 {
		t.Errorf("these are open, too: %v", found)
	}
}

func denied(t *testing.T, err error) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), "permission denied") && !strings.Contains(err.Error(), "read-only") {
		t.Errorf("refused otherwise than by a missing right: %v", err)
	}
}

// TestEveryTableOfPartnersIsGuarded: a new table either has row-level security or a place in this list.
func TestEveryTableOfPartnersIsGuarded(t *testing.T) {
	t.Parallel()
	var open []string
	err := pgtest.New(t).Raw(`SELECT c.relname FROM pg_class c WHERE c.relnamespace = to_regnamespace(current_schema())
		AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT (c.relrowsecurity AND EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid))
		ORDER BY 1`).Scan(&open).Error
	if err != nil {
		t.Fatal(err)
	}
	nothingOfPartners := []string{"closed_months", "commission_programs", "commission_rules", "goose_db_version"}
	if !slices.Equal(open, nothingOfPartners) {
		t.Errorf("without row-level security: %v, want %v", open, nothingOfPartners)
	}
}

// ways are all ways to a statement. Each returns the names of the partners that it reads.
var ways = map[string]func(*testing.T, *gorm.DB, context.Context) ([]string, error){
	"Raw and Scan": func(_ *testing.T, db *gorm.DB, ctx context.Context) (names []string, err error) {
		return names, db.WithContext(ctx).Raw("SELECT name FROM partners").Scan(&names).Error
	},
	"parameters": func(_ *testing.T, db *gorm.DB, ctx context.Context) (names []string, err error) {
		return names, db.WithContext(ctx).Raw("SELECT name FROM partners WHERE id > ? AND name <> ?", 0, "'; RESET ROLE; --").Scan(&names).Error
	},
	"Find": func(_ *testing.T, db *gorm.DB, ctx context.Context) (names []string, err error) {
		var rows []models.Partner
		err = db.WithContext(ctx).Find(&rows).Error
		for _, p := range rows {
			names = append(names, p.Name)
		}
		return names, err
	},
	"Take": func(_ *testing.T, db *gorm.DB, ctx context.Context) ([]string, error) {
		var p models.Partner
		err := db.WithContext(ctx).Take(&p).Error
		return []string{p.Name}, err
	},
	"Pluck": func(_ *testing.T, db *gorm.DB, ctx context.Context) (names []string, err error) {
		return names, db.WithContext(ctx).Model(&models.Partner{}).Pluck("name", &names).Error
	},
	"rows": func(_ *testing.T, db *gorm.DB, ctx context.Context) (names []string, err error) {
		rows, err := db.WithContext(ctx).Raw("SELECT name FROM partners").Rows()
		if err != nil {
			return nil, err
		}
		return namesOf(rows)
	},
	"a transaction": func(_ *testing.T, db *gorm.DB, ctx context.Context) (names []string, err error) {
		return names, db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
			return tx.Raw("SELECT name FROM partners").Scan(&names).Error
		})
	},
	"a snapshot": func(_ *testing.T, db *gorm.DB, ctx context.Context) (names []string, err error) {
		return names, db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
			return tx.Raw("SELECT name || current_setting('transaction_isolation') FROM partners").Scan(&names).Error
		}, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	},
	"a transaction in a transaction, after one that failed": func(_ *testing.T, db *gorm.DB, ctx context.Context) (names []string, err error) {
		return names, db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
			if err := tx.Transaction(func(tx *gorm.DB) error { return tx.Exec("SELECT 1/0").Error }); err == nil {
				return errors.New("1/0 is something")
			}
			return tx.Transaction(func(tx *gorm.DB) error {
				return tx.Raw("SELECT name FROM partners").Scan(&names).Error
			})
		})
	},
	"a prepared statement": func(_ *testing.T, db *gorm.DB, ctx context.Context) (names []string, err error) {
		db = db.Session(&gorm.Session{PrepareStmt: true, Context: ctx})
		if err := db.Raw("SELECT name FROM partners").Scan(&names).Error; err != nil {
			return nil, err
		}
		return names, db.Transaction(func(tx *gorm.DB) error {
			return tx.Raw("SELECT name FROM partners").Scan(&names).Error
		})
	},
	"a statement that was prepared for everybody": func(t *testing.T, db *gorm.DB, ctx context.Context) ([]string, error) {
		stmt, err := pool(t, db).PrepareContext(t.Context(), "SELECT name FROM partners")
		if err != nil {
			return nil, err
		}
		defer stmt.Close()
		rows, err := stmt.QueryContext(ctx)
		if err != nil {
			return nil, err
		}
		return namesOf(rows)
	},
	"the pool": func(t *testing.T, db *gorm.DB, ctx context.Context) (names []string, err error) {
		rows, err := pool(t, db).QueryContext(ctx, "SELECT name FROM partners")
		if err != nil {
			return nil, err
		}
		return namesOf(rows)
	},
	"a connection of the pool": func(t *testing.T, db *gorm.DB, ctx context.Context) ([]string, error) {
		conn, err := pool(t, db).Conn(t.Context())
		if err != nil {
			return nil, err
		}
		defer conn.Close()
		name := ""
		err = conn.QueryRowContext(ctx, "SELECT string_agg(name, ' ') FROM partners").Scan(&name)
		return []string{name}, err
	},
	"a function that changes the setting back": func(_ *testing.T, db *gorm.DB, ctx context.Context) (names []string, err error) {
		return names, db.WithContext(ctx).Raw("SELECT name FROM partners WHERE set_config('row_security', 'on', false) = 'on'").Scan(&names).Error
	},
}

func pool(t *testing.T, db *gorm.DB) *sql.DB {
	t.Helper()
	pool, err := db.DB()
	if err != nil {
		t.Fatal(err)
	}
	return pool
}

func namesOf(rows *sql.Rows) (names []string, err error) {
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, rows.Err()
}

// TestConfinementEndsWithItsTransaction: on one connection, whatever the way, one partner after another and everybody
// in between see what they should; nothing of one is left for the next.
func TestConfinementEndsWithItsTransaction(t *testing.T) {
	t.Parallel()
	db := confined(t)
	pool(t, db).SetMaxOpenConns(1)
	for name, read := range ways {
		for _, id := range []int64{1, 2, 1} {
			names, err := read(t, db, as(t, id))
			if err != nil || len(names) != 1 || !strings.HasPrefix(names[0], marks[id]) {
				t.Errorf("%s, partner %d: %v, %v", name, id, names, err)
			}
			var left string
			if err := db.Raw(`SELECT current_user || current_setting('transaction_read_only')
				|| current_setting('partnerledger.partner_id', true) || (SELECT count(*) FROM partners)`).Scan(&left).Error; err != nil {
				t.Fatal(err)
			}
			if left != "partnerledger_serveroff2" {
				t.Errorf("%s leaves %s", name, left)
			}
		}
		if names, err := read(t, db, as(t, 7)); len(names) > 0 && names[0] != "" || err != nil && !readsNothing(err) {
			t.Errorf("%s, a partner who isn't there: %v, %v", name, names, err)
		}
	}
}

// readsNothing tells the errors by which a row is missed.
func readsNothing(err error) bool {
	return errors.Is(err, gorm.ErrRecordNotFound) || strings.Contains(err.Error(), "converting NULL")
}

func TestPartnersAtOnce(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	const partners = 200
	err := db.Exec(`INSERT INTO partners (id, code, name, status, currency_code, created_at)
		SELECT n, 'P' || n, 'P' || n, 'ACTIVE', 'USD', now() FROM generate_series(1, ?) AS n`, partners).Error
	if err := errors.Join(err, postgres.Confine(db, partnerOf)); err != nil {
		t.Fatal(err)
	}
	kinds := slices.Sorted(maps.Keys(ways))
	var all sync.WaitGroup
	for id := range int64(partners) {
		all.Go(func() {
			ctx, want := as(t, id+1), fmt.Sprintf("P%d", id+1)
			way := kinds[int(id)%len(kinds)]
			for range 3 {
				names, err := ways[way](t, db, ctx)
				if err != nil || len(names) != 1 || strings.TrimSuffix(names[0], "repeatable read") != want {
					t.Errorf("%s, partner %s: %v, %v", way, want, names, err)
				}
				var count int
				if err := db.Raw("SELECT count(*) FROM partners").Scan(&count).Error; err != nil || count != partners {
					t.Errorf("everybody sees %d partners: %v", count, err)
				}
			}
		})
	}
	all.Wait()
}

func TestAPartnerWritesNothing(t *testing.T) {
	t.Parallel()
	db := confined(t)
	var tables []string
	if err := db.Raw(`SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace(current_schema()) AND relkind = 'r'`).Scan(&tables).Error; err != nil {
		t.Fatal(err)
	}
	statements := []string{
		"SELECT lock_ledger_entries()", "CREATE TABLE t (n integer)",
		"UPDATE payments SET amount = 7", "UPDATE partners SET name = 'x' WHERE id = 1", "GRANT SELECT ON partners TO PUBLIC",
		"SELECT nextval('partners_id_seq')", "SELECT * FROM partners FOR UPDATE",
		"WITH gone AS (DELETE FROM ledger_entries RETURNING 1) SELECT * FROM gone",
	}
	for _, table := range tables {
		statements = append(statements, "DELETE FROM "+table, "INSERT INTO "+table+" DEFAULT VALUES", "TRUNCATE "+table)
	}
	denied(t, db.WithContext(as(t, 1)).Exec("CREATE TEMPORARY TABLE t (n integer)").Error)
	for _, statement := range statements {
		denied(t, db.WithContext(as(t, 1)).Exec(statement).Error)
		denied(t, db.WithContext(as(t, 1)).Transaction(func(tx *gorm.DB) error { return tx.Exec(statement).Error }))
		// Not for want of a transaction that may write, either.
		err := db.WithContext(as(t, 1)).Transaction(func(tx *gorm.DB) error {
			return tx.Exec("SET TRANSACTION READ WRITE; " + statement).Error
		})
		if denied(t, err); err == nil {
			t.Errorf("%s", statement)
		}
	}
}

// TestAModelIsFoundByWhatPartnersMaySee: Find leaves out what partners may not see; everybody else finds all of it.
func TestAModelIsFoundByWhatPartnersMaySee(t *testing.T) {
	t.Parallel()
	db := confined(t)
	var payment models.Payment
	if err := db.WithContext(as(t, 1)).Take(&payment).Error; err != nil {
		t.Fatal(err)
	}
	if payment.PartnerID != 1 || *payment.BatchID != 1 || payment.Note != nil || payment.CreatedBy != "" || payment.EndingBalance.Valid {
		t.Errorf("a partner finds %+v", payment)
	}
	payment = models.Payment{}
	if err := db.Take(&payment, "id = 2").Error; err != nil || *payment.Note != marks[2] || !payment.EndingBalance.Valid {
		t.Errorf("everybody finds %+v, %v", payment, err)
	}
	denied(t, db.WithContext(as(t, 1)).Find(new([]models.User)).Error)
	denied(t, db.WithContext(as(t, 1)).Raw("SELECT * FROM payments").Scan(new([]models.Payment)).Error)
}

// TestATransactionIsOfOne: who a transaction was opened for is who all of its statements are for.
func TestATransactionIsOfOne(t *testing.T) {
	t.Parallel()
	db := confined(t)
	contexts := []context.Context{t.Context(), as(t, 1), as(t, 2)}
	for i, opened := range contexts {
		for j, used := range contexts {
			err := db.WithContext(opened).Transaction(func(tx *gorm.DB) error {
				return tx.WithContext(used).Exec("SELECT 1").Error
			})
			if (i == j) != (err == nil) || i != j && !errors.Is(err, postgres.ErrNotConfined) {
				t.Errorf("opened for %d, used for %d: %v", i, j, err)
			}
		}
	}
	var late *sql.Rows
	err := db.WithContext(as(t, 1)).Transaction(func(tx *gorm.DB) (err error) {
		late, err = tx.Raw("SELECT name FROM partners, generate_series(1, 100000)").Rows()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if names, err := namesOf(late); len(names) > 0 || err == nil {
		t.Errorf("rows outlive their transaction: %d, %v", len(names), err)
	}
}

func TestAClientThatLeavesEndsItsTransaction(t *testing.T) {
	t.Parallel()
	db := confined(t)
	pool(t, db).SetMaxOpenConns(1)
	for range 20 {
		ctx, leave := context.WithCancel(as(t, 1))
		rows, err := db.WithContext(ctx).Raw("SELECT name FROM partners, generate_series(1, 100000)").Rows()
		if err != nil {
			t.Fatal(err)
		}
		rows.Next()
		leave()
		rows.Close()
		if names, err := ways["Raw and Scan"](t, db, t.Context()); err != nil || len(names) != len(marks) {
			t.Fatalf("everybody sees %v afterwards: %v", names, err)
		}
	}
}

// hosted opens a new database as one role that owns all and made it.
func hosted(t *testing.T, super *sql.DB, address, role, attributes string) *gorm.DB {
	t.Helper()
	do(t, super, "CREATE ROLE "+role+" LOGIN "+attributes)
	do(t, super, "CREATE DATABASE "+role+" OWNER "+role)
	url := strings.Replace(address, "//postgres@/postgres", "//"+role+"@/"+role, 1)
	if err := migrate(url); err != nil {
		t.Fatal(err)
	}
	db, err := postgres.Open(t.Context(), url, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { pool(t, db).Close() })
	return db
}

// TestDatabasesOfOthers: on a database of its owner's alone partners are confined where that one may make roles, or was
// given this one. Where not, or where the role can't be trusted, nothing is read for a partner, and all else works.
func TestDatabasesOfOthers(t *testing.T) {
	t.Parallel()
	address := superuserURL(t, start(t, madeFolder(t)))
	super := open(t, address)
	do(t, super, "DROP ROLE partnerledger_partner, partnerledger_server")

	poor := hosted(t, super, address, "poor", "")
	mustFail(t, postgres.Confine(poor, partnerOf), "partnerledger_partner", "does not exist")
	closed(t, poor)

	able := hosted(t, super, address, "able", "CREATEROLE")
	if err := postgres.Confine(able, partnerOf); err != nil {
		t.Fatal(err)
	}
	for id, mark := range marks {
		fillIn(t, able, id, mark)
	}
	for name, read := range ways {
		if names, err := read(t, able, as(t, 2)); err != nil || len(names) != 1 || !strings.HasPrefix(names[0], marks[2]) {
			t.Errorf("%s: %v, %v", name, names, err)
		}
	}

	late := hosted(t, super, address, "late", "")
	mustFail(t, postgres.Confine(late, partnerOf), "permission denied to set role")
	closed(t, late)
	do(t, super, "GRANT partnerledger_partner TO late")
	if err := postgres.Confine(late, partnerOf); err != nil {
		t.Error(err)
	}

	do(t, super, "ALTER ROLE partnerledger_partner BYPASSRLS")
	mustFail(t, postgres.Confine(able, partnerOf), "sees every row of")
	closed(t, able)
}

func closed(t *testing.T, db *gorm.DB) {
	t.Helper()
	for name, read := range ways {
		names, err := read(t, db, as(t, 1))
		if !errors.Is(err, postgres.ErrNotConfined) || strings.Join(names, "") != "" {
			t.Errorf("%s: %v, %v", name, names, err)
		}
	}
	if err := db.Exec("SELECT * FROM partners").Error; err != nil {
		t.Errorf("everybody else: %v", err)
	}
}
