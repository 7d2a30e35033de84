package postgres

import (
	"testing"

	"github.com/jackc/pgx/v5"
)

func TestAddresses(t *testing.T) {
	for _, want := range []address{
		{host: "/var/lib/partnerledger/run", port: 5432},
		{host: "/tmp/a b+c&d=e%20'f", port: 5432},
		{host: "127.0.0.1", port: 49152, password: "a/b:c@d"},
	} {
		config, err := pgx.ParseConfig(want.url("role", "database"))
		if err != nil {
			t.Fatal(err)
		}
		got := address{config.Host, int(config.Port), config.Password}
		if got != want || config.User != "role" || config.Database != "database" || config.TLSConfig != nil {
			t.Errorf("%v became %v, %s, %s", want, got, config.User, config.Database)
		}
	}
}
