package pgtest

import (
	"context"
	"fmt"
	"log/slog"
	"net/url"
	"sync/atomic"
	"testing"

	"partnerledger/postgres"

	_ "github.com/jackc/pgx/v5/stdlib"
	"gorm.io/gorm"
)

// template is the database that the cluster has from the start, migrated.
const template = "partnerledger"

// New returns a connection to a fresh database with all tables, in the role of the server. The database is gone after
// the test.
func New(t testing.TB) *gorm.DB {
	t.Helper()
	server, _ := NewURLs(t)
	db, err := postgres.Open(t.Context(), server, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if pool, err := db.DB(); err == nil {
			pool.Close()
		}
	})
	return db
}

// NewURLs makes a fresh database with all tables, and returns its address for the role of the server and for that of the
// owner of the tables.
func NewURLs(t testing.TB) (server, owner string) {
	t.Helper()
	c, err := start()
	if err != nil {
		t.Fatalf("this test needs a Postgres: %v", err)
	}
	name, err := c.copyTemplate(t.Context())
	if err != nil {
		t.Fatalf("make a database: %v", err)
	}
	t.Cleanup(func() { c.drop(name) })
	return change(c.embedded.URL(), "", name), change(c.embedded.OwnerURL(), "", name)
}

var made atomic.Int64

func (c *cluster) copyTemplate(ctx context.Context) (string, error) {
	name := fmt.Sprintf("test_%d", made.Add(1))
	_, err := c.admin.ExecContext(ctx, "CREATE DATABASE "+name+" TEMPLATE "+template+" OWNER partnerledger_owner")
	return name, err
}

// drop frees the space; where it fails the whole cluster goes soon.
func (c *cluster) drop(name string) { c.admin.Exec("DROP DATABASE " + name + " WITH (FORCE)") }

// change returns an address of the cluster for another database and, where named, another role; all have one password.
func change(address, role, database string) string {
	u, err := url.Parse(address)
	if err != nil {
		panic(err)
	}
	u.Path = "/" + database
	if password, ok := u.User.Password(); role != "" && ok {
		u.User = url.UserPassword(role, password)
	} else if role != "" {
		u.User = url.User(role)
	}
	return u.String()
}
